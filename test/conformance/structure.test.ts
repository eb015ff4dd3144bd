import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import type { Edition } from '../../src/office/sheet/sheet.js';
import { renderHtml } from '../../src/office/template/render-html.js';
import { createPipeline } from '../../src/pipeline.js';
import { sure } from '../../src/problem.js';
import { typeset } from '../../src/typesetting/typesetter.js';
import { leavesByPdfjs, leavesByTree } from './pdfjs-structure.js';
import { textOfString } from './read-objects.js';
import {
  attribute,
  elementsWithin,
  entryText,
  readStructure,
  type StructureElement,
  type TaggedFile,
  treeEntries,
} from './read-structure.js';
import { structureFaults } from './structure-faults.js';
import { transcript } from './transcript.js';

const OPTIONS = { issueDate: '2026-11-23', allowRisky: true } as const;
const customers: Customer[] = [];

beforeAll(async () => {
  for await (const { customer } of readCustomers('examples/customers.csv')) {
    if (customer !== undefined) customers.push(customer);
  }
});

const elementsBytes = (): Uint8Array =>
  typeset(readFileSync('test/conformance/elements.html', 'utf8'), {
    css: readFileSync('test/conformance/elements.css', 'utf8'),
    title: 'すべての要素',
    lang: 'ja-JP',
    date: OPTIONS.issueDate,
    picture: (src) => readFileSync(join('test/conformance', src)),
  });
const elementsFile = (): TaggedFile => readStructure(elementsBytes());

describe.each(['normal', 'large'] as const)('the %s edition', (edition: Edition) => {
  test('of every example is tagged throughout: nothing unmarked, nothing twice, every header and link found', () => {
    const pipeline = createPipeline({ ...OPTIONS, edition });
    expect(customers.length).toBeGreaterThan(8);
    for (const customer of customers)
      expect(structureFaults(readStructure(pipeline.render(customer)))).toEqual([]);
  });
});

test.each(['provider-with-support-page', 'provider-with-barcode'])(
  'a sheet of the example %s is tagged throughout, its drawings with words',
  (provider) => {
    const pipeline = createPipeline({ ...OPTIONS, provider: join('examples', provider) });
    const post = customers.find(({ deliveryMethod }) => deliveryMethod === 'post');
    const tagged = readStructure(pipeline.render(sure(post, 'customer by post')));
    expect(structureFaults(tagged)).toEqual([]);
    expect(elementsWithin(tagged.document).some(({ role }) => role === 'Figure')).toBe(true);
  },
);

describe('a print file', () => {
  const printed = (more: { edition?: Edition } = {}): TaggedFile => {
    const pipeline = createPipeline({ ...OPTIONS, ...more });
    const chunks: Uint8Array[] = [];
    const file = pipeline.openPrintFile((chunk) => chunks.push(chunk), '印刷用');
    for (const customer of customers) file.append(pipeline.compose(customer));
    file.end();
    return readStructure(Buffer.concat(chunks));
  };

  test('is tagged throughout, with a part for each customer', () => {
    const tagged = printed();
    expect(structureFaults(tagged)).toEqual([]);
    expect(structureFaults(printed({ edition: 'large' }))).toEqual([]);
    expect(tagged.document.kids.map((kid) => kid.kind === 'element' && kid.role)).toEqual(
      customers.map(() => 'Part'),
    );
  });

  test('calls each page by customer, number and count', () => {
    const { file, catalog, pages } = printed();
    const labels = treeEntries(file, catalog.get('PageLabels')).map(([page, label]) => [
      page,
      textOfString(file.dictionary(label).get('P')),
    ]);
    expect(labels.slice(0, 5)).toEqual([
      [0, 'KS-100234 1/2'],
      [1, 'KS-100234 2/2'],
      [2, 'KS-100251 1/3'],
      [3, 'KS-100251 2/3'],
      [4, 'KS-100251 3/3'],
    ]);
    expect(labels).toHaveLength(pages.length);
  });

  test('says of each customer what the single sheet says', () => {
    const pipeline = createPipeline(OPTIONS);
    const lines = transcript(printed()).split('\n  Part');
    for (const [i, customer] of customers.entries()) {
      const single = transcript(readStructure(pipeline.render(customer)));
      const part = (lines[i + 1] ?? '').replaceAll('\n  ', '\n').trimEnd();
      expect(part).toBe(single.slice('Document'.length).trimEnd());
    }
  });
});

