/**
 * The journey on one page: a customer becomes a sheet, the sheet becomes HTML, the typesetter makes pages, the pages
 * become a PDF.
 *
 * Nothing but HTML text (and the template's CSS) passes from the office to typesetting, and nothing but characters that
 * no font holds comes back.
 */

import { join } from 'node:path';
import { blameFields } from './office/customers/blame-fields.js';
import { checkGlyphs } from './office/customers/check-glyphs.js';
import type { Customer, IsoDate } from './office/customers/customer.js';
import { loadProvider, PROVIDER_FILE } from './office/provider/load-provider.js';
import { profileAge } from './office/provider/profile-age.js';
import type { Provider } from './office/provider/provider.js';
import { buildSheet } from './office/sheet/build-sheet.js';
import { noRoomForBarcode } from './office/sheet/check-delivery.js';
import { checkPages } from './office/sheet/check-pages.js';
import { checkRecord } from './office/sheet/check-record.js';
import { parseFacts } from './office/sheet/facts.js';
import type { Edition, Sheet } from './office/sheet/sheet.js';
import { planSheets } from './office/sheet/sheet-plan.js';
import { wordsOfSheets } from './office/sheet/words-of-sheets.js';
import { loadTemplate, type TemplateSources } from './office/template/load-template.js';
import { locate } from './office/template/locate.js';
import { parseTemplate } from './office/template/parse-template.js';
import { sectionLengths } from './office/template/provider-style.js';
import { renderHtml } from './office/template/render-html.js';
import type { Template } from './office/template/template.js';
import { readInside } from './office/template/template-folder.js';
import { logoSource } from './office/template/view.js';
import { shipped } from './package-root.js';
import { POSTAL_DATA, placesOf } from './postal-data.js';
import { preparedTemplate } from './prepared-template.js';
import { type Place, type Problem, ProblemError, refusalsOf } from './problem.js';
import { withinTime } from './time-limit.js';
import type { DocumentMeta } from './typesetting/pdf/document-meta.js';
import type { PdfStandard } from './typesetting/pdf/pdf-standard.js';
import { checkProtection } from './typesetting/pdf/protection.js';
import type { RecallCount } from './typesetting/recall-count.js';
import { type Composition, createTypesetter } from './typesetting/typesetter.js';

export interface PipelineOptions {
  /** The template's folder; the shipped `mail-settings` where not given. */
  readonly template?: string;
  /** The folder of provider.yaml; the template's folder where not given. */
  readonly provider?: string;
  /** The run's date, for records without one of their own. No clock is read below the command line. */
  readonly issueDate: IsoDate;
  /** Where not given, each record says. */
  readonly edition?: Edition;
  /** Prints what rule V11 would refuse. */
  readonly allowRisky?: boolean;
  /** What the files conform to; PDF/A-2a and PDF/UA-1 where not given. */
  readonly standard?: PdfStandard;
  /**
   * The most milliseconds for reading the folders, and for each sheet; 0 for none. Where not given: 20,000 with a template
   * from outside, none with the one that annai ships, for there is an end to what customer and profile can say.
   */
  readonly timeLimit?: number;
  /** Is told how often what is remembered of earlier sheets could be used. */
  readonly recall?: RecallCount;
  /** Locks every file (AES-256): its bytes are then different each time. Not with PDF/A. */
  readonly password?: string;
}

/** A sheet, composed, not yet a file. */
export interface SheetDocument {
  readonly sheet: Sheet;
  readonly composition: Composition;
  /** Warnings and notices; whatever is an error has been thrown. First what `check` tells of the record. */
  readonly notices: readonly Problem[];
  /** How many of the notices `check` tells. */
  readonly checked: number;
}

/** Many sheets in one file. */
export interface SheetPrintFile {
  append(document: SheetDocument): void;
  end(): void;
}

