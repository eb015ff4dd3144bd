/** Takes numbers and codes as typed, full-width or not, gives them in ASCII (records.md §1). */

import type { Wording } from '../../problem.js';
import type { Entry } from './field.js';
import { halfWidth, plainHyphens } from './normalise-text.js';
import { showCharacter, showText } from './show-text.js';

/** Customer and contract numbers: `[0-9A-Za-z-]{1,20}`. */
export function parseCode({ text, called, report }: Entry): string | undefined {
  const code = plainHyphens(halfWidth(text));
  const stray = [...code].find((character) => !/^[0-9A-Za-z-]$/.test(character));
  if (stray === undefined && code.length <= 20) return code;
  const shown = stray === undefined ? undefined : showCharacter(stray);
  report(
    'error',
    'customers/code',
    shown === undefined
      ? {
          ja: `「${called.ja}」の「${code}」は${code.length}文字あります。20文字までです。`,
          en: `"${code}" in "${called.en}" has ${code.length} characters; the limit is 20.`,
        }
      : {
          ja: `「${called.ja}」の「${showText(text)}」に、使えない文字${shown.ja}があります。`,
          en: `"${showText(text)}" in "${called.en}" holds ${shown.en}, which is not allowed.`,
        },
    {
      ja: '半角の数字・英字・ハイフンで20文字までです（例：KS-100234）。',
      en: 'Digits, letters and hyphens, up to 20 (for example KS-100234).',
    },
  );
  return undefined;
}

/** Seven digits without hyphen. Six are an error, not padded: nobody can know that the lost digit was a zero. */
export function parsePostalCode({ text, called, report }: Entry): string | undefined {
  const digits = plainHyphens(halfWidth(text)).replace(/[〒\p{Z}-]/gu, '');
  if (/^\d{7}$/.test(digits)) return digits;
  const lostZero = /^\d{6}$/.test(digits);
  report(
    'error',
    lostZero ? 'V06' : 'customers/postal-code',
    lostZero
      ? {
          ja: `「${called.ja}」の「${showText(text)}」は6けたです。Excelで先頭の0が消えたあとと思われます。`,
          en: `"${showText(text)}" in "${called.en}" has 6 digits: Excel has probably dropped a leading zero.`,
        }
      : {
          ja: `「${called.ja}」の「${showText(text)}」は、郵便番号の形ではありません。`,
          en: `"${showText(text)}" in "${called.en}" is not a postal code.`,
        },
    lostZero
      ? {
          ja: `「0${digits.slice(0, 2)}-${digits.slice(2)}」でよいか住所と合わせて確かめ、列を「文字列」にして入れ直してください。`,
          en: `Check with the address whether it is 0${digits.slice(0, 2)}-${digits.slice(2)}, set the column to “Text” and type it again.`,
        }
      : {
          ja: '7けたの数字で入れてください（例：400-0031）。',
          en: 'Enter seven digits, for example 400-0031.',
        },
  );
  return undefined;
}

/** A whole number within bounds, with or without one of the units in `units` (each worth so many). */
export const parseNumber =
  (least: number, most: number, units: Readonly<Record<string, number>>, hint: Wording) =>
  ({ text, called, report }: Entry): number | undefined => {
    const [, digits = '', unit = ''] =
      /^(\d{1,9})(\D*)$/.exec(halfWidth(text).replace(/[\p{Z},]/gu, '')) ?? [];
    const worth = unit === '' ? 1 : Object.entries(units).find(([name]) => halfWidth(name) === unit)?.[1];
    const number = worth === undefined || digits === '' ? Number.NaN : Number(digits) * worth;
    if (number >= least && number <= most) return number;
    report(
      'error',
      'customers/number',
      {
        ja: `「${called.ja}」の「${showText(text)}」は、入れられる数ではありません。`,
        en: `"${showText(text)}" is not a number that "${called.en}" can hold.`,
      },
      hint,
    );
    return undefined;
  };
