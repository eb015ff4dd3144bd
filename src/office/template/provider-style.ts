/**
 * Takes a provider's profile, gives the custom properties that a template's style sheet reads: where the envelope's
 * window lies and what of it is always seen is the office's business, how the address stands in it is the template's.
 */

import { barcodeSize } from '../../postal/barcode-size.js';
import type { Provider } from '../provider/provider.js';
import type { Template } from './template.js';

/** Without the tail of a binary fraction, and never as `1e-7`. */
const mm = (length: number): string => `${+length.toFixed(3)}mm`;

/** The template's style sheet followed by the provider's values, so that every line keeps its number. */
export function styleFor(template: Template, provider: Provider): Template['css'] {
  if (provider.mailing === undefined) return template.css;
  const { window, slack = { x: 0, y: 0 } } = provider.mailing;
  const width = window.width - slack.x;
  const size = barcodeSize(width);
  const values = [
    `--window-left: ${window.x}mm`,
    `--window-top: ${window.y}mm`,
    `--window-width: ${mm(width)}`,
    `--window-height: ${mm(window.height - slack.y)}`,
    `--window-bottom: ${mm(window.y + window.height)}`,
    ...(size === undefined ? [] : [`--barcode-size: ${size}pt`]),
  ];
  return { ...template.css, text: `${template.css.text}\nsection { ${values.join('; ')} }\n` };
}
