/** What a file says of itself (ISO 32000-1 §14.3). */

import type { PdfStandard } from './pdf-standard.js';

export interface DocumentMeta {
  readonly title: string;
  /** BCP 47: `ja-JP`. */
  readonly lang: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** `2026-11-23`: made and changed on this day at 00:00 Japanese time, whatever the clock says. */
  readonly date: string;
  /** What it conforms to; `a-2a+ua-1`, both, where not given. */
  readonly standard?: PdfStandard;
}
