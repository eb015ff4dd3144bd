/**
 * Takes a measured paragraph, gives what its gaps may lose and gain when a line is set to its measure, stage by stage
 * (JLREQ 3.8.3 with Tables 3 and 5, 3.8.4 with Table 6).
 */

import { type Length, ZERO } from '../../../units.js';
import type { Style } from '../../style/style.js';
import { autospaceType } from './character-class.js';
import { ALLOWED, INSIDE_PHRASE } from './find-opportunities.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Cluster } from './paragraph.js';
import type { Setting } from './setting.js';
import { opensBetween } from './solid-setting.js';

/** Every place of a stage gives the same part of what it can before the next stage is asked. */
export interface Stage {
  /** By how much the room before cluster i may change. */
  readonly limits: Float64Array;
  /** Sums of the limits before cluster i. */
  readonly sums: Float64Array;
}

export interface Adjustments {
  /** Word spaces, middle dots, brackets and commas, between scripts. */
  readonly reductions: readonly Stage[];
  /** Word spaces, between scripts, between kana and ideographs, wherever a line may break. */
  readonly expansions: readonly Stage[];
  /** What a middle dot at a line's end gives up, all of it or nothing: the glue on either side. */
  readonly dotAtEnd: (last: number) => Length;
}

/** The parts of glue that may go: as books do, and as far as JLREQ lets them. */
const REDUCIBLE = {
  'table-5': { words: 1 / 4, dots: 0, marks: 1 / 2, scripts: 0 },
  'table-3': { words: 1 / 4, dots: 1, marks: 1, scripts: 1 / 2 },
} as const;
/** From 1/3 em to 1/2 em. */
const WORDS_OPEN = 1 / 2;
const SCRIPTS_OPEN = 1;
/** Of the em, between two characters. */
const SOLID_OPENS = 1 / 4;
/** What more each gap may open before the line is better left ragged: JLREQ knows no limit here. */
const LOOSEST = 1 / 8;

export function findAdjustments(
  setting: Setting,
  reduction: Style['AnnaiReduction'],
  loosest: number = LOOSEST,
): Adjustments {
  const { clusters, types, glue, opportunities } = setting;
  const reducible = REDUCIBLE[reduction];
  const solid = new Float64Array(clusters.length);
  const anywhere = new Float64Array(clusters.length);
  const inRuby = insideReadings(setting);
  for (let i = 1; i < clusters.length; i++) {
    const before = clusters[i - 1];
    const after = clusters[i];
    if (before === undefined || after === undefined) continue;
    const size = after.piece.style.fontSize;
    if (inRuby[i] === true) continue;
    if (glue.scripts[i] === ZERO && (isSolid(setting, i) || isTight(setting, i)))
      solid[i] = Math.floor(size * SOLID_OPENS);
    if (mayPart(opportunities[i], before, after)) anywhere[i] = Math.floor(size * loosest);
  }
  return {
    reductions: [
      part(glue.words, reducible.words),
      part(glue.dots, reducible.dots),
      part(glue.marks, reducible.marks),
      part(glue.scripts, reducible.scripts),
    ],
    expansions: [
      part(glue.words, WORDS_OPEN),
      part(glue.scripts, SCRIPTS_OPEN),
      stage(solid),
      stage(anywhere),
    ],
    dotAtEnd: (last) =>
      reduction === 'table-3' && types[last] === 'middle-dot' ? 2 * (glue.dots[last] ?? ZERO) : ZERO,
  };
}

/** Nothing opens within a base and its ruby. */
function insideReadings({ readings, clusters }: Setting): readonly boolean[] {
  const inside = new Array<boolean>(clusters.length).fill(false);
  for (const { from, to } of readings) inside.fill(true, from + 1, to);
  return inside;
}

function part(lengths: readonly Length[], share: number): Stage {
  const limits = new Float64Array(lengths.length);
  if (share > 0) for (let i = 0; i < limits.length; i++) limits[i] = Math.floor((lengths[i] ?? ZERO) * share);
  return stage(limits);
}

function stage(limits: Float64Array): Stage {
  const sums = new Float64Array(limits.length + 1);
  let sum = 0;
  for (let i = 0; i < limits.length; i++) {
    sum += limits[i] ?? 0;
    sums[i + 1] = sum;
  }
  return { limits, sums };
}

/** What the gaps of a line have: the first cluster's own gap is none of them. */
export const totalOf = ({ sums }: Stage, from: number, end: number): Length =>
  (sums[end] ?? 0) - (sums[from + 1] ?? 0);

function isSolid({ types }: Setting, i: number): boolean {
  return opensBetween(types[i - 1] ?? 'western', types[i] ?? 'western');
}

/** Brackets and stops that the face draws without their blank half, as proportional ones do, stand as close as kana. */
function isTight({ types, advances, gaps, clusters, opportunities }: Setting, i: number): boolean {
  if (opportunities[i] !== ALLOWED && opportunities[i] !== INSIDE_PHRASE) return false;
  const closes = CLOSING.has(types[i - 1] ?? 'western');
  const opens = types[i] === 'opening-bracket' && !BLANK.has(types[i - 1] ?? 'western');
  if (!closes && !opens) return false;
  const blank = (at: number): Length =>
    (advances[at] ?? ZERO) - Math.floor((clusters[at]?.piece.style.fontSize ?? ZERO) / 2);
  const room = (gaps[i] ?? ZERO) + (closes ? blank(i - 1) : ZERO) + (opens ? blank(i) : ZERO);
  return 4 * room < (clusters[i]?.piece.style.fontSize ?? ZERO);
}

const CLOSING: ReadonlySet<JlreqClass> = new Set<JlreqClass>(['closing-bracket', 'full-stop', 'comma']);

/** What stands apart from a bracket after it as it is. */
const BLANK: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'middle-dot',
  'ideographic-space',
  'western-space',
]);

/** Never inside Western text, such as a URL. */
function mayPart(kind: number | undefined, before: Cluster, after: Cluster): boolean {
  return (kind === ALLOWED || kind === INSIDE_PHRASE) && (isJapanese(before) || isJapanese(after));
}

const isJapanese = ({ codePoint }: Cluster): boolean =>
  autospaceType(codePoint) === 'ideograph' || codePoint > 0x2000;
