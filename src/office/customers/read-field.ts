/** Takes one field and the text typed for it, gives its normalised value and what there is to say (records.md §1). */

import type { Problem, RecordPlace, Wording } from '../../problem.js';
import type { Field, Report } from './field.js';
import { type FieldName, type FieldValues, fields } from './fields.js';
import { findErrorValue } from './find-excel-damage.js';
import { findRefusedCharacters } from './find-refused-characters.js';
import { plainHeading } from './match-heading.js';
import { tidy } from './normalise-text.js';
import { showCharacter } from './show-text.js';

export interface FieldRead<N extends FieldName> {
  /** Absent where the text is blank or was refused (then `problems` holds an error). */
  readonly value?: FieldValues[N];
  readonly problems: readonly Problem[];
}

/**
 * Reads one field alone, as a prompt does: whether the field may stay empty, and how it goes with other fields, is not
 * asked here. `place.column` is the heading as typed.
 */
export function readField<N extends FieldName>(name: N, typed: string, place: RecordPlace): FieldRead<N> {
  const problems: Problem[] = [];
  const field: Field = fields[name];
  const called = calledBy(name, place.column);
  const report: Report = (severity, code, message, hint) =>
    problems.push({
      severity,
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      place: { ...place, field: name },
    });
  const tidied = tidy(typed);
  const text = field.secret && tidied !== '' ? typed : tidied;
  if (text === '') return { problems };
  reportDamage(field, tidied, called, report);
  reportRefused(field, text, called, report);
  if (problems.length > 0) return { problems };
  const value = field.parse({ text, called, report }) as FieldValues[N] | undefined;
  return value === undefined ? { problems } : { value, problems };
}

/** The heading as typed; a field's bare name (`--set name=…`) is called by its label instead. */
export function calledBy(name: FieldName, column: string | undefined): Wording {
  const { label } = fields[name];
  if (column === undefined || plainHeading(column) === plainHeading(name)) return label;
  const heading = tidy(column);
  return { ja: heading, en: heading };
}

function reportDamage(field: Field, text: string, called: Wording, report: Report): void {
  const damage = findErrorValue(text);
  if (damage === undefined) return;
  const value = field.secret ? '' : text;
  report(
    'error',
    'V06',
    {
      ja:
        value === ''
          ? `「${called.ja}」が、${damage.what.ja}。`
          : `「${called.ja}」の「${value}」は、${damage.what.ja}。`,
      en:
        value === ''
          ? `"${called.en}" ${damage.what.en}.`
          : `"${value}" in "${called.en}" ${damage.what.en}.`,
    },
    damage.hint,
  );
}

function reportRefused(field: Field, text: string, called: Wording, report: Report): void {
  if (field.secret) return;
  for (const { character, position, code, reason } of findRefusedCharacters(text)) {
    const shown = showCharacter(character);
    report(
      'error',
      code,
      {
        ja: `「${called.ja}」の${position}文字目${shown.ja}は印刷できません。${reason.ja}。`,
        en: `Character ${position} of "${called.en}", ${shown.en}, cannot be printed: ${reason.en}.`,
      },
      {
        ja: 'その文字を消すか、正しい文字を入れ直してください。',
        en: 'Delete the character or enter the right one.',
      },
    );
  }
}
