/**
 * Takes the lines of an address, gives 住所B: what follows the town's name, from 丁目 on (Japan Post,
 * 郵便番号・バーコードマニュアル). Undefined where a number may be part of the town's name: 三番町, 八丁堀, 北7条西.
 *
 * No list of towns is asked. Text without a number adds nothing to the barcode, so it is enough to know the first number
 * that is none of the town's.
 */

import { halfWidth, NUMERAL_BEFORE_COUNTER } from './address-number.js';

export interface AddressLines {
  readonly address1: string;
  readonly address2?: string;
  readonly building?: string;
}

/** A number, or a letter that stands alone: no town is named with one. */
const KEPT = new RegExp(`[0-9]+|(?<![A-Za-z])[A-Za-z](?![A-Za-z])|${NUMERAL_BEFORE_COUNTER.source}`, 'g');
/** What follows a number that counts: a word for what is counted, or anything that a name does not go on with. */
const COUNTED =
  /^(?:丁目|番地|地割|号(?!線)|階|棟|室|[丁番のノ](?=[0-9〇零一二三四五六七八九十百千])|[丁番]?(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]))/u;

export function afterTown({ address1, address2 = '', building = '' }: AddressLines): string | undefined {
  const inFirst = numbersOf(address1);
  const inSecond = numbersOf(address2);
  const from = (line: string, index: number, ...more: readonly string[]) =>
    [line.slice(index), ...more].filter((part) => part !== '').join('\u3000');
  if (inFirst[0]?.counted) return from(address1, inFirst[0].index, address2, building);
  if (inFirst.some(({ counted }) => counted)) return undefined;
  // Numbers that count nothing are the town's where the next line begins the count: the office has divided them.
  if (inSecond[0]?.counted) return from(address2, inSecond[0].index, building);
  return inFirst.length + inSecond.length === 0 ? building : undefined;
}

interface FoundNumber {
  readonly index: number;
  readonly counted: boolean;
}

function numbersOf(line: string): readonly FoundNumber[] {
  const text = halfWidth(line);
  return Array.from(text.matchAll(KEPT), ({ 0: number, index }) => ({
    index,
    counted: /[A-Za-z]/.test(number) || COUNTED.test(text.slice(index + number.length)),
  }));
}
