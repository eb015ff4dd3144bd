/** Takes a character that is to be emphasised, gives its mark, drawn beside it (圏点; JLREQ 3.3.9, CSS Text Decoration 4 §3). */

import { type Length, scale } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { Style } from '../../style/style.js';
import type { EmphasisShape } from '../../style/value.js';
import { ARTIFACT, type Item } from '../block.js';
import { ABOVE_BASELINE } from './em-box.js';
import { glyphRuns } from './glyph-runs.js';
import { advanceOf } from './resolve-glyphs.js';

/** Of the em box that a mark stands in: half the character's size, as ruby. */
export const MARK_SIZE = 1 / 2;
/** How wide the shapes are drawn in that box. */
const WIDTHS: Readonly<Record<EmphasisShape['shape'], number>> = {
  dot: 0.42,
  circle: 0.76,
  'double-circle': 0.84,
  triangle: 0.8,
  sesame: 0.62,
};
const STROKE = 0.08;
const CORE = 0.4;

/** CSS Text Decoration 4 §3.2: no mark stands at spaces, controls and punctuation, these signs aside. */
const UNMARKED = /^[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{P}]/u;
const SIGNS = new Set([...'#%‰‱٪؉؊&⁊@§¶⁋⁓〽'].map((sign) => sign.normalize('NFKD')));

export const takesMark = (text: string): boolean => {
  const [first = ''] = text;
  return !UNMARKED.test(first) || SIGNS.has(first.normalize('NFKD'));
};

/** The mark of a character whose middle is at x; `y` is the middle of the mark's em box. */
export function shapedMark(style: Style, mark: EmphasisShape, x: Length, y: Length): readonly Item[] {
  const box = scale(style.fontSize, MARK_SIZE);
  const size = scale(box, WIDTHS[mark.shape]);
  const paint = { style, box, open: !mark.filled };
  switch (mark.shape) {
    case 'dot':
    case 'circle':
      return [mark.filled ? outline(paint, DISC, size, x, y) : ring(paint, size, x, y)];
    case 'double-circle':
      // Filled, its core is; open, it is a circle in a circle.
      return [
        ring(paint, size, x, y),
        mark.filled ? outline(paint, DISC, scale(size, CORE), x, y) : ring(paint, scale(size, CORE), x, y),
      ];
    case 'triangle':
      return [outline(paint, TRIANGLE, size, x, y)];
    case 'sesame':
      return [outline(paint, SESAME, size, x, y)];
  }
}

/** A mark that is a character: half as large, its em box in the place of the shapes'. */
export function writtenMark(style: Style, glyph: ResolvedCluster, x: Length, y: Length): readonly Item[] {
  const fontSize = scale(style.fontSize, MARK_SIZE);
  const left = x - Math.floor(advanceOf(glyph, fontSize) / 2);
  const baseline = y - Math.floor(fontSize / 2) + scale(fontSize, ABOVE_BASELINE);
  const runs = glyphRuns();
  runs.add(glyph, left, baseline, { ...style, fontSize, color: colorOf(style) }, ARTIFACT);
  return runs.finish();
}

interface Paint {
  readonly style: Style;
  readonly box: Length;
  readonly open: boolean;
}

/** The stroke lies within the size. */
function ring({ style, box }: Paint, size: Length, x: Length, y: Length): Item {
  const stroke = scale(box, STROKE);
  const radius = Math.floor((size - stroke) / 2);
  const width = 2 * radius;
  return { ...at(style, x - radius, y - radius), kind: 'frame', width, height: width, radius, stroke };
}

/** Corners and curves in parts of the shape's width, from its middle. */
type Contour = readonly (readonly number[])[];

/** How far the control points of a quarter circle stand from its ends, in radii. */
const ARC = 0.5522847498 / 2;
/** No Fill: that is what a background is. */
const DISC: Contour = [
  [0.5, 0],
  [0.5, ARC, ARC, 0.5, 0, 0.5],
  [-ARC, 0.5, -0.5, ARC, -0.5, 0],
  [-0.5, -ARC, -ARC, -0.5, 0, -0.5],
  [ARC, -0.5, 0.5, -ARC, 0.5, 0],
];
const TRIANGLE: Contour = [
  [0, -0.45],
  [0.5, 0.42],
  [-0.5, 0.42],
];
/** A drop that falls to the lower right. */
const SESAME: Contour = [
  [-0.5, -0.34],
  [-0.3, -0.6, 0.5, 0.1, 0.42, 0.44],
  [0.32, 0.7, -0.02, 0.5, -0.5, -0.34],
];

function outline({ style, box, open }: Paint, contour: Contour, size: Length, x: Length, y: Length): Item {
  const left = x - Math.floor(size / 2);
  const top = y - Math.floor(size / 2);
  const half = size / 2;
  const contourHere = contour.map((numbers) => numbers.map((part) => Math.round(half + part * size)));
  return {
    ...at(style, left, top),
    kind: 'outline',
    width: size,
    height: size,
    contour: contourHere,
    ...(open ? { stroke: scale(box, STROKE) } : {}),
  };
}

const colorOf = ({ textEmphasisColor, color }: Style): Style['color'] =>
  textEmphasisColor === 'currentcolor' ? color : textEmphasisColor;

const at = (style: Style, x: Length, y: Length) => ({ role: ARTIFACT, x, y, color: colorOf(style) });
