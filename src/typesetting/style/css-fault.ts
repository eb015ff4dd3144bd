/** What is wrong with a piece of CSS, before its place is known: thrown while a value is read, made a Problem by the caller. */

import { nearest } from '../../nearest.js';
import type { Problem, SourcePlace, Wording } from '../../problem.js';

export class CssFault extends Error {
  override readonly name = 'CssFault';
  readonly code: string;
  readonly wording: Wording;
  readonly hint: Wording;
  /** Offset of the token at fault, where it stands in the style sheet itself. */
  readonly offset: number | undefined;

  constructor(code: string, wording: Wording, hint: Wording, offset?: number) {
    super(wording.en);
    this.code = code;
    this.wording = wording;
    this.hint = hint;
    this.offset = offset;
  }

  at(place: SourcePlace): Problem {
    return { code: `style/${this.code}`, severity: 'error', message: this.wording, hint: this.hint, place };
  }
}

export const oneOf = (word: string, candidates: readonly string[]): Wording => {
  const found = nearest(word, candidates);
  return found === undefined
    ? { ja: `使えるのは ${candidates.join(' / ')} です。`, en: `Allowed: ${candidates.join(', ')}.` }
    : { ja: `もしかして ${found} ですか。`, en: `Did you mean ${found}?` };
};
