/** Takes a table's heading row, gives the field of each column, or refuses the file (records.md §1, file forms). */

import { type Problem, ProblemError, type RecordPlace, type Wording } from '../../problem.js';
import { type FieldName, fieldNames, fields } from './fields.js';
import { doubledHeading, unknownHeading } from './from-fields.js';
import { matchHeading, nearestField } from './match-heading.js';
import { tidy } from './normalise-text.js';
import { calledBy } from './read-field.js';
import { showText } from './show-text.js';
import type { TableRow } from './table-row.js';

export interface Column {
  /** As typed, without spaces around it; empty where the column has none. */
  readonly heading: string;
  /** Absent where the heading is unknown or empty. */
  readonly field?: FieldName;
  /** In messages. */
  readonly called: Wording;
}

export interface Headings {
  readonly columns: readonly Column[];
  /** Columns that are not used. */
  readonly warnings: readonly Problem[];
}

export function readHeadings({ row, cells }: TableRow, place: RecordPlace): Headings {
  const columns = cells.map(toColumn);
  const here: RecordPlace = { ...place, row };
  if (columns.every(({ field }) => field === undefined))
    throw new ProblemError([noHeadings(columns.length, here)]);
  const errors = [...findDoubled(columns, here), ...findMissing(columns, here)];
  if (errors.length > 0) throw new ProblemError(errors);
  const unknown = columns.filter(({ heading, field }) => field === undefined && heading !== '');
  return {
    columns,
    warnings: unknown.map(({ heading }) => unknownHeading(showText(heading), { ...here, column: heading })),
  };
}

/** What stands in such a row may be a customer's data, a password too: the message shows none of it. */
function noHeadings(width: number, place: RecordPlace): Problem {
  const one: Wording = {
    ja: '列が一つしかありません。区切りはコンマかタブにしてください。1行目は「お客様番号」「氏名」などの見出しの行です。',
    en: 'There is only one column: separate cells by commas or tabs. The first row must hold headings such as お客様番号, 氏名.',
  };
  const several: Wording = {
    ja: '1行目を「お客様番号」「氏名」「メールアドレス」などの見出しの行にしてください。上に表題の行があれば消してください。',
    en: 'Make the first row headings such as お客様番号, 氏名, メールアドレス; delete title rows above them.',
  };
  return {
    code: 'customers/no-headings',
    severity: 'error',
    message: {
      ja: '見出しの行が見つかりません。知っている見出しが一つもありません。',
      en: 'There is no heading row: none of the headings is known.',
    },
    hint: width === 1 ? one : several,
    place,
  };
}

function toColumn(cell: string): Column {
  const heading = tidy(cell);
  const field = matchHeading(heading);
  return field === undefined
    ? { heading, called: { ja: heading, en: heading } }
    : { heading, field, called: calledBy(field, heading) };
}

function findDoubled(columns: readonly Column[], place: RecordPlace): readonly Problem[] {
  return columns.flatMap(({ heading, field }, index) => {
    const first = columns.slice(0, index).find((column) => column.field === field);
    return field === undefined || first === undefined
      ? []
      : [doubledHeading(first.heading, heading, field, place)];
  });
}

function findMissing(columns: readonly Column[], place: RecordPlace): readonly Problem[] {
  const missing = fieldNames.filter(
    (name) => fields[name].required && columns.every(({ field }) => field !== name),
  );
  return missing.map((name) => ({
    code: 'customers/missing-column',
    severity: 'error',
    message: {
      ja: `「${fields[name].label.ja}」の列がありません。必ず要る列です。`,
      en: `There is no column for the ${fields[name].label.en} ("${fields[name].label.ja}"), which is needed.`,
    },
    hint: missingHint(name, columns),
    place: { ...place, field: name },
  }));
}

function missingHint(name: FieldName, columns: readonly Column[]): Wording {
  const near = columns.find(({ heading, field }) => field === undefined && nearestField(heading) === name);
  const { label, headings } = fields[name];
  if (near !== undefined) {
    return {
      ja: `「${showText(near.heading)}」がその列でしたら、見出しを「${label.ja}」に直してください。`,
      en: `If "${showText(near.heading)}" is that column, change its heading to "${label.ja}".`,
    };
  }
  return {
    ja: `1行目を見出しの行にして、「${[label.ja, ...headings].join('」「')}」のどれかの見出しの列を加えてください。`,
    en: `The first row must hold the headings; add a column named ${[label.ja, ...headings, name].join(', ')}.`,
  };
}
