/**
 * Takes an image or a drawing of the subset, gives its content box: size and item (CSS 2.2 §10.3.2, §10.6.2; an image's
 * pixels count 96 to the inch).
 */

import type { SourcePlace } from '../../problem.js';
import { ProblemError } from '../../problem.js';
import { type Length, mm, pt, scale, toPt } from '../../units.js';
import type { ReplacedBox } from '../style/box.js';
import { barcodeRectangles } from '../symbols/customer-barcode.js';
import { qrRectangles } from '../symbols/qr.js';
import type { Item } from './block.js';
import type { LayoutContext } from './layout-context.js';
import { cannotLayOut } from './misfits.js';
import { insetsOf, resolve, statedHeight } from './used-lengths.js';

export interface Drawing {
  /** Of the content box. */
  readonly width: Length;
  readonly height: Length;
  /** From the content box's top left corner. */
  readonly item: Item;
}

interface Size {
  readonly width: Length;
  readonly height: Length;
}

const QR_SIZE = mm(20);
/** Of the font size. */
const TICK_STROKE = 0.06;
const TICK_RADIUS = 0.08;

export function drawReplaced(box: ReplacedBox, containing: Length, context: LayoutContext): Drawing {
  const { drawing, style, role } = box;
  const base = { x: 0, y: 0, role } as const;
  switch (drawing.kind) {
    case 'image': {
      const image = context.image(drawing.src, box.place);
      const size = usedSize(box, containing, {
        width: pt(image.width * 0.75),
        height: pt(image.height * 0.75),
      });
      return { ...size, item: { ...base, kind: 'image', ...size, image } };
    }
    case 'qr': {
      const { width } = keepRatio(box, usedSize(box, containing, { width: QR_SIZE, height: QR_SIZE }), 1);
      const rectangles = qrRectangles(drawing.text, width);
      const size = { width, height: width };
      return { ...size, item: { ...base, kind: 'shape', ...size, color: style.color, rectangles } };
    }
    case 'customer-barcode': {
      // Its size is a type size; a stated width or height stands for one.
      const points = toPt(style.fontSize);
      const normal = barcodeRectangles(
        drawing.codes,
        style.width === 'auto' && style.height === 'auto' ? points : 10,
      );
      const used = keepRatio(box, usedSize(box, containing, normal), normal.width / normal.height);
      const { rectangles, ...size } =
        used.width === normal.width
          ? normal
          : barcodeRectangles(drawing.codes, Math.round((1000 * used.width) / normal.width) / 100);
      return { ...size, item: { ...base, kind: 'shape', ...size, color: style.color, rectangles } };
    }
    case 'tick': {
      const size = usedSize(box, containing, { width: style.fontSize, height: style.fontSize });
      const stroke = scale(style.fontSize, TICK_STROKE);
      const inset = Math.round(stroke / 2);
      const item: Item = {
        kind: 'frame',
        role,
        x: inset,
        y: inset,
        width: size.width - stroke,
        height: size.height - stroke,
        stroke,
        radius: scale(style.fontSize, TICK_RADIUS),
        color: style.color,
      };
      return { ...size, item };
    }
  }
}

/** Of the content box; the natural ratio gives the measure that is not stated. */
function usedSize({ style }: ReplacedBox, containing: Length, natural: Size): Size {
  const insets = insetsOf(style, containing);
  const width = style.width === 'auto' ? undefined : contentWidth(resolve(style.width, containing));
  const height = statedHeight(style, insets);
  if (width === undefined && height === undefined) return natural;
  return {
    width: width ?? scale(height ?? 0, natural.width / natural.height),
    height: height ?? scale(width ?? 0, natural.height / natural.width),
  };

  function contentWidth(stated: Length): Length {
    return style.boxSizing === 'border-box' ? Math.max(stated - insets.left - insets.right, 0) : stated;
  }
}

/** A code that is stretched in one direction cannot be read: that is refused, not mended. */
function keepRatio(box: ReplacedBox, size: Size, ratio: number): Size {
  if (Math.abs(size.width - size.height * ratio) <= size.width / 100) return size;
  throw new ProblemError([distorted(box.place)]);
}

function distorted(place: SourcePlace) {
  return cannotLayOut(
    'layout/distorted-code',
    [
      'コードの縦横の比が変わる大きさが指定されています。',
      'QR コードとカスタマバーコードの大きさは、width か height のどちらか一方だけで指定してください。',
    ],
    [
      'The stated size would distort the code.',
      'Size a QR code or customer barcode by width or by height, not by both.',
    ],
    place,
  );
}
