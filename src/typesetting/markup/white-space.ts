/** Takes a UTF-16 unit or a text, says whether it is nothing but what HTML calls white space: U+3000 and U+00A0 are text. */

export const isWhiteSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c;

/** White space alone, or nothing, from `from` to before `to`. */
export function isBlank(text: string, from = 0, to = text.length): boolean {
  for (let at = from; at < to; at += 1) if (!isWhiteSpace(text.charCodeAt(at))) return false;
  return true;
}
