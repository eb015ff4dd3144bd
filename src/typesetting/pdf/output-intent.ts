/** Takes a file, gives it its output intent: colours are sRGB, and greys are what printers set in black alone (ISO 19005-2 §6.2.3). */

import type { DocumentMeta } from './document-meta.js';
import { text } from './object-syntax.js';
import type { PdfFile } from './pdf-file.js';
import { DEFAULT_STANDARD } from './pdf-standard.js';
import { SharedObjects } from './shared-objects.js';
import { srgbProfile } from './srgb-profile.js';

const NAME = 'sRGB IEC61966-2.1';
const PROFILE = new SharedObjects((objects) => objects.add({ N: 3 }, srgbProfile()));

export function writeOutputIntent(file: PdfFile, { standard = DEFAULT_STANDARD }: DocumentMeta): void {
  if (standard === 'none') return;
  file.catalog('OutputIntents', [
    {
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: text(NAME),
      Info: text(NAME),
      DestOutputProfile: PROFILE.addTo(file),
    },
  ]);
}
