/** Takes a customer file and a customer number, prints which facts the customer's sheet states and what decided each. */

import type { Customer } from '../../office/customers/customer.js';
import type { CustomerRead } from '../../office/customers/customer-read.js';
import { readCustomers } from '../../office/customers/read-customers.js';
import type { FactDecision, Sheet } from '../../office/sheet/sheet.js';
import { createPipeline } from '../../pipeline.js';
import type { AddressBarcode } from '../../postal/address-barcode.js';
import { refuse, type Wording } from '../../problem.js';
import { ALL_MADE, type ExitCode, SOME_NOT_MADE } from '../exit-code.js';
import { kindName } from '../kind-name.js';
import { pipelineOptions } from '../pipeline-options.js';
import { printProblems } from '../print-problems.js';
import type { Terminal } from '../terminal.js';
import type { ExplainOptions } from './explain-options.js';

export async function runExplain(
  file: string,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { customer, problems } = await findCustomer(file, options.id);
  if (customer === undefined) {
    printProblems(problems, terminal);
    return SOME_NOT_MADE;
  }
  const pipeline = createPipeline(pipelineOptions(options));
  const found = pipeline.check(customer);
  if (found.some(({ severity }) => severity === 'error')) {
    printProblems(found, terminal);
    return SOME_NOT_MADE;
  }
  const sheet = pipeline.sheet(customer);
  printProblems(
    found.filter(({ severity }) => severity === 'warning'),
    terminal,
  );
  if (options.json) terminal.out(JSON.stringify(account(sheet), undefined, 2));
  else for (const line of explanation(sheet, terminal)) terminal.out(line);
  return ALL_MADE;
}

async function findCustomer(file: string, id: string): Promise<CustomerRead> {
  for await (const read of readCustomers(file)) if (read.customerId === id) return read;
  return refuse({
    code: 'cli/no-such-customer',
    message: {
      ja: `お客様番号「${id}」の方は見つかりません。`,
      en: `There is no customer "${id}".`,
    },
    hint: {
      ja: '番号の桁数、先頭の0、ハイフンの有無を確かめてください。',
      en: 'Check its length, leading zeros and hyphens.',
    },
    place: { kind: 'file', file },
  });
}

function account({ customer, kind, edition, issueDate, controlNumber, barcode, decisions }: Sheet) {
  const { customerId } = customer;
  return { customerId, kind, edition, issueDate, controlNumber, barcode, facts: decisions };
}

/** What the barcode holds can be told at a glance from the address; its bars cannot. */
const barcodeLine = ({ postalCode }: Customer, { number }: AddressBarcode): Wording => ({
  ja: `カスタマバーコード　郵便番号 ${postalCode}、住所の番号 ${number === '' ? 'なし' : number}`,
  en: `Customer barcode: postal code ${postalCode}, address number ${number === '' ? 'none' : number}`,
});

function explanation(sheet: Sheet, { say, language, paintOut }: Terminal): readonly string[] {
  const { customer, kind, controlNumber, barcode, decisions } = sheet;
  const printed = decisions.filter((decision) => decision.printed);
  const left = decisions.filter((decision) => !decision.printed);
  // What a fact says is known in Japanese alone, as the sheet is.
  const line = ({ id, because, summary }: FactDecision, sign: string) =>
    `  ${sign} ${id.padEnd(4)} ${summary}\n         ${paintOut('dim', because[language])}`;
  return [
    paintOut('bold', `${customer.customerId} ${customer.name}${customer.honorific}`),
    say({
      ja: `${kindName[kind].ja}（${kind}）、管理番号 ${controlNumber}`,
      en: `${kindName[kind].en} (${kind}), control number ${controlNumber}`,
    }),
    ...(barcode === undefined ? [] : [say(barcodeLine(customer, barcode))]),
    '',
    paintOut('bold', say({ ja: `載せる事項 ${printed.length}`, en: `Printed: ${printed.length}` })),
    ...printed.map((decision) => line(decision, paintOut('green', '✓'))),
    '',
    paintOut('bold', say({ ja: `載せない事項 ${left.length}`, en: `Left out: ${left.length}` })),
    ...left.map((decision) => line(decision, paintOut('dim', '–'))),
  ];
}
