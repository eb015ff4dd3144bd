/**
 * Takes JSON text (RFC 8259), gives its value, with line and column of the first fault.
 *
 * JSON.parse would take the last of two equal names in silence, turn 00123-like numbers and long ones into other
 * digits, and tell no place: numbers stay text here, and a doubled name is a fault.
 */

export interface JsonNumber {
  readonly digits: string;
}

export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

export type JsonFault = 'syntax' | 'end' | 'doubled' | 'depth';

export class JsonError extends Error {
  readonly fault: JsonFault;
  readonly line: number;
  readonly column: number;
  /** The doubled name, where that is the fault. */
  readonly found: string;

  constructor(fault: JsonFault, text: string, offset: number, found = '') {
    super(fault);
    const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
    this.fault = fault;
    this.line = lines.length;
    this.column = [...(lines.at(-1) ?? '')].length + 1;
    this.found = found;
  }
}

const DEPTH = 32;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"((?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*)"/y;
const SPACE = /[ \t\r\n]*/y;
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

export function parseJson(text: string): JsonValue {
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const fail = (offset = at): never => {
    throw new JsonError(offset >= text.length ? 'end' : 'syntax', text, offset);
  };
  const take = (sign: string): boolean => {
    match(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const need = (sign: string): void => {
    if (!take(sign)) fail();
  };

  const string = (): string => JSON.parse(match(STRING) ?? fail()) as string;

  const value = (depth: number): JsonValue => {
    match(SPACE);
    if (depth > DEPTH) throw new JsonError('depth', text, at);
    if (take('{')) return object(depth);
    if (take('[')) return array(depth);
    if (text[at] === '"') return string();
    const word = WORDS.find(([name]) => text.startsWith(name, at));
    if (word !== undefined) {
      at += word[0].length;
      return word[1];
    }
    return { digits: match(NUMBER) ?? fail() };
  };

  const object = (depth: number): JsonObject => {
    const members = new Map<string, JsonValue>();
    if (take('}')) return members;
    do {
      match(SPACE);
      const begin = at;
      const name = string();
      if (members.has(name)) throw new JsonError('doubled', text, begin, name);
      need(':');
      members.set(name, value(depth + 1));
    } while (take(','));
    need('}');
    return members;
  };

  const array = (depth: number): readonly JsonValue[] => {
    const items: JsonValue[] = [];
    if (take(']')) return items;
    do items.push(value(depth + 1));
    while (take(','));
    need(']');
    return items;
  };

  const whole = value(0);
  match(SPACE);
  if (at < text.length) fail();
  return whole;
}
