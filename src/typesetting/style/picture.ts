/** Takes a picture's element, gives what it draws and the words for those who do not see it. */

import { sure } from '../../problem.js';
import type { Element, Node } from '../markup/element.js';
import type { ReplacedBox } from './box.js';

const BARCODE_TEXT = 'カスタマバーコード';
export const TICK_TEXT = 'チェック欄';

export const isPicture = (node: Node): node is Element =>
  node.kind === 'element' && (node.tag === 'img' || node.tag === 'qr' || node.tag === 'customer-barcode');

/** Empty for mere decoration. */
export const descriptionOf = (picture: Element): string =>
  picture.attributes.alt ?? (picture.tag === 'customer-barcode' ? BARCODE_TEXT : '');

export function drawingOf({ tag, attributes }: Element): ReplacedBox['drawing'] {
  switch (tag) {
    case 'img':
      return { kind: 'image', src: sure(attributes.src, 'src') };
    case 'qr':
      return { kind: 'qr', text: sure(attributes.text, 'text') };
    case 'customer-barcode':
      return { kind: 'customer-barcode', codes: sure(attributes.codes, 'codes') };
    case 'tick':
      return { kind: 'tick' };
    default:
      throw new Error(`annai: internal error: <${tag}> draws nothing`);
  }
}
