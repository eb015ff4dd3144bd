/** Takes a condition as written in facts.yaml or in a profile's extra notes, gives a `Condition` (one word or a list of words). */

import * as v from 'valibot';
import type { Condition } from './provider/provider.js';

const oneOrMore = <const T extends readonly string[]>(words: T) =>
  v.pipe(
    v.union([v.picklist(words), v.pipe(v.array(v.picklist(words)), v.minLength(1))]),
    v.transform((input): readonly T[number][] => (typeof input === 'string' ? [input] : input)),
  );

export const ConditionSchema = v.pipe(
  v.strictObject({
    connection: v.exactOptional(oneOrMore(['POP', 'IMAP', 'undecided'])),
    devices: v.exactOptional(oneOrMore(['single', 'multiple'])),
    leave: v.exactOptional(oneOrMore(['keep', 'delete', 'no-setting'])),
  }),
  v.transform((input): Condition => input),
);
