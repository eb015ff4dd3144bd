/**
 * Takes 住所B (what follows the town in an address), gives the 住所表示番号 for the customer barcode: digits, single letters
 * and the hyphens between them (Japan Post, 郵便番号・バーコードマニュアル, 抜き出し規則).
 *
 * The text is not normalised first: NFKC would make V of Ⅴ and 1 of ①, which are no part of the number.
 */

const FULL_WIDTH_OFFSET = 0xfee0;
const DELETED = /[&/・.]/g;
export const NUMERAL_BEFORE_COUNTER = /[〇零一二三四五六七八九十百千]+(?=丁目|丁|番地|番|号|地割|線|の|ノ)/g;
/** In this order: a digit's floor mark F, a word of letters, a single letter, digits, and a piece of anything else. */
const PIECE = /(?<=[0-9])F(?![A-Z])|[A-Z]{2,}|[A-Z]|[0-9]+|[^0-9A-Z]+/g;
const KEPT = /^(?:[0-9]+|[A-Z])$/;

export function addressNumber(addressB: string): string {
  const text = halfWidth(addressB)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(DELETED, '')
    .replace(NUMERAL_BEFORE_COUNTER, (numeral) => String(arabic(numeral)));
  let afterDigit = false;
  let result = '';
  for (const piece of text.match(PIECE) ?? []) {
    const isFloor = piece === 'F' && afterDigit;
    const kept = KEPT.test(piece) && !isFloor;
    if (kept) result += piece;
    else if (!result.endsWith('-')) result += '-';
    afterDigit = /[0-9]$/.test(piece);
  }
  return result.replace(/^-|-$/g, '').replace(/-(?=[A-Z])|(?<=[A-Z])-/g, '');
}

/** Keeps every character in its place. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll('\u3000', ' ')
    .replaceAll('･', '・');

const DIGITS = '〇一二三四五六七八九';
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 二十一 as well as 三〇五. */
function arabic(numeral: string): number {
  let total = 0;
  let current = 0;
  let pending = false;
  for (const character of numeral) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      current = current * 10 + Math.max(0, DIGITS.indexOf(character));
      pending = true;
    } else {
      total += (pending ? current : 1) * unit;
      current = 0;
      pending = false;
    }
  }
  return total + current;
}
