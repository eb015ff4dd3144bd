import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { sectionLengths } from '../../src/office/template/provider-style.js';
import { renderHtml } from '../../src/office/template/render-html.js';
import { createPipeline, type Pipeline } from '../../src/pipeline.js';
import { sure } from '../../src/problem.js';
import { createTypesetter, type Typesetter } from '../../src/typesetting/typesetter.js';
import { fullRecord, ISSUE_DATE, minimumRecord, PERSONAL } from './sheets.js';

/** Kinds that share sections and kinds that do not, names with kanji beyond the base text, both editions. */
const CUSTOMERS: readonly Customer[] = [
  minimumRecord('PSK'),
  { ...minimumRecord('PSK'), customerId: 'K-2', name: '辻\u{E0100}　𠮷' },
  { ...fullRecord('PMK'), customerId: 'K-3' },
  { ...fullRecord('PMK'), customerId: 'K-4', name: '槗　𪚲', largePrint: true },
  { ...minimumRecord('IS'), customerId: 'K-5', mailAddress: '0O1lI@cvk.ne.jp' },
  { ...fullRecord('IM'), customerId: 'K-6' },
  { ...minimumRecord('U'), customerId: 'K-7' },
];
const OPTIONS = { issueDate: ISSUE_DATE, allowRisky: true };

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let alone: readonly string[];
let pipeline: Pipeline;
beforeAll(() => {
  alone = CUSTOMERS.map((customer) => digest(createPipeline(OPTIONS).render(customer)));
  pipeline = createPipeline(OPTIONS);
});

const orders = fc.array(fc.nat(CUSTOMERS.length - 1), { minLength: 1, maxLength: 8 });
const customerAt = (index: number): Customer => sure(CUSTOMERS[index], 'customer');

describe('a sheet depends on its own record alone', () => {
  test('no two of the customers have the same sheet', () => {
    expect(new Set(alone).size).toBe(CUSTOMERS.length);
  });

  test('in any order, however often, after any other', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const made = order.map((index) => digest(pipeline.render(customerAt(index))));
        expect(made).toEqual(order.map((index) => alone[index]));
      }),
      { numRuns: 12 },
    );
  });

  test('whether other sheets are composed between its composing and its writing, or a print file is open', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const printFile = pipeline.openPrintFile(() => {}, '印刷用');
        const documents = order.map((index) => pipeline.compose(customerAt(index)));
        for (const document of documents.toReversed()) printFile.append(document);
        const made = documents.map((document) => digest(pipeline.write(document)));
        printFile.end();
        expect(made).toEqual(order.map((index) => alone[index]));
      }),
      { numRuns: 6 },
    );
  });
});

describe('what is remembered changes no byte', () => {
  const { template, provider, sheet } = createPipeline(OPTIONS);
  const htmls = CUSTOMERS.map((customer) => renderHtml(sheet(customer), template));
  const typesetterWith = (memory: number): Typesetter => {
    return createTypesetter({
      css: template.css.text,
      cssFile: template.css.file,
      lengths: sectionLengths(provider),
      baseText: template.source,
      baseWords: JSON.stringify(provider),
      memory,
    });
  };
  const meta = { title: template.title, lang: 'ja-JP', date: ISSUE_DATE };
  const bytesOf = (typesetter: Typesetter, index: number): string =>
    digest(typesetter.write(typesetter.compose(sure(htmls[index], 'html')), meta));

  let forgetful: readonly string[];
  beforeAll(() => {
    const typesetter = typesetterWith(0);
    forgetful = htmls.map((_, index) => bytesOf(typesetter, index));
  });

  test.each([1, 3, 200])('nothing remembered ≡ %i sections remembered, in any order', (memory) => {
    const typesetter = typesetterWith(memory);
    fc.assert(
      fc.property(orders, (order) => {
        expect(order.map((index) => bytesOf(typesetter, index))).toEqual(
          order.map((index) => forgetful[index]),
        );
      }),
      { numRuns: 5 },
    );
  });
});

describe('a print file depends on its sheets and their order alone', () => {
  const printed = (made: Pipeline, order: readonly number[]): string => {
    const hash = createHash('sha256');
    const printFile = made.openPrintFile((chunk) => hash.update(chunk), '印刷用');
    for (const index of order) printFile.append(made.compose(customerAt(index)));
    printFile.end();
    return hash.digest('hex');
  };

  test('the same from a new pipeline as from one that has made others', () => {
    const order = [3, 0, 5, 1, 0];
    expect(printed(pipeline, order)).toBe(printed(createPipeline(OPTIONS), order));
    expect(printed(pipeline, order)).not.toBe(printed(pipeline, order.toReversed()));
  });
});

test.each(PERSONAL)('%s: of two renderings in one process not a byte differs', (kind) => {
  const once = pipeline.render(fullRecord(kind));
  expect(Buffer.compare(pipeline.render(fullRecord(kind)), once)).toBe(0);
});
