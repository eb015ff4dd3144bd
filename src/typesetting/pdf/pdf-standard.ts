/** The standards that a file can claim: PDF/A-2a (ISO 19005-2) for keeping it, PDF/UA-1 (ISO 14289-1) for reading it without seeing it. */

export const PDF_STANDARDS = ['a-2a+ua-1', 'a-2a', 'ua-1', 'none'] as const;

/** `none` claims nothing and has no structure tree. */
export type PdfStandard = (typeof PDF_STANDARDS)[number];

export const DEFAULT_STANDARD: PdfStandard = 'a-2a+ua-1';

export const isArchival = (standard: PdfStandard): boolean => standard.includes('a-2a');
export const isAccessible = (standard: PdfStandard): boolean => standard.includes('ua-1');
export const isTagged = (standard: PdfStandard): boolean => standard !== 'none';
