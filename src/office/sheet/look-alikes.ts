/** Takes values to be typed, gives the look-alikes among their characters: explained for the legend, and which ask for care (V16). */

import type { LegendEntry } from './sheet.js';
import { SIGN_NAMES } from './spelling.js';

const LOOK_ALIKES: readonly LegendEntry[] = [
  { character: '0', explanation: '数字のゼロ' },
  { character: 'O', explanation: '大文字のオー' },
  { character: 'o', explanation: '小文字のオー' },
  { character: '1', explanation: '数字のイチ' },
  { character: 'l', explanation: '小文字のエル' },
  { character: 'I', explanation: '大文字のアイ' },
  { character: 'i', explanation: '小文字のアイ' },
  { character: '2', explanation: '数字のニ' },
  { character: 'Z', explanation: '大文字のゼット' },
  { character: 'z', explanation: '小文字のゼット' },
  { character: '5', explanation: '数字のゴ' },
  { character: 'S', explanation: '大文字のエス' },
  { character: '8', explanation: '数字のハチ' },
  { character: 'B', explanation: '大文字のビー' },
  { character: 'rn', explanation: 'アールとエヌの2文字（エムではない）' },
  { character: 'vv', explanation: 'ブイが2文字（ダブルではない）' },
];

/** A sign of every address is clear in itself. */
const EXPLAINED = [...LOOK_ALIKES, ...SIGN_NAMES.filter(({ character }) => character !== '@')];

/** Only what occurs in the values: letters and digits in the table's order, then signs by code. */
export function legendFor(values: readonly string[]): readonly LegendEntry[] {
  const text = values.join('\n');
  // So is the dot, but where a comma stands beside it.
  const unclear = (character: string) => character !== '.' || text.includes(',');
  return EXPLAINED.filter(({ character }) => text.includes(character) && unclear(character));
}

/** Characters that cannot be told apart by their shape alone. A small o is one only beside a zero or a capital O. */
export function ambiguousIn(value: string): readonly string[] {
  const suspects = /[0O]/.test(value) ? /[0Oo1Il]/g : /[1Il]/g;
  return [...new Set(value.match(suspects) ?? [])];
}
