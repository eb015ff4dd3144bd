/** Takes the ruby texts of a paragraph, gives their glyphs placed over their bases (JLREQ 3.3.5, 3.3.6). */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import { type Length, ZERO } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { TextBox } from '../../style/box.js';
import { blankOf, spacingClass } from './blank.js';
import type { JlreqClass } from './jlreq-class.js';
import type { Cluster, Paragraph } from './paragraph.js';
import { advanceOf, type GlyphSource } from './resolve-glyphs.js';

export interface PlacedReading {
  /** Clusters of the base, from ≤ i < to. They never part. */
  readonly from: number;
  readonly to: number;
  readonly box: TextBox;
  /** x from the left edge of the room of the base's first cluster. */
  readonly glyphs: readonly { readonly resolved: ResolvedCluster; readonly x: Length }[];
}

/** Room added at both edges of a run and between its characters. */
interface Spread {
  readonly edge: Length;
  readonly between: Length;
}

/** Widens the bases' room (`advances`, `leads`, `gaps` are changed) where the ruby text is longer than its base. */
export function setReadings(
  { readings }: Paragraph,
  clusters: readonly Cluster[],
  source: GlyphSource,
  measures: { readonly advances: Length[]; readonly leads: Length[]; readonly gaps: Length[] },
): readonly PlacedReading[] {
  if (readings.length === 0) return [];
  const placed: PlacedReading[] = [];
  for (let from = 0; from < clusters.length; ) {
    const index = clusters[from]?.piece.reading;
    let to = from + 1;
    if (index !== undefined) while (clusters[to]?.piece.reading === index) to++;
    const box = index === undefined ? undefined : readings[index];
    if (box !== undefined) placed.push(setReading(box, from, to, clusters, source, measures));
    from = to;
  }
  return placed;
}

function setReading(
  box: TextBox,
  from: number,
  to: number,
  clusters: readonly Cluster[],
  source: GlyphSource,
  {
    advances,
    leads,
    gaps,
  }: { readonly advances: Length[]; readonly leads: Length[]; readonly gaps: Length[] },
): PlacedReading {
  const size = box.style.fontSize;
  const glyphs = collectGraphemes(box.text).flatMap((text) => {
    const resolved = source.resolve(text, box.style, box.place);
    return resolved === undefined ? [] : [{ resolved, advance: advanceOf(resolved, size) }];
  });
  const rubyWidth = glyphs.reduce((sum, { advance }) => sum + advance, ZERO);
  let baseWidth = advances[from] ?? ZERO;
  for (let i = from + 1; i < to; i++) baseWidth += (gaps[i] ?? ZERO) + (advances[i] ?? ZERO);

  const rubySpread = spread(Math.max(baseWidth - rubyWidth, 0), glyphs.length, size);
  const baseSpread = spread(Math.max(rubyWidth - baseWidth, 0), to - from, undefined);
  for (let i = from + 1; i < to; i++) gaps[i] = (gaps[i] ?? ZERO) + baseSpread.between;
  leads[from] = (leads[from] ?? ZERO) + baseSpread.edge;
  advances[from] = (advances[from] ?? ZERO) + baseSpread.edge;
  advances[to - 1] = (advances[to - 1] ?? ZERO) + baseSpread.edge;
  const reach = { edge: baseSpread.edge, size };
  if (from > 0) {
    const blank = glueAfter(clusters[from - 1], advances[from - 1], gaps[from]);
    gaps[from] = (gaps[from] ?? ZERO) - overhang(clusters[from - 1], advances[from - 1], blank, reach);
  }
  if (to < clusters.length) {
    const blank = glueBefore(clusters[to], advances[to], gaps[to]);
    gaps[to] = (gaps[to] ?? ZERO) - overhang(clusters[to], advances[to], blank, reach);
  }

  let x = rubySpread.edge;
  const set = glyphs.map(({ resolved, advance }) => {
    const at = x;
    x += advance + rubySpread.between;
    return { resolved, x: at };
  });
  return { from, to, box, glyphs: set };
}

/** JLREQ 3.3.8: over kana and their kin, up to a ruby em; never over ideographs, nor over another base. */
const OVERHUNG: ReadonlySet<JlreqClass> = new Set<JlreqClass>([
  'hiragana',
  'katakana',
  'small-kana',
  'prolonged-sound-mark',
  'inseparable',
  'middle-dot',
]);

interface Reach {
  readonly edge: Length;
  /** Of the ruby text. */
  readonly size: Length;
}

/**
 * How far the ruby text reaches over a neighbour, or over the glue of a mark. As glue it works between characters only: at
 * a line's head and end the base keeps its room, and nothing reaches out of the line. Two ruby texts over one kana take
 * half of it each.
 */
function overhang(
  neighbour: Cluster | undefined,
  advance: Length | undefined,
  blank: Length,
  { edge, size }: Reach,
): Length {
  if (neighbour === undefined || advance === undefined || neighbour.piece.reading !== undefined) return ZERO;
  if (blank > ZERO) return Math.min(edge, size, blank);
  if (!OVERHUNG.has(spacingClass(neighbour.codePoint))) return ZERO;
  return Math.min(edge, size, Math.floor(advance / 2));
}

/** The blank half of a closing bracket or stop before the base, and of an opening bracket after it. */
function glueAfter(mark: Cluster | undefined, advance: Length = ZERO, gap: Length = ZERO): Length {
  if (mark === undefined) return ZERO;
  const type = spacingClass(mark.codePoint);
  if (type !== 'closing-bracket' && type !== 'full-stop' && type !== 'comma') return ZERO;
  return blankOf(type, advance, mark.piece.style.fontSize).after + gap;
}

function glueBefore(mark: Cluster | undefined, advance: Length = ZERO, gap: Length = ZERO): Length {
  if (mark === undefined || spacingClass(mark.codePoint) !== 'opening-bracket') return ZERO;
  return blankOf('opening-bracket', advance, mark.piece.style.fontSize).before + gap;
}

/** Edges to inner room as 1:2; where the edges may hold `most` at most, the rest goes between. */
function spread(slack: Length, count: number, most: Length | undefined): Spread {
  if (count <= 1) return { edge: Math.floor(slack / 2), between: ZERO };
  const even = Math.floor(slack / (2 * count));
  const edge = most === undefined ? even : Math.min(even, most);
  return { edge, between: Math.floor((slack - 2 * edge) / (count - 1)) };
}
