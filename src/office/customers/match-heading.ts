/** Takes a column heading as typed, gives the field it names, or the nearest one (records.md §1). */

import { nearest } from '../../nearest.js';
import { type FieldName, fieldNames, fields } from './fields.js';

/** NFKC, without spaces, brackets and marks of obligation (※, *), in lower case. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\uFEFF()[\]{}<>「」『』【】〔〕〈〉《》※*:]/gu, '')
    .toLowerCase();

const FIELD_OF = new Map<string, FieldName>(
  fieldNames.flatMap((name) => namesOf(name).map((heading) => [plainHeading(heading), name] as const)),
);

function namesOf(name: FieldName): readonly string[] {
  const { label, headings } = fields[name];
  return [name, label.ja, label.en, ...headings];
}

export const matchHeading = (heading: string): FieldName | undefined => FIELD_OF.get(plainHeading(heading));

/** The field that a heading most likely means: one that is a slip of typing away, else one that it holds as a part. */
export function nearestField(heading: string): FieldName | undefined {
  const typed = plainHeading(heading);
  // A single slip makes any two-character word of another: 社名 is no mistyped 氏名.
  const near = typed.length < 3 ? undefined : nearest(typed, FIELD_OF.keys());
  const part = [...FIELD_OF.keys()].filter((known) => known.length > 1 && typed.includes(known));
  return FIELD_OF.get(
    near ?? part.reduce((longest, known) => (known.length > longest.length ? known : longest), ''),
  );
}
