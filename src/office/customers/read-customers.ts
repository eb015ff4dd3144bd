/** Takes a customer file (CSV, TSV, .xlsx, JSON), gives one reading for each record, in the file's order (records.md §1). */

import { statSync } from 'node:fs';
import type { CustomerRead } from './customer-read.js';
import { type FileForm, findFileForm, refuseChanged, refuseUnreadable } from './file-form.js';
import { createDuplicateCheck } from './find-duplicates.js';
import { openDelimited } from './read-delimited.js';
import { openExcel } from './read-excel.js';
import { readJson } from './read-json.js';
import { readTable } from './read-table.js';
import type { Table } from './table-row.js';

/**
 * `file`: path of a CSV or TSV (UTF-8, Shift_JIS, UTF-16), .xlsx or JSON file; encoding and kind are found out. The headings
 * are those of the README; rows count as Excel shows them.
 *
 * Throws a ProblemError for what concerns the file as a whole, before the first record is given. A record's own errors
 * come with its reading and stop no other. A customer number or mail address that an earlier row has is an error of the
 * later row (V02); apart from that no record depends on another.
 */
export async function* readCustomers(file: string): AsyncGenerator<CustomerRead> {
  const customers = openCustomers(file);
  // Nothing may be made from the top of a file whose end cannot be read.
  await customers.readable();
  yield* customers.read();
}

/** A file that is gone through more than once; of a CSV, no more than a few rows are held at a time. */
export interface CustomerFile {
  /** Throws where the file cannot be read to its end. */
  readable(): Promise<void>;
  /** From the first record on, each time. Throws where the file has changed since it was opened. */
  read(): AsyncGenerator<CustomerRead>;
}

/** As `readCustomers`, for whoever goes through the whole file before anything is made from it. */
export function openCustomers(file: string): CustomerFile {
  const form = findFileForm(file);
  const stamp = stampOf(file);
  const refuseWhereChanged = (): void => {
    if (stampOf(file) !== stamp) refuseChanged(file);
  };
  const records = openRecords(file, form);
  return {
    readable: records.readable,
    async *read() {
      refuseWhereChanged();
      const refuseDuplicate = createDuplicateCheck();
      for await (const read of records.read()) yield refuseDuplicate(read);
      refuseWhereChanged();
    },
  };
}

/** Changes with every writing of the file. */
function stampOf(file: string): string {
  try {
    const { size, mtimeMs, ino } = statSync(file);
    return `${size} ${mtimeMs} ${ino}`;
  } catch (cause) {
    return refuseUnreadable(file, cause);
  }
}

interface Records {
  readable(): Promise<void>;
  read(): AsyncIterable<CustomerRead>;
}

const alreadyRead = async (): Promise<void> => {};

function openRecords(file: string, form: FileForm): Records {
  switch (form) {
    case 'excel': {
      const open = openExcel(file);
      return { readable: alreadyRead, read: () => readTable(file, open()) };
    }
    case 'json':
      return { readable: alreadyRead, read: () => readJson(file) };
    case 'delimited': {
      const open = openDelimited(file);
      return { readable: () => exhaust(open()), read: () => readTable(file, open()) };
    }
  }
}

async function exhaust({ rows }: Table): Promise<void> {
  for await (const _row of rows);
}