describe('pdf.js, which comes from the page, finds the same structure with the same words', () => {
  const compare = async (bytes: Uint8Array): Promise<void> => {
    const found = await leavesByPdfjs(bytes);
    expect(found.flat().length).toBeGreaterThan(10);
    expect(found).toEqual(leavesByTree(readStructure(bytes)));
  };

  test.each(['normal', 'large'] as const)('in every example of the %s edition', async (edition) => {
    const pipeline = createPipeline({ ...OPTIONS, edition });
    for (const customer of customers) await compare(pipeline.render(customer));
  });

  test.each(['provider-with-support-page', 'provider-with-barcode'])('with the %s', async (provider) => {
    const pipeline = createPipeline({ ...OPTIONS, provider: join('examples', provider) });
    for (const customer of customers.slice(0, 4)) await compare(pipeline.render(customer));
  });

  test('in a print file and in a document with every element', async () => {
    const pipeline = createPipeline(OPTIONS);
    const chunks: Uint8Array[] = [];
    const file = pipeline.openPrintFile((chunk) => chunks.push(chunk), '印刷用');
    for (const customer of customers) file.append(pipeline.compose(customer));
    file.end();
    await compare(Buffer.concat(chunks));
    await compare(elementsBytes());
  });
});

test('headers and footers of every page are called so', () => {
  const pipeline = createPipeline(OPTIONS);
  for (const customer of customers) {
    for (const { operators } of readStructure(pipeline.render(customer)).pages)
      expect(operators).toContain('/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC');
  }
});

test('black is the black toner alone: no grey is mixed from red, green and blue', () => {
  const pipeline = createPipeline(OPTIONS);
  for (const customer of customers) {
    for (const { operators } of readStructure(pipeline.render(customer)).pages)
      expect(operators).not.toMatch(/^([\d.]+) \1 \1 (?:rg|RG)$/m);
  }
});

describe('a document with every element', () => {
  test('is tagged throughout', () => {
    expect(structureFaults(elementsFile())).toEqual([]);
  });

  test('shows links, pictures, spans and notes with what they stand for', () => {
    const tagged = elementsFile();
    const elements = elementsWithin(tagged.document);
    const said = (role: string, key: string): readonly (string | undefined)[] =>
      elements.flatMap((element) => (element.role === role ? [entryText(element, key)] : []));
    expect(said('Figure', 'Alt')).toEqual([
      '市松の模様',
      'サポートページのQRコード',
      '二つ目のQRコード',
      'カスタマバーコード',
    ]);
    expect(said('Span', 'ActualText')).toEqual([undefined, 'チェック欄', 'Ks7']);
    expect(said('Span', 'Lang')).toEqual(['en', undefined, undefined]);
    expect(said('Note', 'ID').filter((id) => id !== undefined)).toHaveLength(2);
    const spans = elements.flatMap((element) =>
      element.role === 'TH' || element.role === 'TD'
        ? [[attribute(tagged, element, 'ColSpan'), attribute(tagged, element, 'RowSpan')]]
        : [],
    );
    expect(spans).toContainEqual([2, undefined]);
    expect(spans).toContainEqual([undefined, 2]);
  });
});

/** Without white space, without the readings below the boxes of a reading aid, which are no text but a way to say it. */
function wordsOfHtml(html: string): string {
  let words = '';
  const open: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => open.push(name),
    ontext: (text) => {
      if (!(open.includes('rt') && open.includes('reading-aid'))) words += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return words.replaceAll(/\s/g, '');
}

/** Without white space, list markers and what drawings are called. */
function wordsOfStructure(tagged: TaggedFile): string {
  const words = (element: StructureElement, inList: boolean): string => {
    const replaced = entryText(element, 'ActualText');
    if (element.role === 'Figure' || (element.role === 'Lbl' && inList) || replaced === 'チェック欄')
      return '';
    if (replaced !== undefined) return replaced;
    return element.kids
      .map((kid) => {
        if (kid.kind === 'element') return words(kid, element.role === 'LI');
        return kid.kind === 'content' ? (tagged.pages[kid.page]?.texts.get(kid.mcid) ?? '') : '';
      })
      .join('');
  };
  return words(tagged.document, false).replaceAll(/\s/g, '');
}

describe('read aloud', () => {
  const golden = (name: string, text: string): void => {
    const file = join('test/golden/transcripts', `${name}.txt`);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync('test/golden/transcripts', { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  };

  test('each example goes through its sheet in the order of its sections', () => {
    const pipeline = createPipeline(OPTIONS);
    for (const customer of customers)
      golden(customer.customerId, transcript(readStructure(pipeline.render(customer))));
  });

  test('each example says the words of its HTML, all of them, in their order', () => {
    const pipeline = createPipeline(OPTIONS);
    for (const customer of customers) {
      const { sheet } = pipeline.compose(customer);
      const html = renderHtml(sheet, pipeline.template);
      const words = wordsOfHtml(html);
      expect(words.length).toBeGreaterThan(700);
      expect(wordsOfStructure(readStructure(pipeline.render(customer)))).toBe(words);
    }
  });

  test('every element says what it is', () => {
    golden('elements', transcript(elementsFile()));
  });
});
