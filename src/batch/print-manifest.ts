/**
 * Takes the results of a batch as they come and the digest of the print file that they are in, writes beside it who is on
 * which of its pages (JSON and CSV). No name, address or password is in it.
 */

import { basename } from 'node:path';
import type { RecordResult } from './batch-result.js';
import { excelHead, excelLine } from './excel-csv.js';
import { orElseDiscard } from './file-aside.js';
import { entryOf, type ManifestEntry } from './manifest.js';
import { openTextAside } from './text-aside.js';

export interface PrintManifest {
  /** In the order of the file. */
  add(record: RecordResult): void;
  /** Puts both in place. */
  keep(sha256: string): void;
  /** Leaves nothing behind; has no effect on what was kept. */
  discard(): void;
}

/** `印刷.pdf` → `印刷.annai-manifest.json` and `.csv`. */
export function printManifestFiles(printFile: string): { readonly json: string; readonly csv: string } {
  const stem = printFile.replace(/\.pdf$/i, '');
  return { json: `${stem}.annai-manifest.json`, csv: `${stem}.annai-manifest.csv` };
}

/** Throws a ProblemError where other files have their names; `force` replaces them. */
export function openPrintManifest(printFile: string, force: boolean): PrintManifest {
  const name = basename(printFile);
  const files = printManifestFiles(printFile);
  const json = openTextAside(files.json, { tables: [JSON_BEGINNING], force });
  const csv = orElseDiscard(json, () => openTextAside(files.csv, { tables: [CSV_BEGINNING], force }));
  json.add(`${JSON_BEGINNING},"version":1,"records":[`);
  csv.add(excelHead(COLUMNS));
  let first = true;
  let pages = 0;
  return {
    add(record) {
      const entry = printed(record, pages);
      pages = entry.lastPage ?? pages;
      json.add(`${first ? '' : ','}\n${JSON.stringify(entry)}`);
      csv.add(lineOf(entry));
      first = false;
    },
    keep(sha256) {
      json.add(`\n],"file":${JSON.stringify(name)},"pages":${pages},"sha256":"${sha256}"}\n`);
      csv.add(excelLine([`${name} の全体`, '', '', '', '1', String(pages), '', sha256, '']));
      json.keep();
      csv.keep();
    },
    discard() {
      json.discard();
      csv.discard();
    },
  };
}

interface PrintedEntry extends ManifestEntry {
  /** Of the print file, from 1; absent where the sheet is not in it. */
  readonly firstPage?: number;
  readonly lastPage?: number;
}

function printed(record: RecordResult, before: number): PrintedEntry {
  const entry = entryOf(record);
  if (record.status !== 'made' || record.pages === undefined) return entry;
  return { ...entry, firstPage: before + 1, lastPage: before + record.pages };
}

const JSON_BEGINNING = '{"annai":"print-manifest"';
const TITLE = 'annaiの印刷の記録';
const CSV_BEGINNING = `\uFEFF"${TITLE}"`;

const COLUMNS = [
  TITLE,
  '行',
  'お客様番号',
  '結果',
  '始まりのページ',
  '終わりのページ',
  '管理番号',
  '印刷用PDFのSHA-256',
  '問題',
];

const lineOf = (entry: PrintedEntry): string =>
  excelLine([
    '',
    String(entry.row),
    entry.customerId ?? '',
    entry.firstPage === undefined ? '作成できず' : '作成',
    String(entry.firstPage ?? ''),
    String(entry.lastPage ?? ''),
    entry.controlNumber ?? '',
    '',
    entry.problems.join(' '),
  ]);
