/** Takes a chosen line, gives its line box with every glyph and object in its place. */

import { sure } from '../../../problem.js';
import { type Length, scale, ZERO } from '../../../units.js';
import type { Style } from '../../style/style.js';
import type { Item } from '../block.js';
import { BELOW_BASELINE } from './em-box.js';
import { MARK_SIZE, shapedMark, takesMark, writtenMark } from './emphasis-marks.js';
import { glyphRuns } from './glyph-runs.js';
import type { InlineLine } from './inline-line.js';
import { inlineTraces } from './inline-traces.js';
import type { JustifiedLine } from './justify-line.js';
import type { LineRange } from './line-range.js';
import { emTop, measureLineBox, objectTop } from './measure-line-box.js';
import type { Cluster } from './paragraph.js';
import type { PlacedReading, ReadingPart } from './placed-reading.js';
import { advanceOf } from './resolve-glyphs.js';
import type { Setting } from './setting.js';

/**
 * `start` is where the visible content begins; `added` what justification puts before each cluster, from `line.from` on, and `width` what comes of it;
 * `available` the width of the containing block.
 */
export function placeLine(
  setting: Setting,
  line: LineRange,
  container: Style,
  start: Length,
  { added, width }: Pick<JustifiedLine, 'added' | 'width'>,
  available: Length,
): InlineLine {
  const { height, baseline } = measureLineBox(setting, line, container);
  const { clusters, advances, gaps, leads, glyphs, objects } = setting;
  const runs = glyphRuns();
  const traces = inlineTraces();
  const lefts: Length[] = [];
  const parts = partsOf(setting, line);
  const marks: Item[] = [];
  let x = start - line.startTrim;

  for (let i = line.from; i < line.to; i++) {
    const cluster = clusters[i];
    if (cluster === undefined) break;
    if (i > line.from) x += (gaps[i] ?? ZERO) + (added[i - line.from] ?? ZERO);
    const part = parts.find(({ from, to }) => from <= i && i < to);
    if (part !== undefined && i > part.from) x += part.between;
    lefts.push(x);
    const lead = (leads[i] ?? ZERO) + (i === part?.from ? part.lead : ZERO);
    const advance =
      (advances[i] ?? ZERO) + lead - (leads[i] ?? ZERO) + (i + 1 === part?.to ? part.tail : ZERO);
    const { piece } = cluster;
    const own = glyphs[i];
    const mark = piece.style.textEmphasisStyle;
    if (own !== undefined && mark !== 'none' && takesMark(cluster.text)) {
      const middle = x + lead + Math.round(advanceOf(own, piece.style.fontSize) / 2);
      const y = baseline + markMiddle(setting, i);
      const written = setting.marks.get(i);
      if ('shape' in mark) marks.push(...shapedMark(piece.style, mark, middle, y));
      else if (written !== undefined) marks.push(...writtenMark(piece.style, written, middle, y));
    }
    const glyph =
      own ?? (i === line.end - 1 ? setting.hyphens.get(i) : undefined) ?? setting.breakSpaces.get(i);
    if (glyph !== undefined) {
      runs.add(glyph, x + lead, baseline - piece.rise, piece.style, piece.role);
    }
    const object = objects.get(i);
    if (object !== undefined) {
      const y = objectY(object.height, objectTop(object, piece, container), cluster, height, baseline);
      for (const item of object.items) runs.addObject({ ...item, x: item.x + x, y: item.y + y });
    }
    if (i < line.end) {
      const reach =
        object === undefined
          ? undefined
          : { above: objectTop(object, piece, container) ?? object.height, height: object.height };
      traces.add(cluster, clusters[i + 1], x, x + advance, baseline, reach);
    }
    x += advance;
  }
  placeReadings(setting, line, parts, lefts, baseline, runs);

  return {
    height,
    baseline,
    // Marks come behind the text: it stays one run, and they one artifact.
    items: [...traces.decorations(available), ...runs.finish(), ...marks],
    links: traces.links(),
    width: start + width,
  };
}

function objectY(
  objectHeight: Length,
  top: Length | undefined,
  { piece }: Cluster,
  height: Length,
  baseline: Length,
): Length {
  if (top !== undefined) return baseline - top;
  return piece.style.verticalAlign === 'top' ? ZERO : height - objectHeight;
}

/** From the baseline to the middle of the em box of a mark: outside of ruby (CSS Text Decoration 4 §3.4). */
function markMiddle({ clusters, readings }: Setting, i: number): Length {
  const piece = sure(clusters[i], 'cluster').piece;
  const half = scale(piece.style.fontSize, MARK_SIZE / 2);
  if (piece.style.textEmphasisPosition === 'under') {
    return scale(piece.style.fontSize, BELOW_BASELINE) - piece.rise + half;
  }
  const ruby = readings.find(({ from, to }) => from <= i && i < to)?.size ?? ZERO;
  return -(emTop(piece) + ruby + half);
}

/** A compound of which only a part stands on the line. */
type LinePart = ReadingPart & Pick<PlacedReading, 'from' | 'to'>;

function partsOf({ readings }: Setting, line: LineRange): readonly LinePart[] {
  return readings.flatMap((reading) => {
    const from = Math.max(reading.from, line.from);
    const to = Math.min(reading.to, line.to);
    if (reading.divided === undefined || to <= from || to - from === reading.to - reading.from) return [];
    return [{ from, to, ...reading.divided.divide(from, to) }];
  });
}

function placeReadings(
  { readings, clusters }: Setting,
  line: LineRange,
  parts: readonly LinePart[],
  lefts: readonly Length[],
  baseline: Length,
  runs: ReturnType<typeof glyphRuns>,
): void {
  for (const reading of readings) {
    if (reading.to <= line.from || reading.from >= line.to) continue;
    const { from, glyphs } =
      parts.find((part) => part.from >= reading.from && part.to <= reading.to) ?? reading;
    const base = clusters[from];
    if (base === undefined) continue;
    const bottom = baseline - emTop(base.piece);
    const left = lefts[from - line.from] ?? ZERO;
    for (const { resolved, style, role, x } of glyphs) {
      runs.add(resolved, left + x, bottom - scale(style.fontSize, BELOW_BASELINE), style, role);
    }
  }
}
