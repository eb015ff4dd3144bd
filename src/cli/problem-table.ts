/**
 * Takes problems, gives the lines of a table of them that Excel opens rightly: CSV in UTF-8 with a byte order mark, and no cell that
 * Excel would take for a formula.
 */

import type { Problem, Severity, Wording } from '../problem.js';
import type { Language } from './language.js';
import { headingOf, shortPath } from './print-problems.js';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['annaiの規則', '重さ', 'ファイル', 'シート', '行', '見出し', 'お客様番号', '値', '内容', '対処'],
  en: [
    'annai rule',
    'severity',
    'file',
    'sheet',
    'row',
    'heading',
    'customer',
    'value',
    'problem',
    'what to do',
  ],
};

const SEVERITY: Readonly<Record<Severity, Wording>> = {
  error: { ja: '誤り', en: 'error' },
  warning: { ja: '注意', en: 'warning' },
  notice: { ja: 'お知らせ', en: 'notice' },
};

/** What every such table begins with, in either language. */
export const PROBLEM_TABLE_BEGINNING = '\uFEFF"annai';

export const tableHead = (language: Language): string => `\uFEFF${lineOf(HEADINGS[language])}`;

export const tableLine = (problem: Problem, language: Language): string => lineOf(rowOf(problem, language));

function rowOf({ code, severity, message, hint, place }: Problem, language: Language): readonly string[] {
  const record = place?.kind === 'record' ? place : undefined;
  const file = place?.file === undefined ? '' : shortPath(place.file);
  const row = record?.row ?? (place?.kind === 'source' ? place.line : undefined);
  return [
    code,
    SEVERITY[severity][language],
    file,
    record?.sheet ?? '',
    row === undefined ? '' : String(row),
    record === undefined ? '' : (headingOf(record, language) ?? ''),
    record?.customerId ?? '',
    record?.value ?? '',
    message[language],
    hint?.[language] ?? '',
  ];
}

/** Excel calculates what begins so, in full width too; an apostrophe makes it text. A tab or line break at the start hides one. */
const FORMULA = /^[\s\u3000]*[=+\-@|%＝＋－＠]/;
/** What Excel would change: zeros before a number, long numbers, exponents, and what looks like a date or a time. */
const CHANGED = /^(?:0\d|\d{12}|\d+(?:\.\d+)?e[+-]?\d|\d+[-/:月]\d)/i;

function lineOf(cells: readonly string[]): string {
  const safe = cells.map((cell) => {
    const plain = cell.replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
    const disarmed = FORMULA.test(plain) || CHANGED.test(plain) ? `'${plain}` : plain;
    return `"${disarmed.replaceAll('"', '""')}"`;
  });
  return `${safe.join(',')}\r\n`;
}
