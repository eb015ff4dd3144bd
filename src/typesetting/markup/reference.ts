/** Takes text around an ampersand, gives the character reference there and whether it is fit (HTML Standard §13.2.5.72). */

export interface Reference {
  readonly text: string;
  readonly valid: boolean;
}

const REFERENCE = /&#?[0-9A-Za-z]+;?/y;
const UNRESOLVED = /&(?:#[0-9A-Za-z]*;?|[0-9A-Za-z]+;)/;

/** The reference that begins at `start`. One without a semicolon, or to a character that text cannot hold, is not valid. */
export function referenceAt(html: string, start: number): Reference | undefined {
  REFERENCE.lastIndex = start;
  const text = REFERENCE.exec(html)?.[0];
  if (text === undefined) return undefined;
  return { text, valid: text.endsWith(';') && (!text.startsWith('&#') || isCharacter(text)) };
}

/** What is left of a reference in text whose references are resolved: one that the HTML Standard does not know. */
export function strayReference(text: string): { readonly index: number; readonly text: string } | undefined {
  if (!text.includes('&')) return undefined;
  const match = UNRESOLVED.exec(text);
  return match === null ? undefined : { index: match.index, text: match[0] };
}

function isCharacter(reference: string): boolean {
  const digits = reference.slice(2, -1);
  const codePoint = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  if (codePoint === 9 || codePoint === 10) return true;
  return (
    codePoint >= 0x20 &&
    codePoint <= 0x10ffff &&
    !(codePoint >= 0x7f && codePoint <= 0x9f) &&
    !(codePoint >= 0xd800 && codePoint <= 0xdfff)
  );
}
