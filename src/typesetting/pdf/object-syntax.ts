/** Takes the value of an object, gives it as PDF syntax (ISO 32000-1 §7.3). */

/** A string is a name. */
export type PdfValue =
  | string
  | number
  | boolean
  | TextString
  | Verbatim
  | ObjectRef
  | readonly PdfValue[]
  | PdfDictionary;
export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

export class TextString {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export const text = (value: string): TextString => new TextString(value);

/** PDF syntax written as it is. */
export class Verbatim {
  readonly syntax: string;

  constructor(syntax: string) {
    this.syntax = syntax;
  }
}

/** An object of the file, to be named by others. */
export class ObjectRef {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }

  /** `7 0 R`. */
  get syntax(): string {
    return `${this.id} 0 R`;
  }
}

/** `string` writes a text string, encrypted where the file is. Names and keys are plain ASCII words. */
export function syntaxOf(value: PdfValue, string: (value: string) => string): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Verbatim || value instanceof ObjectRef) return value.syntax;
  if (value instanceof TextString) return string(value.value);
  if (isArray(value)) return `[${value.map((each) => syntaxOf(each, string)).join(' ')}]`;
  return `<<\n${entriesOf(value, string)}>>`;
}

/** A line for each entry. */
export function entriesOf(dictionary: PdfDictionary, string: (value: string) => string): string {
  let entries = '';
  for (const key of Object.keys(dictionary)) {
    const value = dictionary[key];
    if (value !== undefined) entries += `/${key} ${syntaxOf(value, string)}\n`;
  }
  return entries;
}

const isArray = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);

/** Never an exponent: what is smaller than a millionth is none. */
function number(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21)
    throw new Error(`annai: internal error: ${value} in a PDF`);
  return String(Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6);
}
