/** Takes a file that should hold one customer and the values set beside it, gives that customer's reading. */

import type { CustomerRead } from '../../office/customers/customer-read.js';
import { findFileForm } from '../../office/customers/file-form.js';
import { openCustomers } from '../../office/customers/read-customers.js';
import { readJson } from '../../office/customers/read-json.js';
import { refuse, sure } from '../../problem.js';

export async function readOneCustomer(
  file: string,
  set: Readonly<Record<string, string>> | undefined,
): Promise<CustomerRead> {
  if (set !== undefined && findFileForm(file) !== 'json') refuseToSet(file);
  const reads: CustomerRead[] = [];
  for await (const read of set === undefined ? openCustomers(file).read() : readJson(file, set)) {
    reads.push(read);
    if (reads.length > 1) refuseSeveral(file);
  }
  return sure(reads[0], 'customer in a file that was read without complaint');
}

function refuseToSet(file: string): never {
  return refuse({
    code: 'cli/set-beside-table',
    message: {
      ja: '--set で値を差し替えられるのは、JSONのファイルだけです。',
      en: 'Only a JSON file can be combined with --set.',
    },
    hint: {
      ja: 'ファイルの中の値を直すか、--customer を付けずに、すべての項目を --set で指定してください。',
      en: 'Correct the value in the file, or leave --customer out and give every field with --set.',
    },
    place: { kind: 'file', file },
  });
}

function refuseSeveral(file: string): never {
  return refuse({
    code: 'cli/several-customers',
    message: {
      ja: 'お二人以上のお客様のデータがあります。',
      en: 'The file holds more than one customer.',
    },
    hint: {
      ja: `全員分を作るには annai batch ${file} -o フォルダー名 を使ってください。`,
      en: `Use annai batch ${file} -o DIR for all of them.`,
    },
    place: { kind: 'file', file },
  });
}
