/** Takes a chosen line, gives its line box with every glyph and object in its place. */

import { type Length, scale, ZERO } from '../../../units.js';
import type { InlineBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import { ARTIFACT, type Item, type LinkArea } from '../block.js';
import { ABOVE_BASELINE, BELOW_BASELINE } from './em-box.js';
import { glyphRuns } from './glyph-runs.js';
import type { InlineLine } from './inline-line.js';
import type { LineRange } from './line-range.js';
import { emTop, measureLineBox, objectTop } from './measure-line-box.js';
import type { Cluster } from './paragraph.js';
import type { Setting } from './setting.js';

/** `start` is where the visible content begins; `added` what justification puts before each cluster, from `line.from` on. */
export function placeLine(
  setting: Setting,
  line: LineRange,
  container: Style,
  start: Length,
  added: readonly Length[],
): InlineLine {
  const { height, baseline } = measureLineBox(setting, line, container);
  const { clusters, advances, gaps, leads, glyphs, objects } = setting;
  const runs = glyphRuns();
  const drawn: Item[] = [];
  const traces = new Map<InlineBox, Trace>();
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
      drawn.push(...object.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })));
    }
    if (i < line.end) trace(traces, cluster, x, x + advance, baseline, object?.height);
    x += advance;
  }
  placeReadings(setting, line, lefts, baseline, runs);

  return {
    height,
    baseline,
    items: [...backgrounds(traces), ...drawn, ...runs.finish()],
    links: links(traces),
    width: start + line.width + added.reduce((sum, length) => sum + length, ZERO),
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

/** The part of an inline box that stands on this line. */
interface Trace {
  left: Length;
  right: Length;
  top: Length;
  bottom: Length;
}

function trace(
  traces: Map<InlineBox, Trace>,
  { piece }: Cluster,
  left: Length,
  right: Length,
  baseline: Length,
  objectHeight: Length | undefined,
): void {
  if (piece.enclosing.length === 0) return;
  const size = piece.style.fontSize;
  const top = baseline - piece.rise - (objectHeight ?? scale(size, ABOVE_BASELINE));
  const bottom = baseline - piece.rise + (objectHeight === undefined ? scale(size, BELOW_BASELINE) : ZERO);
  for (const box of piece.enclosing) {
    const known = traces.get(box);
    if (known === undefined) traces.set(box, { left, right, top, bottom });
    else {
      known.right = right;
      known.top = Math.min(known.top, top);
      known.bottom = Math.max(known.bottom, bottom);
    }
  }
}

function backgrounds(traces: ReadonlyMap<InlineBox, Trace>): readonly Item[] {
  return [...traces].flatMap(([{ style }, { left, right, top, bottom }]): Item[] =>
    style.backgroundColor === 'transparent'
      ? []
      : [
          {
            kind: 'fill',
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            color: style.backgroundColor,
            radius: style.borderRadius,
            role: ARTIFACT,
          },
        ],
  );
}

function links(traces: ReadonlyMap<InlineBox, Trace>): readonly LinkArea[] {
  return [...traces].flatMap(([{ href, role }, { left, right, top, bottom }]) =>
    href === undefined ? [] : [{ x: left, y: top, width: right - left, height: bottom - top, href, role }],
  );
}
