/**
 * HTML and CSS of the subset become PDF, the stages in order:
 * markup → style → layout → paint → pdf.
 *
 * With remember-sections.ts the only place that calls the stages, and the only one that remembers results. What a document comes out as depends on
 * its own HTML, the style sheet and the base text alone, never on the documents before it.
 */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import { type Place, type Problem, ProblemError, refuse, type SourcePlace, sure } from '../problem.js';
import type { Length } from '../units.js';
import type { FontLibrary } from './fonts/face.js';
import { vendoredFonts } from './fonts/vendored-fonts.js';
import { readImage } from './images/read-image.js';
import type { Block, Image } from './layout/block.js';
import type { InlineLine, InlineMeasure } from './layout/inline/inline-line.js';
import type { ParagraphMemory } from './layout/inline/paragraph-memory.js';
import type { Setting } from './layout/inline/setting.js';
import type { LayoutContext } from './layout/layout-context.js';
import { layoutSection } from './layout/layout-section.js';
import { paginate } from './layout/paginate.js';
import type { SectionSource } from './markup/element.js';
import { parseSection, splitSections } from './markup/parse-markup.js';
import { memoByKey, memoByObject, onceAgain } from './memo.js';
import { encodePage } from './paint/encode-page.js';
import type { EncodedPage } from './paint/encoded-page.js';
import { NO_PAINT_MEMORY, type PaintMemory } from './paint/paint-memory.js';
import type { DocumentMeta } from './pdf/document-meta.js';
import { createFontStore } from './pdf/font-store.js';
import { createPrintFile, type PrintFile } from './pdf/print-file.js';
import type { Protection } from './pdf/protection.js';
import type { Shape } from './pdf/shape.js';
import { createSharedStreams } from './pdf/shared-streams.js';
import { writeDocument } from './pdf/write-document.js';
import { preparedBase } from './prepared-base.js';
import { preparedSheet } from './prepared-sheets.js';
import { counted, type RecallCount, type Tally } from './recall-count.js';
import { rememberSections } from './remember-sections.js';
import { baseTexts, everywhere } from './style/base-texts.js';
import { ElementStyles } from './style/element-style.js';
import type { PageStyle, PageStyles } from './style/page-style.js';
import { parseStylesheet } from './style/parse-stylesheet.js';
import type { SectionLengths } from './style/section-lengths.js';
import type { Style } from './style/style.js';
import { styleSection } from './style/style-section.js';

// biome-ignore lint/performance/noBarrelFile: whoever imports annai/typesetting has to catch it.
export { type Problem, ProblemError } from '../problem.js';

/** A template has a logo or two; a hundred pictures are another kind of document. */
const PICTURES_KEPT = 100;
const PARAGRAPHS_OF_SECTION = 10;
/** A paragraph is measured and then laid out. */
const SETTINGS_KEPT = 8;
/** A letter of a reading aid has a frame of its own. */
const FRAMES_OF_SECTION = 20;
/** The same roles, with their content on other pages or behind more of other sections. */
const FORMS_OF_SECTION = 4;

export interface TypesetterOptions {
  readonly css: string;
  /** The style sheet's name in errors. */
  readonly cssFile?: string;
  /**
   * Text that many documents will show, with its tags where it has any: its glyphs are subset and compressed once in the
   * fonts in which these tags are set, and every document carries them. What a document shows beyond it goes to a small
   * subset of its own. Printable ASCII is always in.
   */
  readonly baseText?: string;
  /** More such text, without tags, that may be set in any font. It may differ where `baseText` is the same. */
  readonly baseWords?: string;
  /** Custom properties that every section has, as if the style sheet ended with them. */
  readonly lengths?: SectionLengths;
  /** The vendored fonts where not given. */
  readonly fonts?: FontLibrary;
  /**
   * How many sections are remembered as laid out (default 200, 0 for none), and some of the paragraphs of others: the
   * same source gives the same strip, wherever it stands. It changes how fast documents are made, never what they are.
   */
  readonly memory?: number;
  /** Is told how often what is remembered could be used. */
  readonly recall?: RecallCount;
  /** The bytes of the picture that `<img src>` names; undefined where there is none, or a ProblemError that says why. */
  readonly picture?: (src: string) => Uint8Array | undefined;
}

/** A document, composed and painted, not yet a file. */
export interface Composition {
  readonly pages: readonly EncodedPage[];
  /** What composition could not do by its rules, such as a justified line that is left ragged. */
  readonly notices: readonly Problem[];
}

export interface Typesetter {
  /** Throws ProblemError with everything wrong; places are those of `file` (default `document.html`) and of the style sheet. */
  compose(html: string, file?: string): Composition;
  write(composition: Composition, meta: DocumentMeta, protection?: Protection): Uint8Array;
  /** Many documents in one file, handed to `sink` as they come. */
  openPrintFile(meta: DocumentMeta, sink: (chunk: Uint8Array) => void, protection?: Protection): PrintFile;
  /** The grapheme clusters of a text that no font of the root's `font-family` can show, each once. */
  missing(text: string): readonly string[];
}

