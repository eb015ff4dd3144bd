/**
 * Takes a CSV or TSV file, gives its rows as they come (RFC 4180).
 *
 * Tab or comma is told by the first line. Rows count as Excel shows them: a line break inside quotes starts no row, a
 * blank line is one.
 */

import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { textOf } from './decode-text.js';
import { detectEncoding, type Encoding } from './detect-encoding.js';
import { refuseFile } from './file-form.js';
import { LIMITS, refuseExcess } from './file-limits.js';
import type { Table, TableRow } from './table-row.js';

/** Gives what opens the table anew each time, at its first row. */
export function openDelimited(file: string): () => Table {
  const encoding = detectEncoding(file);
  const delimiter = findDelimiter(file, encoding);
  return () => ({ grid: false, notices: [], rows: rowsOf(file, encoding, delimiter) });
}

function findDelimiter(file: string, encoding: Encoding): ',' | '\t' {
  for (const text of textOf(file, encoding)) {
    const line = text.split(/[\r\n]/).find((one) => one !== '');
    if (line !== undefined) return line.includes('\t') ? '\t' : ',';
  }
  return ',';
}

async function* rowsOf(file: string, encoding: Encoding, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LIMITS.line,
  });
  const source = Readable.from(textOf(file, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (error) {
    // The parser is ahead of the rows that were taken from it, so it must say itself how far it came.
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
      refuseExcess(file, 'line', parser.info.records + 1);
    if (error instanceof CsvError) refuseQuote(file, error, parser.info.records + 1);
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function refuseQuote(file: string, error: CsvError, row: number): never {
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
  refuseFile(
    file,
    'customers/quote',
    open
      ? {
          ja: `${row}行目で始まった引用符（"）が、ファイルの終わりまで閉じていません。`,
          en: `A quotation mark that opens in row ${row} is never closed.`,
        }
      : {
          ja: `${row}行目の引用符（"）の使い方が正しくありません。`,
          en: `A quotation mark in row ${row} is out of place.`,
        },
    {
      ja: '値に " を入れるときは、値の全体を " で囲み、中の " は "" と二つ重ねます。Excelで保存し直すと正しくなります。',
      en: 'A value with " in it is put in quotation marks and each " inside is doubled. Saving again in Excel does this.',
    },
    row,
  );
}
