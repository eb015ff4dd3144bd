/** Takes a column heading as typed, gives the field it names, or the nearest one (records.md §1). */

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

/** The field that a heading most likely means: one that is a slip of typing away, or that it holds as a part. */
export function nearestField(heading: string): FieldName | undefined {
  const typed = plainHeading(heading);
  if (typed.length < 2) return undefined;
  let nearest: { readonly field: FieldName; readonly distance: number } | undefined;
  for (const [known, field] of FIELD_OF) {
    const distance = distanceOf(typed, known);
    if (distance !== undefined && (nearest === undefined || distance < nearest.distance))
      nearest = { field, distance };
  }
  return nearest?.field;
}

/** The number of slips between the two, or undefined where they have too little in common. */
function distanceOf(typed: string, known: string): number | undefined {
  const slips = editDistance(typed, known);
  if (slips <= Math.floor(known.length / 3)) return slips;
  const holds = known.length >= 2 && (typed.includes(known) || (typed.length >= 3 && known.includes(typed)));
  return holds ? slips + known.length : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
