// Takes a folder and a number as arguments, gives so many customers' sheets in the form in which contestants draw them, and writes them to a file:
// the words and places are read from what annai makes, so all contestants print the same characters.

import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { customerFile } from '../customers.mjs';
import { openInside } from './inside.mjs';
import { readContent } from './read-content.mjs';
import { sameCharacters } from './same-characters.mjs';
import { ISSUE_DATE, PROVIDER } from './sample.mjs';
import { PAGE, sheetFlow } from './sheet-flow.mjs';
import { inBlocks, splitFlow } from './split-flow.mjs';
import { splitForms } from './split-forms.mjs';

/** @typedef {import('../sheet.d.ts').PlacedPage} PlacedPage */
/** @typedef {import('../sheet.d.ts').FlowPage} FlowPage */

/** More than annai makes in a run: no customer comes twice. */
const MANY = 20_000;
const FINISHED = 100;

const [folder = '', count = '0'] = process.argv.slice(2);
await prepare(folder, Number(count));

/** @param {string} folder @param {number} count */
async function prepare(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'finished'), { recursive: true });
  const inside = await openInside(folder);
  const list = join(folder, 'customers.csv');
  writeFileSync(list, customerFile(count));
  const pipeline = inside.createPipeline({ issueDate: ISSUE_DATE, allowRisky: true, provider: PROVIDER });
  const print = openSync(join(folder, 'finished.pdf'), 'w');
  const printFile = pipeline.openPrintFile((chunk) => writeSync(print, chunk), 'bench');
  /** @type {{ id: string, placed: PlacedPage[], flow: FlowPage[] }[]} */
  const sheets = [];
  for await (const { customer } of inside.readCustomers(list)) {
    if (customer === undefined) throw new Error('bench: a customer of the bench is refused');
    const document = pipeline.compose(customer);
    const pages = document.composition.pages.map(readContent);
    const html = inside.renderHtml(document.sheet, pipeline.template);
    const { flow, absolutes, folds, top } = sheetFlow(html, inside);
    const characters = pages.map((page) => page.flowCharacters);
    const aside = absolutes.reduce((sum, { blocks }) => sum + inBlocks(blocks), 0);
    const onPages = splitFlow(flow, [(characters[0] ?? 0) - aside, ...characters.slice(1)]);
    const { issuer, telephone } = {
      issuer: pipeline.provider.displayName,
      telephone: pipeline.provider.contact.tel,
    };
    /** @type {{ id: string, placed: PlacedPage[], flow: FlowPage[] }} */
    const made = {
      id: customer.customerId,
      placed: pages.map(({ pieces, paths }) => ({ pieces, paths })),
      flow: onPages.map((blocks, index) => ({
        top: index === 0 ? top : PAGE.top,
        blocks,
        absolutes: index === 0 ? absolutes : [],
        folds: index === 0 ? folds : [],
        footer: [
          `${issuer}　電話 ${telephone}`,
          `お客様番号 ${customer.customerId}　管理番号 ${document.sheet.controlNumber}　${index + 1} / ${onPages.length}`,
        ],
      })),
    };
    sameCharacters(made);
    sheets.push(made);
    if (sheets.length <= FINISHED) {
      writeFileSync(join(folder, 'finished', `${customer.customerId}.pdf`), pipeline.write(document));
      printFile.append(document);
    }
  }
  printFile.end();
  closeSync(print);
  const { forms, variable, formOf } = splitForms(sheets.map(({ placed }) => placed));
  const placed = {
    forms,
    sheets: sheets.map((_, index) => ({ form: formOf[index], variable: variable[index] })),
  };
  const flow = { sheets: sheets.map((sheet) => ({ flow: sheet.flow })) };
  const write = (/** @type {string} */ name, /** @type {unknown} */ data) =>
    writeFileSync(join(folder, name), JSON.stringify(data));
  write('placed.json', placed);
  write('flow.json', flow);
  const [first] = placed.sheets;
  write('first-placed.json', { forms: [forms[first?.form ?? 0]], sheets: [{ ...first, form: 0 }] });
  write('first-flow.json', { sheets: flow.sheets.slice(0, 1) });
  writeFileSync(join(folder, 'first.csv'), customerFile(1));
  writeFileSync(join(folder, 'many.csv'), customerFile(MANY));
}