export function createTypesetter(options: TypesetterOptions): Typesetter {
  const fonts = options.fonts ?? vendoredFonts();
  const { css, cssFile = 'style.css', baseText = '', baseWords = '', lengths = {} } = options;
  const stylesheet = parseStylesheet(css, cssFile, fonts, { lengths, read: preparedSheet });
  // Fonts are opened when a text first needs them; those that every document needs are refused before the first one.
  for (const weight of [400, 700] as const)
    sure(fonts.chain(stylesheet.root.fontFamily, weight).primary, 'font');
  const memory = options.memory ?? 200;
  const base = preparedBase({ css, lengths, baseText }, fonts) ?? baseTexts(baseText, stylesheet);
  const { recall } = options;
  const shapes = memoByKey<Shape>(memory);
  const shared = createSharedStreams(
    createFontStore(fonts, base, everywhere(baseWords, stylesheet)),
    memory * FORMS_OF_SECTION,
    (key, compute) => shapes(key, counted(recall?.shapes, compute)),
  );
  const context: LayoutContext = { fonts, image: imageReader(options.picture) };
  const styles = new ElementStyles(stylesheet);
  const width = textWidth(stylesheet.pages, cssFile);

  const layOut = (section: SectionSource): Block =>
    layoutSection(styleSection(parseSection(section), styles), width, context);

  const remembering: LayoutContext = {
    ...context,
    ...(memory > 0 && {
      paragraphs: paragraphMemory(memory, recall?.paragraphs),
      marginBoxes: countedByObject(recall?.marginBoxes),
    }),
  };
  const painted: PaintMemory =
    memory === 0
      ? NO_PAINT_MEMORY
      : {
          parts: countedByObject(recall?.parts),
          paintings: countedByObject(recall?.drawings),
          stretches: memoByObject(),
          paths: memoByKey(memory * FRAMES_OF_SECTION),
        };
  const remembered = memory === 0 ? layOut : rememberSections(styles, width, remembering, memory, recall);

  // A block that is remembered has the places of another document.
  const noticesOf = noticesAnew(layOut, memory);

  const compose = (
    sections: readonly SectionSource[],
    blockOf: typeof layOut,
    pageContext: LayoutContext,
    paintMemory: PaintMemory,
  ): Composition => {
    const blocks = distinct(sections.map(blockOf));
    const sectionOf = sectionNumbers(blocks);
    const pages = paginate(blocks, stylesheet.pages, pageContext);
    return {
      pages: pages.map((page) => encodePage(page, sectionOf, shared.fonts, paintMemory)),
      notices: sections.flatMap((section, index) => (blocks[index]?.notices ? noticesOf(section) : [])),
    };
  };

  return {
    compose(html, file = 'document.html') {
      const sections = splitSections(html, file);
      try {
        return compose(sections, remembered, remembering, painted);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        // What is remembered has the places of the document that it was first laid out for.
        return compose(sections, layOut, context, NO_PAINT_MEMORY);
      }
    },
    write: ({ pages }, meta, protection) => writeDocument(pages, meta, shared, protection),
    openPrintFile: (meta, sink, protection) => createPrintFile(meta, shared, sink, protection),
    missing(text) {
      const chain = fonts.chain(stylesheet.root.fontFamily, 400);
      return [...new Set(collectGraphemes(text))].filter((cluster) => chain.resolve(cluster) === undefined);
    },
  };
}

export interface TypesetOptions extends Omit<TypesetterOptions, 'baseText' | 'baseWords'>, DocumentMeta {
  /** The document's name in errors. */
  readonly file?: string;
  /** Hears what composition could not do by its rules. */
  readonly onNotice?: (notice: Problem) => void;
}

/** One PDF file from HTML and CSS of the subset. For more than one with the same CSS, keep a `createTypesetter`. */
export function typeset(
  html: string,
  { file, title, lang, author, subject, keywords, date, standard, onNotice, ...options }: TypesetOptions,
): Uint8Array {
  const typesetter = createTypesetter(options);
  const more = {
    ...(author && { author }),
    ...(subject && { subject }),
    ...(keywords && { keywords }),
    ...(standard && { standard }),
  };
  const composition = typesetter.compose(html, file);
  if (onNotice !== undefined) composition.notices.forEach(onNotice);
  return typesetter.write(composition, { title, lang, date, ...more });
}

