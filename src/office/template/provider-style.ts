/**
 * Takes a provider's profile, gives the custom properties that a template's style sheet reads: where the envelope's
 * window lies is the office's business, how the address stands in it is the template's.
 */

import type { Provider } from '../provider/provider.js';
import type { Template } from './template.js';

/** The template's style sheet followed by the provider's values, so that every line keeps its number. */
export function styleFor(template: Template, provider: Provider): Template['css'] {
  const window = provider.mailing?.window;
  if (window === undefined) return template.css;
  const values = [
    `--window-left: ${window.x}mm`,
    `--window-top: ${window.y}mm`,
    `--window-width: ${window.width}mm`,
    `--window-height: ${window.height}mm`,
    `--window-bottom: ${window.y + window.height}mm`,
  ];
  return { ...template.css, text: `${template.css.text}\nsection { ${values.join('; ')} }\n` };
}