export interface Pipeline {
  readonly provider: Provider;
  readonly template: Template;
  /** What the office should know of its profile. */
  readonly notices: readonly Problem[];
  /** Everything to be said of a record that needs no page to be made: errors, warnings, notices. */
  check(customer: Customer): readonly Problem[];
  /** What the sheet would say. The customer must have passed `check`. */
  sheet(customer: Customer): Sheet;
  /** Whether the sheet can be laid out on the planned pages; of the record itself nothing is asked. */
  fits(customer: Customer): boolean;
  /** Throws ProblemError where the sheet cannot be made. */
  compose(customer: Customer): SheetDocument;
  write(document: SheetDocument): Uint8Array;
  /** `compose` and `write` in one: the PDF file's bytes. Throws ProblemError where the sheet cannot be made. */
  render(customer: Customer): Uint8Array;
  openPrintFile(sink: (chunk: Uint8Array) => void, title: string): SheetPrintFile;
}

export const SHIPPED_TEMPLATE = shipped('templates/mail-settings');

/** Of every sheet. */
export const LANGUAGE = 'ja-JP';

/** The rendered HTML's name in errors whose place in the template is not known. */
const RENDERED = 'sheet.html';

/** Milliseconds; a sheet takes some ten. */
const TIME_LIMIT = 20_000;

/**
 * Reads template and profile once; keep it for many customers. Throws ProblemError where either is wrong or cannot be read.
 * Dates are `YYYY-MM-DD`; a sheet is the bytes of one PDF file, the same for the same customer, options and folders.
 */
export function createPipeline(options: PipelineOptions): Pipeline {
  const protection = options.password === undefined ? undefined : { password: options.password };
  if (protection !== undefined) checkProtection(protection, options.standard);
  const folder = options.template ?? SHIPPED_TEMPLATE;
  const profile = options.provider ?? folder;
  const limit = options.timeLimit ?? (folder === SHIPPED_TEMPLATE ? 0 : TIME_LIMIT);
  const timed = <T>(work: () => T): T => withinTime(limit, work);
  const { template, provider, notices, typesetter } = timed(() =>
    openOffice(folder, profile, options.recall),
  );

  const check = (customer: Customer): readonly Problem[] => [
    ...checkRecord(customer, provider, {
      allowRisky: options.allowRisky ?? false,
      issueDate: options.issueDate,
      postalCodes: { placesOf, ...POSTAL_DATA },
    }),
    ...checkGlyphs(customer, typesetter.missing),
  ];
  const plan = planSheets(provider, template.facts, {
    issueDate: options.issueDate,
    templateRevision: template.revision,
    ...(options.edition && { edition: options.edition }),
  });
  const sheet = (customer: Customer): Sheet => buildSheet(customer, plan);
  const setSheet = (customer: Customer): Omit<SheetDocument, 'checked'> => {
    const made = sheet(customer);
    const set = (each: Sheet): Omit<SheetDocument, 'checked'> => {
      const composition = placedInTemplate(each, template, () =>
        typesetter.compose(renderHtml(each, template), RENDERED),
      );
      return { sheet: each, composition, notices: inTemplate(composition.notices, each, template) };
    };
    try {
      return set(made);
    } catch (error) {
      // A long address may leave the window no room for its barcode: mail arrives without one, too.
      const { barcode, ...without } = made;
      if (barcode === undefined || !(error instanceof ProblemError)) throw error;
      const document = set(without);
      return { ...document, notices: [noRoomForBarcode(customer), ...document.notices] };
    }
  };
  const unplannedPages = ({ sheet, composition }: Omit<SheetDocument, 'checked'>): readonly Problem[] =>
    checkPages(
      sheet,
      composition.pages.map((page) => page.marks.length),
      template.pages,
    );
  const fits = (customer: Customer): boolean => {
    const misfits: Problem[] = [];
    const more = refusalsOf(() => misfits.push(...unplannedPages(timed(() => setSheet(customer)))));
    return misfits.length + more.length === 0;
  };
  const composeNow = (customer: Customer): SheetDocument => {
    const found = check(customer);
    if (found.some(({ severity }) => severity === 'error')) throw new ProblemError(found);
    const document = blamed(customer, setSheet);
    const unplanned = unplannedPages(document);
    if (unplanned.length > 0) throw new ProblemError([...found, ...unplanned]);
    return { ...document, notices: [...found, ...document.notices], checked: found.length };
  };
  const compose = (customer: Customer): SheetDocument => timed(() => composeNow(customer));
  const metaOf = (date: IsoDate): DocumentMeta => ({
    title: template.title,
    lang: LANGUAGE,
    author: provider.displayName,
    date,
    ...(options.standard && { standard: options.standard }),
  });
  // Under no limit: what is composed is bounded, and so is writing it. A watchdog is a thread of its own each time.
  const write = ({ sheet: { customer, issueDate }, composition }: SheetDocument): Uint8Array =>
    typesetter.write(composition, { ...metaOf(issueDate), subject: customer.customerId }, protection);

  return {
    provider,
    template,
    notices: [...notices, ...profileAge(provider, options.issueDate, join(profile, PROVIDER_FILE))],
    check,
    sheet,
    fits,
    compose,
    write,
    render: (customer) => write(compose(customer)),
    openPrintFile(sink, title) {
      const file = typesetter.openPrintFile({ ...metaOf(options.issueDate), title }, sink, protection);
      return {
        append: ({ sheet: { customer, controlNumber }, composition }) =>
          file.append(composition.pages, {
            title: `${customer.customerId} ${controlNumber}`,
            label: customer.customerId,
          }),
        end: () => file.end(),
      };
    },
  };
}

