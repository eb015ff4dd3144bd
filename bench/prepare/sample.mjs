// Says whose sheets are made: customers of the shipped examples over and over, of a provider with everything on.

import { fileURLToPath } from 'node:url';

/** Customer barcode and support page (QR code). */
export const PROVIDER = fileURLToPath(new URL('../provider', import.meta.url));
export const ISSUE_DATE = '2026-11-23';
/** Of the shipped examples. */
export const KINDS = 10;
