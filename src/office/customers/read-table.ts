/** Takes the rows of a table, gives one record's reading for each row below the headings. */

import type { Problem, RecordPlace } from '../../problem.js';
import type { CustomerRead } from './customer-read.js';
import { refuseFile } from './file-form.js';
import { LIMITS, refuseExcess } from './file-limits.js';
import { customerFromTexts, type FieldText } from './from-fields.js';
import { tidy } from './normalise-text.js';
import { type Column, type Headings, readHeadings } from './read-headings.js';
import type { Table, TableRow } from './table-row.js';

export async function* readTable(file: string, table: Table): AsyncGenerator<CustomerRead> {
  const { sheet, rows, grid } = table;
  const place: RecordPlace = { kind: 'record', file, ...(sheet === undefined ? {} : { sheet }) };
  let headings: Headings | undefined;
  let records = 0;
  for await (const row of rows) {
    refuseHuge(file, row, records);
    if (isBlank(row)) continue;
    if (headings === undefined) headings = readHeadings(row, place);
    else {
      // Said once, with the first record: a warning about the file has no record of its own to go with.
      yield readRow(
        row,
        headings,
        place,
        grid,
        records === 0 ? [...table.notices, ...headings.warnings] : [],
      );
      records += 1;
    }
  }
  if (headings === undefined) {
    refuseFile(
      file,
      'customers/empty-file',
      { ja: 'ファイルに何も書かれていません。', en: 'There is nothing in the file.' },
      {
        ja: '1行目に見出し、2行目から顧客データを入れてください。',
        en: 'Put headings in the first row and customers from the second.',
      },
    );
  }
  if (records === 0) {
    refuseFile(
      file,
      'customers/header-only',
      { ja: '見出しだけで、お客様のデータが1件もありません。', en: 'There are headings, but no customers.' },
      {
        ja: '2行目から顧客データを入れてください。',
        en: 'Put the customers from the second row on.',
      },
    );
  }
}

function refuseHuge(file: string, { row, cells }: TableRow, records: number): void {
  if (records >= LIMITS.rows) refuseExcess(file, 'rows');
  if (cells.length > LIMITS.columns) refuseExcess(file, 'columns', row);
  if (cells.some((cell) => cell.length > LIMITS.cell)) refuseExcess(file, 'cell', row);
}

const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => tidy(cell) === '');

function readRow(
  line: TableRow,
  { columns }: Headings,
  place: RecordPlace,
  grid: boolean,
  warnings: readonly Problem[],
): CustomerRead {
  const { row, cells } = line;
  const here: RecordPlace = { ...place, row };
  const ragged = grid ? undefined : raggedness(line, columns.length, here);
  if (ragged !== undefined) return { row, place: here, problems: [...warnings, ragged] };
  const texts: FieldText[] = [];
  for (const [index, { heading, field, called }] of columns.entries()) {
    if (field !== undefined) texts.push({ field, heading, called, text: cells[index] ?? '' });
  }
  const nameless = (index: number): boolean => (columns[index]?.heading ?? '') === '';
  const unnamed = cells.findIndex((cell, index) => nameless(index) && tidy(cell) !== '');
  const problems = [
    ...warnings,
    ...(line.problems ?? []),
    ...(line.cellProblems ?? []).map(([cell, problem]) => underHeading(problem, columns[cell], here)),
    ...(unnamed < 0 ? [] : [unnamedColumn(unnamed, here)]),
  ];
  return customerFromTexts(texts, here, problems);
}

function underHeading(problem: Problem, column: Column | undefined, place: RecordPlace): Problem {
  if (column === undefined || column.heading === '') return problem;
  const { heading, field } = column;
  return { ...problem, place: { ...place, column: heading, ...(field === undefined ? {} : { field }) } };
}

function unnamedColumn(index: number, place: RecordPlace): Problem {
  return {
    code: 'customers/unnamed-column',
    severity: 'warning',
    message: {
      ja: `${index + 1}列目に値がありますが、見出しがないため使いません。`,
      en: `Column ${index + 1} has a value but no heading, so it is not used.`,
    },
    hint: {
      ja: '要る値なら、1行目に見出しを付けてください。',
      en: 'Give the column a heading if it is needed.',
    },
    place,
  };
}

/**
 * A row with a cell too many or too few may have all its values in the wrong columns: nothing of it is read, and so no
 * password that slipped under another heading is shown.
 */
function raggedness({ cells }: TableRow, width: number, place: RecordPlace): Problem | undefined {
  const excess = cells.slice(width).some((cell) => tidy(cell) !== '');
  if (!excess && cells.length >= width) return undefined;
  return {
    code: 'customers/ragged-row',
    severity: 'error',
    message: excess
      ? {
          ja: `この行は${cells.length}列あり、見出しの${width}列より多くなっています。値がずれているおそれがあります。`,
          en: `This row has ${cells.length} cells, more than the ${width} headings; its values may be shifted.`,
        }
      : {
          ja: `この行は${cells.length}列しかなく、見出しの${width}列より少なくなっています。値がずれているおそれがあります。`,
          en: `This row has only ${cells.length} cells for ${width} headings; its values may be shifted.`,
        },
    hint: excess
      ? {
          ja: '値の中にコンマがあれば、その値を " で囲んでください。Excelで保存し直すと正しくなります。',
          en: 'Put a value that holds a comma in quotation marks; saving again in Excel does this.',
        }
      : {
          ja: '区切りが抜けていないか確かめてください。空の列も区切りは要ります。Excelの .xlsx のまま読み込ませるのが確実です。',
          en: 'Look for a missing separator; an empty cell needs one too. An .xlsx file is the safest.',
        },
    place,
  };
}
