/**
 * Takes an address as an office writes it and the places that its postal code stands for, says what does not agree
 * (postal.md §3). One place that agrees is enough: some codes stand for many towns, a few for two prefectures.
 */

import { halfWidth } from './address-number.js';

export interface PostalPlace {
  readonly prefecture: string;
  readonly city: string;
  /** Empty for the rest of a city (「以下に掲載がない場合」). */
  readonly town: string;
}

/** The first part that agrees with none of the places. */
export type Mismatch = 'prefecture' | 'city' | 'town';

const DEPTH: Readonly<Record<Mismatch, number>> = { prefecture: 0, city: 1, town: 2 };

/** Undefined where the address lies in one of the places. */
export function mismatchOf(address: string, places: readonly PostalPlace[]): Mismatch | undefined {
  const written = comparable(address);
  let furthest: Mismatch = 'prefecture';
  for (const place of places) {
    const found = mismatchWith(written, place);
    if (found === undefined) return undefined;
    if (DEPTH[found] > DEPTH[furthest]) furthest = found;
  }
  return furthest;
}

function mismatchWith(written: string, { prefecture, city, town }: PostalPlace): Mismatch | undefined {
  const named = PREFECTURE.exec(written)?.[0];
  // Offices often leave the prefecture out.
  if (named !== undefined && named !== comparable(prefecture)) return 'prefecture';
  const inPrefecture = written.slice(named?.length ?? 0);
  const full = comparable(city);
  const [begin] = [full, full.replace(/^.+?郡/, '')].filter((name) => inPrefecture.startsWith(name));
  if (begin === undefined) return 'city';
  const rest = inPrefecture.slice(begin.length);
  // In Kyoto the streets stand before the town. Where no more than the city is written, there is nothing to compare.
  return rest === '' || rest.includes(comparable(town)) ? undefined : 'town';
}

const PREFECTURE = /^(?:北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島|[^市区町村]{2})県)/;

const DIGITS = '〇一二三四五六七八九';

/** What is written now one way and now another, in one. */
function comparable(text: string): string {
  return halfWidth(text)
    .replace(/[\s\u3000]/g, '')
    .replace(/大字|字|小字/g, '')
    .replace(/[ヶケがガ]/g, 'ケ')
    .replace(/[のノ之]/g, 'ノ')
    .replace(/[ツッつっ]/g, 'ツ')
    .replace(/[〇零一二三四五六七八九十百]+/g, (numeral) => String(numberOf(numeral)));
}

/** 十二 and 一二 are both 12. */
function numberOf(numeral: string): number {
  let whole = 0;
  let current = 0;
  for (const character of numeral) {
    if (character === '十' || character === '百') {
      whole += Math.max(current, 1) * (character === '十' ? 10 : 100);
      current = 0;
    } else current = current * 10 + Math.max(DIGITS.indexOf(character), 0);
  }
  return whole + current;
}
