/** Takes problems, gives the lines of a table of them that Excel opens rightly. */

import { excelHead, excelLine } from '../batch/excel-csv.js';
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
export const PROBLEM_TABLES: readonly string[] = Object.values(HEADINGS).map(([first]) => `\uFEFF"${first}"`);

export const tableHead = (language: Language): string => excelHead(HEADINGS[language]);

export const tableLine = (problem: Problem, language: Language): string =>
  excelLine(rowOf(problem, language));

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
