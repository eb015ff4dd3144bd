/**
 * Takes a chosen line and the room it is to fill, gives what each gap gains, by the simple rules of the JLREQ task force
 * (簡便な行組版ルール): the closer at the line's end takes back its blank half, then word spaces open, then the line opens
 * evenly between its characters.
 */

import { type Length, ZERO } from '../../../units.js';
import { autospaceType } from './character-class.js';
import { ALLOWED, INSIDE_PHRASE } from './find-opportunities.js';
import { type JlreqClass, jlreqClass } from './jlreq-class.js';
import type { LineRange } from './line-range.js';
import type { Setting } from './setting.js';

/** From 1/3 em to 1/2 em (JLREQ Table 6). */
const WORD_SPACE_LIMIT = 1 / 6;
/** Between two characters: what is more looks like a hole, so such a line stays ragged. */
const CHARACTER_LIMIT = 1 / 4;

/** Added before each cluster of the line, counted from `line.from`; undefined where the line is better left ragged. */
export function justifyLine(setting: Setting, line: LineRange, room: Length): readonly Length[] | undefined {
  let slack = room - line.width;
  const added = new Array<Length>(line.end - line.from).fill(ZERO);
  if (slack <= 0) return added;
  slack -= Math.min(slack, blankAtEnd(setting, line));

  for (const [accepts, limit] of STAGES) {
    if (slack > 0) slack -= share(slack, sites(setting, line, accepts, limit), added, line.from);
  }
  return slack > 0 ? undefined : added;
}

const STAGES: readonly (readonly [(setting: Setting, at: number) => boolean, number])[] = [
  [isWordSpace, WORD_SPACE_LIMIT],
  [isBetweenCharacters, CHARACTER_LIMIT],
  [isBeforeOrAfterMark, CHARACTER_LIMIT],
];

/** What the closer at the line's end gave up: not a hung mark, which is no part of the line, nor a hyphen's room. */
function blankAtEnd({ advances }: Setting, { end, endTrim }: LineRange): Length {
  return endTrim > 0 && endTrim < (advances[end - 1] ?? ZERO) ? endTrim : ZERO;
}

interface Site {
  readonly at: number;
  readonly limit: Length;
}

function sites(
  setting: Setting,
  line: LineRange,
  accepts: (setting: Setting, at: number) => boolean,
  limit: number,
): readonly Site[] {
  const found: Site[] = [];
  for (let at = line.from + 1; at < line.end; at++) {
    const size = setting.clusters[at]?.piece.style.fontSize ?? ZERO;
    if (accepts(setting, at)) found.push({ at, limit: Math.floor(size * limit) });
  }
  return found;
}

/** Every site gives the same part of what it can; returns how much was found. */
function share(slack: Length, stage: readonly Site[], added: Length[], from: number): Length {
  const most = stage.reduce((sum, { limit }) => sum + limit, ZERO);
  if (most === 0 || slack <= 0) return ZERO;
  const wanted = Math.min(slack, most);
  let limits = 0;
  let given = 0;
  for (const { at, limit } of stage) {
    limits += limit;
    const upTo = Math.round((wanted * limits) / most);
    added[at - from] = (added[at - from] ?? ZERO) + upTo - given;
    given = upTo;
  }
  return wanted;
}

/** After a word space, so that the space and what is added to it are one gap. */
function isWordSpace({ clusters }: Setting, at: number): boolean {
  return clusters[at - 1]?.text === ' ';
}

/** Kana, kanji and what is set solid with them (JLREQ 3.8.4, third stage). */
const SOLID: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'dividing-punctuation',
  'inseparable',
  'iteration-mark',
  'prolonged-sound-mark',
  'small-kana',
  'hiragana',
  'katakana',
  'ideograph',
]);

function isBetweenCharacters(setting: Setting, at: number): boolean {
  const before = setting.clusters[at - 1];
  const after = setting.clusters[at];
  if (before === undefined || after === undefined) return false;
  if (before.piece === after.piece && before.piece.reading !== undefined) return false;
  const left = jlreqClass(before.codePoint);
  const right = jlreqClass(after.codePoint);
  if (left === 'inseparable' && right === 'inseparable') return false;
  return SOLID.has(left) && SOLID.has(right) && (isJapanese(before.codePoint) || isJapanese(after.codePoint));
}

const isJapanese = (codePoint: number): boolean =>
  autospaceType(codePoint) === 'ideograph' || codePoint > 0x2000;

/** Where a line might break too, before openers and after closers; but never inside Western text, such as a URL. */
function isBeforeOrAfterMark({ clusters, opportunities }: Setting, at: number): boolean {
  const kind = opportunities[at];
  if (kind !== ALLOWED && kind !== INSIDE_PHRASE) return false;
  return [clusters[at - 1], clusters[at]].some((cluster) => isJapanese(cluster?.codePoint ?? 0));
}
