/** Takes texts and bytes, gives them as PDF strings (ISO 32000-1 §7.3.4, §7.9.2). */

/** A text string's bytes: ASCII as it is, all else as UTF-16 with its mark. */
export function textBytes(text: string): Buffer {
  if (/^[\x20-\x7e]*$/.test(text)) return Buffer.from(text, 'latin1');
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

export const hexString = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

export function literalString(text: string): string {
  if (!/^[\x20-\x7e]*$/.test(text)) return hexString(textBytes(text));
  return `(${text.replaceAll(/[\\()]/g, '\\$&')})`;
}
