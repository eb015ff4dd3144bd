/** Takes problems, gives the lines that show them: where, what, what to do. The one place that words a problem for people. */

import { relative } from 'node:path';
import { type FieldName, fieldNames, fields } from '../office/customers/fields.js';
import { codePoint } from '../office/customers/show-text.js';
import type { Place, Problem, RecordPlace, Severity } from '../problem.js';
import type { Language } from './language.js';
import type { Paint, Terminal } from './terminal.js';

const MARK: Readonly<Record<Severity, { sign: string; style: 'red' | 'yellow' | 'cyan' }>> = {
  error: { sign: '✖', style: 'red' },
  warning: { sign: '⚠', style: 'yellow' },
  notice: { sign: '・', style: 'cyan' },
};

/** To standard error, where a command cannot go on. */
export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems)
    for (const line of problemLines(problem, terminal.language, terminal.paintErr)) terminal.err(line);
}

export function problemLines(problem: Problem, language: Language, paint: Paint): readonly string[] {
  const { sign, style } = MARK[problem.severity];
  const place =
    problem.place === undefined ? '' : seen(placeText(problem.place, language, valueText(problem, language)));
  const code = paint('dim', `[${problem.code}]`);
  const body = problem.message[language].split('\n').map(seen);
  const hint = problem.hint?.[language].split('\n').map(seen) ?? [];
  const head = place === '' ? [...body.splice(0, 1)] : [paint('bold', place)];
  return [
    `${paint(style, sign)} ${head[0]} ${code}`,
    ...body.map((line) => `    ${line}`),
    ...hint.map((line, at) => `    ${at === 0 ? '→' : '  '} ${line}`),
  ];
}

/** What stands in the cell, where the message does not quote it. */
function valueText({ place, message }: Problem, language: Language): string {
  const value = place?.kind === 'record' ? place.value : undefined;
  if (value === undefined || message[language].includes(value)) return '';
  const shown = [...value].length > LONGEST_SHOWN ? `${[...value].slice(0, LONGEST_SHOWN).join('')}…` : value;
  return language === 'ja' ? `＝「${shown}」` : ` = "${shown}"`;
}

/** A cell may hold a novel; `--json` and the table have all of it. */
const LONGEST_SHOWN = 60;

/** What a file holds must not move the cursor, ring the bell or turn the line around. */
const seen = (text: string): string => text.replace(UNSEEN, (character) => `〔${codePoint(character)}〕`);

const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** 「顧客.csv 3行目「氏名」＝「山田」（C-0003）」 where the value is to be shown, `sheet.hbs:12:5`, or the file's name. */
export function placeText(place: Place, language: Language, value = ''): string {
  switch (place.kind) {
    case 'source':
      return `${shortPath(place.file)}:${place.line}:${place.column}`;
    case 'file':
      return shortPath(place.file);
    case 'record':
      return language === 'ja' ? recordInJapanese(place, value) : recordInEnglish(place, value);
  }
}

/** A path inside the working folder is shown as the person would type it. */
export function shortPath(file: string): string {
  const path = relative('.', file);
  return path === '' || path.startsWith('..') ? file : path;
}

/** What the person calls the field: the heading in the file, or the field's own label where a rule over several fields speaks. */
export function headingOf({ column, field }: RecordPlace, language: Language): string | undefined {
  if (column !== undefined || field === undefined) return column;
  return fieldNames.includes(field as FieldName) ? fields[field as FieldName].label[language] : field;
}

function recordInJapanese(place: RecordPlace, value: string): string {
  const { file, sheet, row, customerId } = place;
  const column = headingOf(place, 'ja');
  const where = [
    file === undefined ? '' : shortPath(file),
    sheet === undefined ? '' : `シート「${sheet}」`,
    `${row === undefined ? '' : `${row}行目`}${column === undefined ? '' : `「${column}」`}`,
  ];
  const who = customerId === undefined ? '' : `（お客様番号 ${customerId}）`;
  return `${where.filter((part) => part !== '').join(' ')}${value}${who}`;
}

function recordInEnglish(place: RecordPlace, value: string): string {
  const { file, sheet, row, customerId } = place;
  const column = headingOf(place, 'en');
  const where = [
    file === undefined ? '' : shortPath(file),
    sheet === undefined ? '' : `sheet "${sheet}"`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `"${column}"`,
  ];
  const who = customerId === undefined ? '' : ` (customer ${customerId})`;
  return `${where.filter((part) => part !== '').join(' ')}${value}${who}`;
}
