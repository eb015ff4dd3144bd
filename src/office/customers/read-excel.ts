/** Takes an .xlsx file, gives the rows of its first visible worksheet, every cell as the text that Excel shows. */

import { readFileSync } from 'node:fs';
import { type Problem, type RecordPlace, sure, type Wording } from '../../problem.js';
import { refuseFile, refuseUnreadable } from './file-form.js';
import { LIMITS, refuseExcess } from './file-limits.js';
import { formatCell } from './format-cell.js';
import {
  isOn,
  OversizeError,
  openWorkbook,
  textCollector,
  type Workbook,
  WorkbookError,
  type Worksheet,
  xmlParser,
  xmlText,
} from './open-workbook.js';
import type { Table, TableRow } from './table-row.js';

/** Gives what opens the table anew each time, at its first row. */
export function openExcel(file: string): () => Table {
  const workbook = orRefuse(file, () => openWorkbook(bytesOf(file)));
  const [sheet, ...others] = workbook.worksheets.filter(({ hidden }) => !hidden);
  if (sheet === undefined) return refuseBroken(file);
  const place: RecordPlace = { kind: 'record', file, sheet: sheet.name };
  const filled = others.filter(({ xml }) =>
    Buffer.from(xml.buffer, xml.byteOffset, xml.length).includes('v>'),
  );
  const notices = filled.length === 0 ? [] : [otherSheets(sheet, filled, place)];
  return () => ({ sheet: sheet.name, grid: true, notices, rows: rowsOf(sheet, workbook, place) });
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    return refuseUnreadable(file, cause);
  }
}

function orRefuse<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OversizeError) return refuseExcess(file, 'unpacked');
    if (error instanceof WorkbookError) return refuseBroken(file);
    throw error;
  }
}

function refuseBroken(file: string): never {
  return refuseFile(
    file,
    'customers/broken-excel',
    {
      ja: 'Excelのファイルとして読めません。壊れているか、.xlsx ではない形式です。',
      en: 'The file cannot be read as an Excel workbook: it is broken or of another form.',
    },
    {
      ja: 'Excelで開き、「Excel ブック（.xlsx）」で保存し直してください。',
      en: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
    },
  );
}

function otherSheets(read: Worksheet, others: readonly Worksheet[], place: RecordPlace): Problem {
  const names = others.map(({ name }) => `「${name}」`).join('');
  return {
    code: 'customers/other-sheets',
    severity: 'notice',
    message: {
      ja: `最初のシート「${read.name}」だけを読みます。${names}は読みません。`,
      en: `Only the first worksheet "${read.name}" is read, not ${others.map(({ name }) => `"${name}"`).join(', ')}.`,
    },
    place,
  };
}

async function* rowsOf(sheet: Worksheet, workbook: Workbook, place: RecordPlace): AsyncGenerator<TableRow> {
  const ready: TableRow[] = [];
  const parser = xmlParser(sheetHandler(workbook, place, (row) => ready.push(row)));
  const file = sure(place.file, 'file');
  const texts = xmlText(sheet.xml);
  for (;;) {
    const { done, value } = orRefuse(file, () => texts.next());
    orRefuse(file, () => (done === true ? parser.end() : parser.write(value)));
    yield* ready.splice(0);
    if (done === true) return;
  }
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string | undefined;
}

function sheetHandler(workbook: Workbook, place: RecordPlace, emit: (row: TableRow) => void) {
  const collector = textCollector();
  let row = 0;
  let cells: string[] = [];
  let problems: Problem[] = [];
  let cellProblems: [number, Problem][] = [];
  let cell: Cell | undefined;
  let inValue = false;

  /** A cell that is only coloured may stand anywhere. */
  const put = (column: number, text: string): void => {
    if (text === '') return;
    if (column >= LIMITS.columns) refuseExcess(sure(place.file, 'file'), 'columns', row);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };

  return {
    open(tag: string, attributes: Readonly<Record<string, string>>): void {
      collector.open?.(tag, attributes);
      if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        cells = [];
        problems = isOn(attributes.hidden) ? [hiddenRow({ ...place, row })] : [];
        cellProblems = [];
      } else if (tag === 'c') {
        const column = attributes.r === undefined ? cells.length : columnOf(attributes.r);
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          formula: false,
          value: undefined,
        };
      } else if (tag === 'f' && cell !== undefined) cell.formula = true;
      else if (tag === 'v') inValue = true;
    },
    text(piece: string): void {
      collector.text?.(piece);
      if (inValue && cell !== undefined) cell.value = (cell.value ?? '') + piece;
    },
    close(tag: string): void {
      collector.close?.(tag);
      if (tag === 'v') inValue = false;
      else if (tag === 'c' && cell !== undefined) {
        const inline = collector.take();
        put(cell.column, cell.type === 'inlineStr' ? inline : textOf(cell, workbook));
        if (cell.formula && cell.value === undefined)
          cellProblems.push([cell.column, notCalculated(cell, { ...place, row })]);
        cell = undefined;
      } else if (tag === 'row') emit({ row, cells, problems, cellProblems });
    },
  };
}

/** Excel's last column is XFD; more letters are a broken file, and would make a row of any length. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) throw new WorkbookError(`cell reference ${reference}`);
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, style, value }: Cell, { sharedStrings, formats, epoch1904 }: Workbook): string {
  if (value === undefined) return '';
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? failCell(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'n': {
      const number = Number(value);
      return value.trim() === ''
        ? ''
        : Number.isFinite(number)
          ? formatCell(number, formats[style] ?? 'General', epoch1904)
          : failCell(value);
    }
    default:
      return value;
  }
}

function failCell(value: string): never {
  throw new WorkbookError(`cell value ${value}`);
}

function hiddenRow(place: RecordPlace): Problem {
  return {
    code: 'customers/hidden-row',
    severity: 'warning',
    message: {
      ja: 'この行はExcelで非表示になっていますが、読み込みました。',
      en: 'This row is hidden in Excel, but it was read.',
    },
    hint: {
      ja: 'フィルターで絞り込んだ行だけにするときは、その行だけを新しいファイルに写してください。',
      en: 'To use filtered rows only, copy them into a new file.',
    },
    place,
  };
}

function notCalculated({ column }: Cell, place: RecordPlace): Problem {
  const called: Wording = { ja: `${column + 1}列目の数式`, en: `The formula in column ${column + 1}` };
  return {
    code: 'V06',
    severity: 'error',
    message: {
      ja: `${called.ja}に、計算結果が入っていません。`,
      en: `${called.en} has no calculated value.`,
    },
    hint: { ja: 'Excelで開いて保存し直してください。', en: 'Open the file in Excel and save it again.' },
    place,
  };
}
