/** Takes texts and bytes, gives them as PDF strings (ISO 32000-1 §7.3.4, §7.9.2). */

/** A text string's bytes: ASCII as it is, all else as UTF-16 with its mark. */
export function textBytes(text: string): Buffer {
  if (PRINTABLE.test(text)) return Buffer.from(text, 'latin1');
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

export const hexString = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

export function literalString(text: string): string {
  if (PLAIN.test(text)) return `(${text})`;
  if (!PRINTABLE.test(text)) return `<feff${utf16Hex(text)}>`;
  return `(${text.replaceAll(/[\\()]/g, '\\$&')})`;
}

/** Big-endian. */
export function utf16Hex(text: string): string {
  let codes = '';
  for (let i = 0; i < text.length; i += 1) codes += fourDigits(text.charCodeAt(i));
  return codes;
}

export const fourDigits = (value: number): string => (value + 0x10000).toString(16).slice(1);

const PRINTABLE = /^[\x20-\x7e]*$/;
/** Nothing to escape. */
const PLAIN = /^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/;
