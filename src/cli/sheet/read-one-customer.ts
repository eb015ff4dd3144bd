/** Takes a file that should hold one customer, gives that customer's reading. */

import type { CustomerRead } from '../../office/customers/customer-read.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import { refuse, sure } from '../../problem.js';

export async function readOneCustomer(file: string): Promise<CustomerRead> {
  const reads: CustomerRead[] = [];
  for await (const read of readCustomers(file)) {
    reads.push(read);
    if (reads.length > 1) refuseSeveral(file);
  }
  return sure(reads[0], 'customer in a file that was read without complaint');
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
