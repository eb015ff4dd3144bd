/**
 * Takes a text that somebody edits and an offset in it, gives the place as an editor shows it (line and column from 1).
 *
 * A column counts characters (code points), not UTF-16 units: 𠮷 is one column. A tab is one column.
 */

import type { SourcePlace } from './problem.js';

/** Answers fastest where offsets are asked in rising order, as a parser does. */
export class SourceText {
  readonly text: string;
  readonly #origin: SourcePlace;
  #offset = 0;
  #line: number;
  #column: number;

  /** `origin` is where the text's first character stands, for a text that is part of a longer one. */
  constructor(text: string, origin: SourcePlace) {
    this.text = text;
    this.#origin = origin;
    this.#line = origin.line;
    this.#column = origin.column;
  }

  at(offset: number): SourcePlace {
    if (offset < this.#offset) {
      this.#offset = 0;
      this.#line = this.#origin.line;
      this.#column = this.#origin.column;
    }
    for (let index = this.#offset; index < offset && index < this.text.length; index += 1) {
      const unit = this.text.charCodeAt(index);
      if (unit === 0x0a) {
        this.#line += 1;
        this.#column = 1;
      } else if (!isTrailOfPair(this.text, index, unit)) {
        this.#column += 1;
      }
    }
    this.#offset = offset;
    return { kind: 'source', file: this.#origin.file, line: this.#line, column: this.#column };
  }
}

const isTrailOfPair = (text: string, index: number, unit: number): boolean =>
  unit >= 0xdc00 && unit <= 0xdfff && index > 0 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
