/** Takes inline-level boxes, gives the paragraph measured and ready for breaking: clusters, places, glyphs, spacing. */

import { type Length, ZERO } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { LayoutContext } from '../layout-context.js';
import { takesMark } from './emphasis-marks.js';
import { findOpportunities } from './find-opportunities.js';
import { flattenInlines } from './flatten-inlines.js';
import type { InlineObject } from './inline-object.js';
import { measureObject } from './measure-object.js';
import { type Cluster, type Paragraph, roomOfEdges } from './paragraph.js';
import { settingKey } from './paragraph-memory.js';
import { type PlacedReading, partingsOf, type ReadingPart } from './placed-reading.js';
import { advanceOf, type GlyphSource, glyphSource, isHardBreak, SOFT_HYPHEN } from './resolve-glyphs.js';
import { setReadings } from './set-readings.js';
import { setSpacing } from './set-spacing.js';
import type { Setting } from './setting.js';
import { splitClusters } from './split-clusters.js';

/** @throws ProblemError `V04`, one for each cluster that no face holds. */
export function setParagraph(
  content: readonly InlineLevelBox[],
  container: Style,
  context: LayoutContext,
  available: Length,
): Setting {
  const set = () => setAnew(content, container, context, available);
  const { paragraphs } = context;
  const key = paragraphs && settingKey(content, container, paragraphs);
  return paragraphs === undefined || key === undefined ? set() : paragraphs.settings(key, set);
}

function setAnew(
  content: readonly InlineLevelBox[],
  container: Style,
  context: LayoutContext,
  available: Length,
): Setting {
  const paragraph = flattenInlines(content, container, available);
  const clusters = splitClusters(paragraph);
  const source = glyphSource(context.fonts);
  const glyphs = clusters.map(({ text, piece }) =>
    piece.kind === 'object' ? undefined : source.resolve(text, piece.style, piece.place),
  );
  const objects = measureObjects(clusters, context, available);
  const widths = clusters.map((cluster, i) => widthOf(cluster, glyphs[i], objects.get(i)));
  const { hyphens, breakSpaces } = findLineEnds(clusters, source);
  const marks = findMarks(paragraph, clusters, source);

  const spacing = setSpacing(clusters, widths);
  const readings = setReadings(paragraph, clusters, source, spacing);
  const shifted = openEdges(clusters, readings, spacing);
  source.refuseMissing();

  let opportunities: Uint8Array | undefined;
  return {
    ...spacing,
    clusters,
    // What stands on one line whole is never asked for them: names, numbers and labels are many.
    get opportunities() {
      opportunities ??= findOpportunities(paragraph, clusters, container);
      return opportunities;
    },
    glyphs,
    objects,
    readings: shifted,
    marks,
    hyphens,
    breakSpaces,
    lineEndTrims: hyphens.size === 0 ? spacing.lineEndTrims : trimmedAtHyphens(spacing, clusters, hyphens),
    vanishes: clusters.map(
      ({ codePoint }) => codePoint === 0x20 || codePoint === 0x3000 || isHardBreak(codePoint),
    ),
    partings: partingsOf(shifted),
    positions: positionsOf(spacing.advances, spacing.gaps),
  };
}

function widthOf(
  { piece }: Cluster,
  glyphs: ResolvedCluster | undefined,
  object: InlineObject | undefined,
): Length {
  if (object !== undefined) return object.width;
  return glyphs === undefined ? ZERO : advanceOf(glyphs, piece.style.fontSize);
}

function measureObjects(
  clusters: readonly Cluster[],
  context: LayoutContext,
  available: Length,
): ReadonlyMap<number, InlineObject> {
  const objects = new Map<number, InlineObject>();
  for (const [i, { piece }] of clusters.entries()) {
    if (piece.object !== undefined) objects.set(i, measureObject(piece.object, available, context));
  }
  return objects;
}

/**
 * What is drawn only where a line ends. Text taken from its tags has no lines: without a space, what a forced break parts
 * would be read as one word (ISO 32000-1 §14.8.2.5).
 */
