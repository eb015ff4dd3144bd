/** Takes items that are not text, gives their operators: fills, lines, frames, pictures, vector symbols (ISO 32000-1 §8.5). */

import type { Length } from '../../units.js';
import type { Fill, Frame, ImageItem, Line, Outline, Shape } from '../layout/block.js';
import type { ContentWriter } from './content-writer.js';
import { milli, operand } from './operands.js';
import { boxPath, framePath, type Rectangle } from './outline-path.js';
import type { PaintMemory } from './paint-memory.js';

/** Where the item's own coordinates lie on the page: x grows to the right, y downwards from the page's top. */
export interface Origin {
  readonly x: Length;
  readonly y: Length;
  readonly pageHeight: Length;
}

export function paintFill(content: ContentWriter, item: Fill, origin: Origin): void {
  content.fillColor(item.color);
  content.paint(`${boxPath(rectangle(item, origin), milli(item.radius), item.open)} f`);
}

export function paintFrame(
  content: ContentWriter,
  item: Frame,
  origin: Origin,
  recall: PaintMemory['paths'],
): void {
  content.strokeColor(item.color);
  content.pen(milli(item.stroke), 'solid');
  const box = rectangle(item, origin);
  const radius = milli(item.radius);
  const key = `${box.left} ${box.bottom} ${box.right} ${box.top} ${radius} ${item.open ?? ''}`;
  content.paint(recall(key, () => `${framePath(box, radius, item.open)} S`));
}

export function paintLine(content: ContentWriter, item: Line, origin: Origin): void {
  content.strokeColor(item.color);
  content.pen(milli(item.width), item.dash);
  const from = point(item.x, item.y, origin);
  const to = point(item.x + item.dx, item.y + item.dy, origin);
  content.paint(`${from} m ${to} l S`);
}

export function paintImage(content: ContentWriter, item: ImageItem, origin: Origin, resource: string): void {
  const { left, bottom, right, top } = rectangle(item, origin);
  const size = `${operand(right - left)} 0 0 ${operand(top - bottom)}`;
  content.paint(`q ${size} ${operand(left)} ${operand(bottom)} cm /${resource} Do Q`);
}

/** One path for all rectangles: neighbours leave no seam between them. */
export function paintShape(content: ContentWriter, item: Shape, origin: Origin): void {
  if (item.rectangles.length === 0) return;
  content.fillColor(item.color);
  const paths = item.rectangles.map(([x, y, width, height]) =>
    boxPath(rectangle({ x: item.x + x, y: item.y + y, width, height }, origin), 0, undefined),
  );
  content.paint(`${paths.join('\n')} f`);
}

export function paintOutline(content: ContentWriter, item: Outline, origin: Origin): void {
  const path = item.contour.map((numbers, index) => {
    const points: string[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      points.push(point(item.x + (numbers[i] ?? 0), item.y + (numbers[i + 1] ?? 0), origin));
    }
    return `${points.join(' ')} ${index === 0 ? 'm' : points.length === 1 ? 'l' : 'c'}`;
  });
  if (item.stroke === undefined) content.fillColor(item.color);
  else {
    content.strokeColor(item.color);
    content.pen(milli(item.stroke), 'solid');
  }
  content.paint(`${path.join('\n')} ${item.stroke === undefined ? 'f' : 's'}`);
}

interface Box {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
}

/** Each edge is rounded by itself, so boxes that touch in layout touch on the page. */
function rectangle({ x, y, width, height }: Box, origin: Origin): Rectangle {
  return {
    left: milli(origin.x + x),
    right: milli(origin.x + x + width),
    top: milli(origin.pageHeight - origin.y - y),
    bottom: milli(origin.pageHeight - origin.y - y - height),
  };
}

const point = (x: Length, y: Length, origin: Origin): string =>
  `${operand(milli(origin.x + x))} ${operand(milli(origin.pageHeight - origin.y - y))}`;
