/** Takes a kind and an edition, gives the finished PDF and what pdf.js reads of it: made once for all tests of a file. */

import type { Customer } from '../../src/office/customers/customer.js';
import type { Edition, Kind } from '../../src/office/sheet/sheet.js';
import { createPipeline, type Pipeline } from '../../src/pipeline.js';
import { customerOf, KINDS } from '../office/sheet/customer-for-tests.js';
import { openPdf, type PlacedText, placedTexts } from '../typesetting/pdf/read-pdf.js';

export const ISSUE_DATE = '2026-11-23';
export const EDITIONS = ['normal', 'large'] as const satisfies readonly Edition[];

export interface Copy {
  readonly kind: Kind;
  readonly edition: Edition;
}

/** The nine kinds in both editions. */
export const COPIES: readonly Copy[] = KINDS.flatMap((kind) =>
  EDITIONS.map((edition) => ({ kind, edition })),
);

export const PERSONAL: readonly Kind[] = KINDS.filter((kind) => kind !== 'U');

const pipelines = new Map<Edition, Pipeline>();

/** The shipped template and profile; prints PMD, too, which rule V11 refuses unless told otherwise. */
export function pipelineOf(edition: Edition): Pipeline {
  const pipeline =
    pipelines.get(edition) ?? createPipeline({ issueDate: ISSUE_DATE, edition, allowRisky: true });
  pipelines.set(edition, pipeline);
  return pipeline;
}

/** Only what a counter sheet needs. */
export const minimumRecord = (kind: Kind): Customer =>
  customerOf(kind, { mailAddress: 'k.yamada@cvk.ne.jp' });

/** Every field filled in, as long as they are in practice. */
export function fullRecord(kind: Kind): Customer {
  const multiple = ['PMK', 'PMD', 'PMN', 'IM', 'U'].includes(kind);
  // The undecided sheet is not for mailing.
  const byPost: Partial<Customer> = kind === 'U' ? { devices: 'multiple' } : { deliveryMethod: 'post' };
  const keeps: Partial<Customer> = ['PSK', 'PMK'].includes(kind) ? { leaveDays: 14 } : {};
  return customerOf(kind, {
    customerId: 'KS-20260312',
    contractId: 'A-2026-0430',
    name: '髙橋　𠮷﨑葛\u{E0100}',
    nameKana: 'タカハシ　ヨシサキカズラ',
    postalCode: '4000505',
    address1: '山梨県南巨摩郡富士川町長澤0番地',
    address2: '葛\u{E0100}の棚団地第二',
    building: 'メゾン髙﨑101号室',
    mailAddress: 'yoshisaki.takahashi@cvk.ne.jp',
    senderName: '髙橋𠮷﨑葛\u{E0100}',
    ...byPost,
    ...keeps,
    deviceCount: multiple ? 3 : 1,
    deviceList: multiple ? ['PC', 'iPhone', 'タブレット'] : ['PC'],
    firstDevice: 'PC',
    mailSoftware: 'Thunderbird',
    issueDate: ISSUE_DATE,
    issuedBy: '名取',
    branch: '本店',
    anshinSupport: 'member',
    remarks: 'お電話はお昼過ぎに',
  });
}

export interface SheetFile {
  readonly bytes: Uint8Array;
  /** Each page's text without white space: pdf.js makes spaces of gaps. */
  readonly pages: readonly string[];
  /**
   * What the sheet says, from first to last: sentences go on over the page's edge, so the feet of the pages are left out
   * and the address window, which is painted last of the first page, comes first.
   */
  readonly text: string;
}

const files = new Map<string, Promise<SheetFile>>();

export function sheetFile(copy: Copy, record: (kind: Kind) => Customer): Promise<SheetFile> {
  const key = `${copy.kind} ${copy.edition} ${record.name}`;
  const file = files.get(key) ?? readSheet(pipelineOf(copy.edition).render(record(copy.kind)));
  files.set(key, file);
  return file;
}

const MM = 72 / 25.4;
const PAPER_HEIGHT = 297 * MM;
const FOOT = 16 * MM;
const WINDOW = { width: 112 * MM, height: 70 * MM };

const inWindow = ({ x, y }: PlacedText): boolean => x < WINDOW.width && y > PAPER_HEIGHT - WINDOW.height;

export async function readSheet(bytes: Uint8Array): Promise<SheetFile> {
  const document = await openPdf(bytes);
  const pages: string[] = [];
  const bodies: string[] = [];
  let window = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const texts = await placedTexts(bytes, number);
    const body = texts.filter(({ y }) => y >= FOOT);
    const before = number === 1 ? body.findLastIndex((text) => !inWindow(text)) + 1 : body.length;
    pages.push(join(texts));
    bodies.push(join(body.slice(0, before)));
    window += join(body.slice(before));
  }
  await document.destroy();
  return { bytes, pages, text: window + bodies.join('') };
}

const join = (texts: readonly PlacedText[]): string =>
  texts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
