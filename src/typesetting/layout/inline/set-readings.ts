/** Takes the ruby texts of a paragraph, gives their glyphs placed over their bases (JLREQ 3.3.5 to 3.3.7). */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import { sure } from '../../../problem.js';
import { type Length, ZERO } from '../../../units.js';
import { overhangAfter, overhangBefore } from './overhang.js';
import type { Cluster, Paragraph, Reading } from './paragraph.js';
import type { PlacedReading, ReadingPart } from './placed-reading.js';
import { advanceOf, type GlyphSource } from './resolve-glyphs.js';
import { fitRuby, type RubyGlyph } from './ruby-fit.js';

/** To be changed where ruby widens its bases. */
interface OpenMeasures {
  readonly advances: Length[];
  readonly leads: Length[];
  readonly gaps: Length[];
}

/** A base with its ruby text: clusters from ≤ i < to. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
  readonly glyphs: readonly RubyGlyph[];
}

/** Widens the bases' room (`measures` are changed) where the ruby text is longer than its base. */
export function setReadings(
  { readings }: Paragraph,
  clusters: readonly Cluster[],
  source: GlyphSource,
  measures: OpenMeasures,
): readonly PlacedReading[] {
  if (readings.length === 0) return [];
  const placed: PlacedReading[] = [];
  for (const word of wordsOf(pairsOf(readings, clusters, source))) {
    // Characters of a compound that have room enough for their own ruby keep it to themselves (JLREQ 3.3.7).
    const together = word.length > 1 && word.some((pair) => lacksRoom(pair, measures));
    if (together) placed.push(setWord(word, clusters, measures));
    else for (const pair of word) placed.push(setWord([pair], clusters, measures));
  }
  return placed;
}

function pairsOf(
  readings: readonly Reading[],
  clusters: readonly Cluster[],
  source: GlyphSource,
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let from = 0; from < clusters.length; ) {
    const index = clusters[from]?.piece.reading;
    let to = from + 1;
    if (index !== undefined) {
      while (clusters[to]?.piece.reading === index) to++;
      const reading = sure(readings[index], 'reading');
      pairs.push({ from, to, reading, glyphs: glyphsOf(reading, source) });
    }
    from = to;
  }
  return pairs;
}

function glyphsOf({ boxes }: Reading, source: GlyphSource): readonly RubyGlyph[] {
  return boxes.flatMap(({ text, style, role, place }) =>
    collectGraphemes(text).flatMap((cluster) => {
      const resolved = source.resolve(cluster, style, place);
      return resolved === undefined
        ? []
        : [{ resolved, style, role, advance: advanceOf(resolved, style.fontSize) }];
    }),
  );
}

/** The pairs of one compound stand together, every other one for itself. */
function wordsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const words: Pair[][] = [];
  for (const pair of pairs) {
    const word = words.at(-1);
    const before = word?.at(-1);
    const { compound } = pair.reading;
    const goesOn = compound !== undefined && before?.reading.compound === compound && before.to === pair.from;
    if (goesOn) word?.push(pair);
    else words.push([pair]);
  }
  return words;
}

const widthOf = ({ advances, gaps }: OpenMeasures, from: number, to: number): Length => {
  let width = advances[from] ?? ZERO;
  for (let i = from + 1; i < to; i++) width += (gaps[i] ?? ZERO) + (advances[i] ?? ZERO);
  return width;
};

const lacksRoom = ({ from, to, glyphs }: Pair, measures: OpenMeasures): boolean =>
  glyphs.reduce((sum, { advance }) => sum + advance, ZERO) > widthOf(measures, from, to);

function setWord(word: readonly Pair[], clusters: readonly Cluster[], measures: OpenMeasures): PlacedReading {
  const { from } = sure(word[0], 'pair');
  const { to } = sure(word.at(-1), 'pair');
  const { advances, leads, gaps } = measures;
  const unspaced = { advances: [...advances.slice(from, to)], gaps: gaps.slice(from, to) };
  const fitted = fitRuby(
    widthOf(measures, from, to),
    to - from,
    word.flatMap(({ glyphs }) => glyphs),
  );
  const { edge, between } = fitted;
  for (let i = from + 1; i < to; i++) gaps[i] = (gaps[i] ?? ZERO) + between;
  leads[from] = (leads[from] ?? ZERO) + edge;
  advances[from] = (advances[from] ?? ZERO) + edge;
  advances[to - 1] = (advances[to - 1] ?? ZERO) + edge;

  const reach = { edge, size: fitted.size };
  const before = clusters[from - 1];
  const after = clusters[to];
  const overhangs = clusters[from]?.piece.style.rubyOverhang === 'auto';
  let over: Length = ZERO;
  if (overhangs && before !== undefined) {
    over = overhangBefore(before, advances[from - 1] ?? ZERO, gaps[from] ?? ZERO, reach);
    gaps[from] = (gaps[from] ?? ZERO) - over;
  }
  if (overhangs && after !== undefined) {
    gaps[to] = (gaps[to] ?? ZERO) - overhangAfter(after, advances[to] ?? ZERO, gaps[to] ?? ZERO, reach);
  }
  const { glyphs, size } = fitted;
  if (word.length === 1) return { from, to, size, glyphs };

  /** A line holds a part of the compound: its own ruby alone, as if it were the whole. */
  const divide = (start: number, end: number): ReadingPart => {
    const pairs = word.filter((pair) => pair.from >= start && pair.to <= end);
    const own = {
      advances: unspaced.advances.slice(start - from, end - from),
      gaps: unspaced.gaps.slice(start - from, end - from),
    };
    const part = fitRuby(
      widthOf({ ...own, leads: [] }, 0, end - start),
      end - start,
      pairs.flatMap((pair) => pair.glyphs),
    );
    // What has reached over the character before the word needs its room still.
    const head = start === from ? Math.max(part.edge, over) : part.edge;
    return {
      glyphs: part.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + head - part.edge })),
      lead: head - (start === from ? edge : ZERO),
      between: part.between - between,
      tail: part.edge - (end === to ? edge : ZERO),
    };
  };
  const divisions = word.slice(1).map((pair) => pair.from);
  return { from, to, size, glyphs, divided: { divisions, divide } };
}