/** What is read of the folders before any customer comes. */
export function readOffice(
  folder: string,
  profile: string,
  parse = (sources: TemplateSources) => preparedTemplate(sources) ?? parseTemplate(sources, parseFacts),
) {
  const template = loadTemplate(folder, parse);
  const { provider, notices, logo } = loadProvider(profile);
  return {
    template,
    provider,
    notices,
    logo,
    typeset: {
      css: template.css.text,
      cssFile: template.css.file,
      lengths: sectionLengths(provider),
      baseText: [wordsOfSheets(), template.source].join('\n'),
      baseWords: JSON.stringify(provider),
    },
  };
}

function openOffice(folder: string, profile: string, recall: RecallCount | undefined) {
  const { template, provider, notices, logo, typeset } = readOffice(folder, profile);
  const logoName = provider.contact.logo;
  const typesetter = createTypesetter({
    ...typeset,
    ...(recall && { recall }),
    picture: (src) =>
      logoName !== undefined && src === logoSource(logoName) ? logo : readInside(template.folder, src),
  });
  return { template, provider, notices, typesetter };
}

/** What typesetting finds wrong in the HTML was written by the template: say where there. */
function placedInTemplate<Result>(sheet: Sheet, template: Template, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(inTemplate(error.problems, sheet, template), { cause: error });
  }
}

const inTemplate = (problems: readonly Problem[], sheet: Sheet, template: Template): readonly Problem[] =>
  problems.map(({ place, ...problem }) => ({
    ...problem,
    ...(place && { place: templatePlace(place, sheet, template) }),
  }));

function templatePlace(place: Place, sheet: Sheet, template: Template): Place {
  if (place.kind !== 'source' || place.file !== RENDERED) return place;
  return locate(sheet, template, place.line, place.column) ?? place;
}

/** What layout says where something is larger than its place. */
const MISFITS = ['layout/too-tall', 'layout/too-wide', 'layout/off-page', 'layout/crowded-margin'];

/** What does not fit into its place was typed by somebody: say which field, by setting the sheet again with shorter ones. */
function blamed<Result>(customer: Customer, work: (customer: Customer) => Result): Result {
  try {
    return work(customer);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problems = firstAtEachSpot(error.problems).map((problem) => {
      const fits = (other: Customer) =>
        refusalsOf(() => work(other)).every((each) => spot(each) !== spot(problem));
      return (MISFITS.includes(problem.code) && blameFields(customer, problem, fits)) || problem;
    });
    throw new ProblemError(problems, { cause: error });
  }
}

const spot = ({ code, place }: Problem): string => `${code} ${JSON.stringify(place)}`;

/** Lines that one place of the template prints again and again have one complaint. */
const firstAtEachSpot = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem, index) => problems.findIndex((each) => spot(each) === spot(problem)) === index);
