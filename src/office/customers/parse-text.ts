/** Takes names, addresses and other wording as typed, gives it normalised for print (records.md §1, postal.md §4.2). */

import { countGraphemes } from 'unicode-segmenter/grapheme';
import type { Entry } from './field.js';
import { findAddressDamage } from './find-excel-damage.js';
import { joinKana, joinSpaces, oneWaveDash } from './normalise-text.js';
import { reportDamage } from './report-damage.js';
import { showCharacter, showText } from './show-text.js';

export const NAME_LIMIT = 40;

export function parseName(entry: Entry): string | undefined {
  const name = joinSpaces(joinKana(entry.text));
  return unquestioned(entry) && within(entry, name, NAME_LIMIT) ? name : undefined;
}

/** Katakana, long vowel and repeat marks, middle dot and the space between family and given name. */
const KATAKANA = /^[\u30A1-\u30FA\u30FC-\u30FE・\u3000゛゜]+$/;

export function parseKana(entry: Entry): string | undefined {
  const kana = joinSpaces(joinKana(entry.text)).replace(/[\u3041-\u3096\u309D\u309E]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60),
  );
  if (!unquestioned(entry)) return undefined;
  const stray = [...kana].find((character) => !KATAKANA.test(character));
  if (stray === undefined) return within(entry, kana, NAME_LIMIT) ? kana : undefined;
  const shown = showCharacter(stray);
  entry.report(
    'error',
    'customers/kana',
    {
      ja: `「${entry.called.ja}」に、カタカナでない文字${shown.ja}があります。`,
      en: `"${entry.called.en}" holds ${shown.en}, which is not katakana.`,
    },
    {
      ja: '全角カタカナで入れてください（例：カイ　タロウ）。',
      en: 'Enter katakana, for example カイ　タロウ.',
    },
  );
  return undefined;
}

export function parseAddress(entry: Entry): string | undefined {
  const address = oneWaveDash(joinKana(entry.text));
  const damage = findAddressDamage(entry.text);
  if (damage !== undefined) reportDamage(damage, entry);
  return damage === undefined && unquestioned(entry) && within(entry, address, 40) ? address : undefined;
}

/** Wording that is printed as typed. `limit` in characters as a reader counts them. */
export const parseWording =
  (limit: number) =>
  (entry: Entry): string | undefined =>
    within(entry, entry.text, limit) ? joinKana(entry.text) : undefined;

/** The name that mail programs show to others: kept as typed, for half-width kana and emoji only a warning. */
export function parseSenderName(entry: Entry): string | undefined {
  const odd = entry.text.match(/[\uFF61-\uFF9F]|\p{Extended_Pictographic}/u)?.[0];
  if (odd !== undefined) {
    const shown = showCharacter(odd);
    entry.report(
      'warning',
      'customers/sender-name',
      {
        ja: `「${entry.called.ja}」に半角カナか絵文字${shown.ja}があります。受け取る人の画面で文字化けすることがあります。`,
        en: `"${entry.called.en}" holds half-width kana or an emoji, ${shown.en}; it may be garbled at the receiver's.`,
      },
      { ja: '全角の文字だけにすると安全です。', en: 'Full-width characters only are safe.' },
    );
  }
  return within(entry, entry.text, NAME_LIMIT) ? entry.text : undefined;
}

/** Excel writes `?` for every kanji that Shift_JIS lacks, so a question mark here is a lost character. */
function unquestioned({ text, called, report }: Entry): boolean {
  if (!text.includes('?')) return true;
  report(
    'error',
    'V05',
    {
      ja: `「${called.ja}」の「${showText(text)}」に「?」（U+003F）があります。保存のときに漢字が「?」に変わったあとと思われます。`,
      en: `"${showText(text)}" in "${called.en}" holds "?" (U+003F): most likely a kanji that was lost in saving.`,
    },
    {
      ja: 'もとの漢字を入れ直し、Excelでは「CSV UTF-8」か .xlsx で保存してください。',
      en: 'Enter the kanji again and save as “CSV UTF-8” or .xlsx.',
    },
  );
  return false;
}

function within({ called, report }: Entry, text: string, limit: number): boolean {
  const length = countGraphemes(text);
  if (length <= limit) return true;
  report(
    'error',
    'customers/too-long',
    {
      ja: `「${called.ja}」が${length}文字あります。${limit}文字までです。`,
      en: `"${called.en}" has ${length} characters; the limit is ${limit}.`,
    },
    { ja: '短くするか、ほかの欄に分けてください。', en: 'Shorten it or split it over other columns.' },
  );
  return false;
}
