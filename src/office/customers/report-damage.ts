/** Takes damage that Excel did to a value, reports it under V06, the value shown unless it is secret. */

import type { Entry } from './field.js';
import type { Damage } from './find-excel-damage.js';
import { showText } from './show-text.js';

export function reportDamage({ what, hint }: Damage, { text, called, report }: Entry, secret = false): void {
  const message = secret
    ? { ja: `「${called.ja}」が、${what.ja}。`, en: `"${called.en}" ${what.en}.` }
    : {
        ja: `「${called.ja}」の「${showText(text)}」は、${what.ja}。`,
        en: `"${showText(text)}" in "${called.en}" ${what.en}.`,
      };
  report('error', 'V06', message, hint);
}