function findLineEnds(
  clusters: readonly Cluster[],
  source: GlyphSource,
): Pick<Setting, 'hyphens' | 'breakSpaces'> {
  const hyphens = new Map<number, ResolvedCluster>();
  const breakSpaces = new Map<number, ResolvedCluster>();
  for (const [i, { text, codePoint, piece }] of clusters.entries()) {
    const soft = text === SOFT_HYPHEN;
    if (!soft && (i === clusters.length - 1 || !isHardBreak(codePoint))) continue;
    const glyph = source.resolve(soft ? '-' : ' ', piece.style, piece.place);
    if (glyph !== undefined) (soft ? hyphens : breakSpaces).set(i, glyph);
  }
  return { hyphens, breakSpaces };
}

/** The marks that are characters. */
function findMarks(
  { pieces }: Paragraph,
  clusters: readonly Cluster[],
  source: GlyphSource,
): ReadonlyMap<number, ResolvedCluster> {
  const marks = new Map<number, ResolvedCluster>();
  if (pieces.every(({ style }) => style.textEmphasisStyle === 'none')) return marks;
  for (const [i, { text, piece }] of clusters.entries()) {
    const { textEmphasisStyle: mark } = piece.style;
    if (mark === 'none' || 'shape' in mark || piece.kind !== 'text' || !takesMark(text)) continue;
    const resolved = source.resolve(mark.text, piece.style, piece.place);
    if (resolved !== undefined) marks.set(i, resolved);
  }
  return marks;
}

/** A soft hyphen takes room only where it ends the line. */
const trimmedAtHyphens = (
  { lineEndTrims }: Pick<Setting, 'lineEndTrims'>,
  clusters: readonly Cluster[],
  hyphens: ReadonlyMap<number, ResolvedCluster>,
): Setting['lineEndTrims'] =>
  clusters.map(({ piece }, i) => {
    const hyphen = hyphens.get(i);
    return hyphen === undefined ? (lineEndTrims[i] ?? []) : [-advanceOf(hyphen, piece.style.fontSize)];
  });

/** Margins, borders and paddings of inline boxes are room of the first and last cluster in them. */
function openEdges(
  clusters: readonly Cluster[],
  readings: readonly PlacedReading[],
  { advances, leads }: { readonly advances: Length[]; readonly leads: Length[] },
): readonly PlacedReading[] {
  const before = new Map<number, Length>();
  for (const [i, { piece, start }] of clusters.entries()) {
    const opens = start === piece.start ? roomOfEdges(piece.opening) : ZERO;
    const closes = clusters[i + 1]?.piece === piece ? ZERO : roomOfEdges(piece.closing);
    if (opens === ZERO && closes === ZERO) continue;
    leads[i] = (leads[i] ?? ZERO) + opens;
    advances[i] = (advances[i] ?? ZERO) + opens + closes;
    before.set(i, opens);
  }
  return before.size === 0 ? readings : readings.map((reading) => movedIn(reading, before));
}

/** Ruby stands over its base, inside of the room around it. */
function movedIn(reading: PlacedReading, before: ReadonlyMap<number, Length>): PlacedReading {
  const moved = <Part extends Pick<ReadingPart, 'glyphs'>>(part: Part, from: number): Part => ({
    ...part,
    glyphs: part.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + (before.get(from) ?? ZERO) })),
  });
  const whole = moved(reading, reading.from);
  const { divided } = reading;
  if (divided === undefined) return whole;
  return {
    ...whole,
    divided: { ...divided, divide: (from, to) => moved(divided.divide(from, to), from) },
  };
}

function positionsOf(advances: readonly Length[], gaps: readonly Length[]): readonly Length[] {
  const positions: Length[] = [];
  let x: Length = ZERO;
  for (const [i, advance] of advances.entries()) {
    x += gaps[i] ?? ZERO;
    positions.push(x);
    x += advance;
  }
  positions.push(x);
  return positions;
}
