/**
 * Takes objects as PDF syntax with holes where numbers and texts of a file will stand, gives the form that each file
 * fills in: what is the same in thousands of files is made once and copied.
 */

import type { FileBytes } from './file-bytes.js';

export interface ObjectForm {
  /** Its own objects; they get neighbouring numbers. */
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Three numbers each: how far the bytes go before the hole, its kind, and what is added to the number that fills it. */
  readonly holes: Int32Array;
}

/** What fills a hole: a number that begins a kind of objects of the file, or, for `text`, a text of the file. */
export const HOLES = ['begin', 'own', 'parent', 'page', 'annotation', 'name', 'text'] as const;
export type Hole = (typeof HOLES)[number];

const BEGIN = HOLES.indexOf('begin');
const NAME = HOLES.indexOf('name');
const TEXT = HOLES.indexOf('text');

/** In syntax, which is Latin-1 throughout, nothing else has this sign. `begin` stands where an object begins. */
export const hole = (kind: Hole, index: number): string => `№${HOLES.indexOf(kind)}:${index};`;

export function objectForm(count: number, pieces: readonly (string | Uint8Array)[]): ObjectForm {
  const bytes: Uint8Array[] = [];
  const holes: number[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    bytes.push(piece);
    length += piece.length;
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') add(piece);
    else
      for (const [, text = '', kind, index] of piece.matchAll(/([^№]*)(?:№(\d+):(\d+);)?/g)) {
        add(Buffer.from(text, 'latin1'));
        if (kind !== undefined) holes.push(length, Number(kind), Number(index));
      }
  }
  return { count, bytes: Buffer.concat(bytes), holes: Int32Array.from(holes) };
}

export interface Filling {
  /** The number of its own first object. */
  readonly own: number;
  readonly parent?: number;
  readonly page?: number;
  readonly annotation?: number;
  readonly texts?: readonly string[];
}

/** Of rising numbers, rising names. */
export const nameOfElement = (element: number): string => `e${String(element).padStart(10, '0')}`;

/** Writes the form, `begin` being called where each object begins, before its first byte. */
export function fillForm(
  out: FileBytes,
  { bytes, holes }: ObjectForm,
  { own, parent = 0, page = 0, annotation = 0, texts = [] }: Filling,
  begin: (object: number) => void,
): void {
  const firsts = [own, own, parent, page, annotation, own];
  let from = 0;
  for (let i = 0; i < holes.length; i += 3) {
    const to = holes[i] ?? 0;
    const kind = holes[i + 1] ?? 0;
    const index = holes[i + 2] ?? 0;
    out.copy(bytes, from, to);
    from = to;
    if (kind === TEXT) out.latin1(texts[index] ?? '');
    else if (kind === NAME) out.latin1(nameOfElement(own + index));
    else {
      const number = (firsts[kind] ?? 0) + index;
      if (kind === BEGIN) begin(number);
      else out.number(number);
    }
  }
  out.copy(bytes, from, bytes.length);
}
