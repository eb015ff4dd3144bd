/**
 * Takes a provider's profile, gives the custom properties that a template's style sheet reads: where the envelope's
 * window lies and what of it is always seen is the office's business, how the address stands in it is the template's.
 */

import { barcodeSize } from '../../postal/barcode-size.js';
import type { Provider } from '../provider/provider.js';

/** Without the tail of a binary fraction, and never as `1e-7`. */
const mm = (length: number) => `${+length.toFixed(3)}mm` as const;

/** By name, with their units. */
export function sectionLengths({
  mailing,
}: Provider): Readonly<Record<`--${string}`, `${number}${'mm' | 'pt'}`>> {
  if (mailing === undefined) return {};
  const { window, slack = { x: 0, y: 0 } } = mailing;
  const width = window.width - slack.x;
  const size = barcodeSize(width);
  return {
    '--window-left': `${window.x}mm`,
    '--window-top': `${window.y}mm`,
    '--window-width': mm(width),
    '--window-height': mm(window.height - slack.y),
    '--window-bottom': mm(window.y + window.height),
    ...(size !== undefined && { '--barcode-size': `${size}pt` }),
  };
}
