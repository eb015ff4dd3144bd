/** Takes a chosen line, gives its line box with every glyph and object in its place. */

import { type Length, scale, ZERO } from '../../../units.js';
import type { Style } from '../../style/style.js';
import { BELOW_BASELINE } from './em-box.js';
import { glyphRuns } from './glyph-runs.js';
import type { InlineLine } from './inline-line.js';
import { inlineTraces } from './inline-traces.js';
import type { JustifiedLine } from './justify-line.js';
import type { LineRange } from './line-range.js';
import { emTop, measureLineBox, objectTop } from './measure-line-box.js';
import type { Cluster } from './paragraph.js';
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
  let x = start - line.startTrim;

  for (let i = line.from; i < line.to; i++) {
    const cluster = clusters[i];
    if (cluster === undefined) break;
    if (i > line.from) x += (gaps[i] ?? ZERO) + (added[i - line.from] ?? ZERO);
    lefts.push(x);
    const advance = advances[i] ?? ZERO;
    const { piece } = cluster;
    const glyph = glyphs[i] ?? (i === line.end - 1 ? setting.hyphens.get(i) : undefined);
    if (glyph !== undefined) {
      runs.add(glyph, x + (leads[i] ?? ZERO), baseline - piece.rise, piece.style, piece.role);
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
  placeReadings(setting, line, lefts, baseline, runs);

  return {
    height,
    baseline,
    items: [...traces.decorations(available), ...runs.finish()],
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

function placeReadings(
  { readings, clusters }: Setting,
  { from, to }: LineRange,
  lefts: readonly Length[],
  baseline: Length,
  runs: ReturnType<typeof glyphRuns>,
): void {
  for (const reading of readings) {
    const base = clusters[reading.from];
    if (reading.from < from || reading.from >= to || base === undefined) continue;
    const { style, role } = reading.box;
    const y = baseline - emTop(base.piece) - scale(style.fontSize, BELOW_BASELINE);
    const left = lefts[reading.from - from] ?? ZERO;
    for (const { resolved, x } of reading.glyphs) runs.add(resolved, left + x, y, style, role);
  }
}
