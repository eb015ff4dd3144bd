/** Takes a customer file (CSV, TSV, .xlsx, JSON), gives one reading for each record, in the file's order (records.md §1). */

import type { CustomerRead } from './customer-read.js';
import { findFileForm } from './file-form.js';
import { createDuplicateCheck } from './find-duplicates.js';
import { openDelimited } from './read-delimited.js';
import { openExcel } from './read-excel.js';
import { readJson } from './read-json.js';
import { readTable } from './read-table.js';

/**
 * `file`: path of a CSV or TSV (UTF-8, Shift_JIS, UTF-16), .xlsx or JSON file; encoding and kind are found out. The headings
 * are those of the README; rows count as Excel shows them.
 *
 * Throws a ProblemError for what concerns the file as a whole, before the first record is given. A record's own errors
 * come with its reading and stop no other. A customer number or mail address that an earlier row has is an error of the
 * later row (V02); apart from that no record depends on another.
 */
export async function* readCustomers(file: string): AsyncGenerator<CustomerRead> {
  const refuseDuplicate = createDuplicateCheck();
  for await (const read of await openRecords(file)) yield refuseDuplicate(read);
}

async function openRecords(file: string): Promise<AsyncIterable<CustomerRead>> {
  switch (await findFileForm(file)) {
    case 'excel':
      return readTable(file, await openExcel(file));
    case 'json':
      return readJson(file);
    case 'delimited':
      return readTable(file, await openDelimited(file));
  }
}