/** Sections flow from page to page, so one width must do for all of them. */
function textWidth({ first, rest }: PageStyles, file: string): Length {
  const widthOf = ({ width, marginLeft, marginRight }: PageStyle): Length => width - marginLeft - marginRight;
  if (widthOf(first) === widthOf(rest)) return widthOf(rest);
  return refuse({
    code: 'style/unequal-page-widths',
    message: {
      ja: '@page と @page :first とで、本文の幅（用紙の幅から左右の余白を引いたもの）が違います。',
      en: 'The text area of @page :first is not as wide as that of @page.',
    },
    hint: {
      ja: '左右の余白の合計をそろえてください。',
      en: 'Give both the same sum of left and right margins.',
    },
    place: { kind: 'file', file },
  });
}

/** Gives a section's notices, at its own places: the same source has the same ones, as many lines further down. */
function noticesAnew(
  layOut: (section: SectionSource) => Block,
  limit: number,
): (section: SectionSource) => readonly Problem[] {
  const first = memoByKey<{ readonly notices: readonly Problem[]; readonly from: SourcePlace }>(limit);
  return (section) => {
    const { notices, from } = first(section.html, () => ({
      notices: layOut(section).notices ?? [],
      from: section.place,
    }));
    return notices.map((notice) => ({ ...notice, ...moved(notice.place, from, section.place) }));
  };
}

function moved(place: Place | undefined, from: SourcePlace, to: SourcePlace): Pick<Problem, 'place'> {
  if (place?.kind !== 'source') return place === undefined ? {} : { place };
  const column = place.line === from.line ? place.column - from.column + to.column : place.column;
  return { place: { ...place, file: to.file, line: place.line - from.line + to.line, column } };
}

/** Two sections of one source are one strip in memory, and yet two sections of the document, each with boxes of its own. */
function distinct(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => (blocks.indexOf(block) === index ? block : copy(block)));
}

const copy = (block: Block): Block => ({
  ...block,
  absolutes: block.absolutes.map((absolute) => ({ ...absolute, block: copy(absolute.block) })),
});

/** Which section of the document a block comes from; what is placed absolutely belongs to the section it stands in. */
function sectionNumbers(blocks: readonly Block[]): (block: Block) => number {
  const numbers = new Map<Block, number>();
  const number = (block: Block, section: number): void => {
    numbers.set(block, section);
    for (const { block: inner } of block.absolutes) number(inner, section);
  };
  for (const [section, block] of blocks.entries()) number(block, section);
  return (block) => sure(numbers.get(block), 'section of a block');
}

function countedByObject<Key extends object, Result>(
  tally: Tally | undefined,
): (object: Key, detail: string, compute: () => Result) => Result {
  const recall = memoByObject<Key, Result>();
  return (object, detail, compute) => recall(object, detail, counted(tally, compute));
}

function paragraphMemory(sections: number, tally: Tally | undefined): ParagraphMemory {
  const limit = sections * PARAGRAPHS_OF_SECTION;
  const [linesAgain, widthsAgain] = [onceAgain(limit), onceAgain(limit)];
  const lines = memoByKey<readonly InlineLine[]>(limit, {
    result: (known, key) => (linesAgain(key) ? known : undefined),
  });
  const widths = memoByKey<InlineMeasure>(limit, {
    // The two numbers alone: what finds them out when it is asked holds the whole paragraph.
    result: (known, key) => (widthsAgain(key) ? { min: known.min, max: known.max } : undefined),
  });
  // So few hold little of any document's text.
  const settings = memoByKey<Setting>(SETTINGS_KEPT, { key: (key) => key });
  const numbers = new WeakMap<Style, number>();
  let styles = 0;
  let last: { readonly content: object; readonly key: string } | undefined;
  return {
    contentKey(content, compute) {
      if (last?.content !== content) last = { content, key: compute() };
      return last.key;
    },
    lines: (key, compute) => lines(key, counted(tally, compute)),
    widths,
    settings,
    numberOf(style) {
      let number = numbers.get(style);
      if (number === undefined) {
        number = styles++;
        numbers.set(style, number);
      }
      return number;
    },
  };
}

function imageReader(picture: TypesetterOptions['picture']): LayoutContext['image'] {
  const images = memoByKey<Image>(PICTURES_KEPT);
  return (src, place) =>
    images(src, () => {
      const bytes = picture === undefined ? undefined : placed(place, () => picture(src));
      return bytes === undefined ? refuse({ ...missingPicture(src), place }) : readImage(src, bytes, place);
    });
}

/** Whoever gives the pictures does not know who asks. */
function placed<Result>(place: SourcePlace, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(
      error.problems.map((problem) => ({ ...problem, place })),
      { cause: error },
    );
  }
}

const missingPicture = (src: string) => ({
  code: 'image/missing',
  message: { ja: `画像「${src}」がありません。`, en: `There is no picture "${src}".` },
  hint: {
    ja: 'テンプレートのフォルダーに画像を置き、その名前を src に書いてください。',
    en: "Put the picture into the template's folder and name it in src.",
  },
});
