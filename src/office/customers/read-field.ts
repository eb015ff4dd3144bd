/** Takes one field and the text typed for it, gives its normalised value and what there is to say (records.md §1). */

import type { Problem, RecordPlace, Wording } from '../../problem.js';
import type { Entry, Field, Report } from './field.js';
import { type FieldName, type FieldValues, fields } from './fields.js';
import { findDamage, findErrorValue } from './find-excel-damage.js';
import { findRefusedCharacters } from './find-refused-characters.js';
import { plainHeading } from './match-heading.js';
import { halfWidth, tidy } from './normalise-text.js';
import { reportDamage } from './report-damage.js';
import { showCharacter } from './show-text.js';

export interface FieldRead<N extends FieldName> {
  /** Absent where the text is blank or was refused (then `problems` holds an error). */
  readonly value?: FieldValues[N];
  readonly problems: readonly Problem[];
}

const BLANK = { problems: [] } as const;

/**
 * Reads one field alone, as a prompt does: whether the field may stay empty, and how it goes with other fields, is not
 * asked here. `place.column` is the heading as typed, `called` what `calledBy` makes of it.
 */
export function readField<N extends FieldName>(
  name: N,
  typed: string,
  place: RecordPlace,
  called: Wording = calledBy(name, place.column),
): FieldRead<N> {
  const field: Field = fields[name];
  const tidied = tidy(typed);
  const text = field.secret && tidied !== '' ? typed : tidied;
  if (text === '') return BLANK;
  const problems: Problem[] = [];
  const report: Report = (severity, code, message, hint) =>
    problems.push({
      severity,
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      place: { ...place, field: name },
    });
  const entry: Entry = { text, called, report };
  const damage = findErrorValue(tidied) ?? (field.mayHoldDate ? undefined : findDamage(halfWidth(tidied)));
  if (damage !== undefined) reportDamage(damage, { ...entry, text: tidied }, field.secret);
  reportRefused(field, entry);
  if (problems.length > 0) return { problems };
  const value = field.parse(entry) as FieldValues[N] | undefined;
  return value === undefined ? { problems } : { value, problems };
}

/** The heading as typed; a field's bare name (`--set name=…`) is called by its label instead. */
export function calledBy(name: FieldName, column: string | undefined): Wording {
  const { label } = fields[name];
  if (column === undefined || plainHeading(column) === plainHeading(name)) return label;
  const heading = tidy(column);
  return { ja: heading, en: heading };
}

function reportRefused(field: Field, { text, called, report }: Entry): void {
  if (field.secret) return;
  for (const { character, position, code, reason, hint } of findRefusedCharacters(text)) {
    const shown = showCharacter(character);
    report(
      'error',
      code,
      {
        ja: `「${called.ja}」の${position}文字目${shown.ja}は印刷できません。${reason.ja}。`,
        en: `Character ${position} of "${called.en}", ${shown.en}, cannot be printed: ${reason.en}.`,
      },
      hint,
    );
  }
}
