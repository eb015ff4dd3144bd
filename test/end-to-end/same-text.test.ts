import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import { createPipeline } from '../../src/pipeline.js';
import { sure } from '../../src/problem.js';
import { testWithTools } from '../system-tools.js';
import { COPIES, fullRecord, ISSUE_DATE, readSheet, type SheetFile, sheetFile } from './sheets.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-same-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sheets of the shipped customer file, their print file, and a full record of every kind and edition. */
const sheets = new Map<string, SheetFile>();
const fileOf = (name: string): string => join(folder, `${name}.pdf`);

beforeAll(async () => {
  const add = async (name: string, sheet: SheetFile): Promise<void> => {
    sheets.set(name, sheet);
    writeFileSync(fileOf(name), sheet.bytes);
  };
  for (const copy of COPIES) await add(`${copy.kind}-${copy.edition}`, await sheetFile(copy, fullRecord));
  const pipeline = createPipeline({ issueDate: ISSUE_DATE, allowRisky: true });
  const chunks: Uint8Array[] = [];
  const printFile = pipeline.openPrintFile((chunk) => chunks.push(chunk), '印刷用');
  for await (const { customer } of readCustomers('examples/customers.csv')) {
    const document = pipeline.compose(sure(customer, 'customer'));
    await add(document.sheet.customer.customerId, await readSheet(pipeline.write(document)));
    printFile.append(document);
  }
  printFile.end();
  await add('print-file', await readSheet(Buffer.concat(chunks)));
});

const outputOf = (tool: string, ...args: readonly string[]): Buffer =>
  execFileSync(tool, args, { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
const run = (tool: string, ...args: readonly string[]): string => outputOf(tool, ...args).toString('utf8');

/** MuPDF writes the two halves of a selector as two characters (CESU-8) where one glyph stands for kanji and selector. */
const joinHalves = (bytes: Buffer): string =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replaceAll(/\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g, (_, ...four: string[]) => {
        const [a = 0, b = 0, c = 0, d = 0] = four.slice(0, 4).map((byte) => byte.charCodeAt(0) & 0x3f);
        return Buffer.from(String.fromCharCode(0xd000 | (a << 6) | b, 0xd000 | (c << 6) | d)).toString(
          'latin1',
        );
      }),
    'latin1',
  ).toString('utf8');

describe('every demo file, every kind in both editions, and the print file', () => {
  test('are all here', () => {
    expect(sheets.size).toBe(COPIES.length + 11);
  });

  testWithTools(['qpdf'], 'are sound PDF: qpdf --check has nothing to say', () => {
    for (const name of sheets.keys()) {
      expect(run('qpdf', '--check', fileOf(name))).toContain('No syntax or stream encoding errors found');
    }
  });

  testWithTools(['pdftotext'], 'have the same text for poppler as for pdf.js, in the same order', () => {
    for (const [name, { pages }] of sheets) {
      const text = run('pdftotext', '-raw', '-enc', 'UTF-8', fileOf(name), '-').replaceAll(/\s/g, '');
      expect(text, name).toBe(pages.join(''));
    }
  });

  testWithTools(['mutool'], 'have the same text for MuPDF as for pdf.js, in the same order', () => {
    for (const [name, { pages }] of sheets) {
      const text = joinHalves(outputOf('mutool', 'draw', '-q', '-F', 'txt', fileOf(name)));
      expect(text.replaceAll(/\s/g, ''), name).toBe(pages.join(''));
    }
  });

  testWithTools(['pdffonts'], 'embed every font as a subset with its Unicode map', () => {
    for (const name of sheets.keys()) {
      const [, , ...fonts] = run('pdffonts', fileOf(name)).trimEnd().split('\n');
      expect(fonts.length).toBeGreaterThan(2);
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /);
    }
  });

  testWithTools(['pdfinfo'], 'carry title, author and the issue date, on A4', () => {
    for (const name of sheets.keys()) {
      const info = run('pdfinfo', fileOf(name));
      expect(info).toMatch(/^Title: +(メールソフト設定のご案内|印刷用)$/m);
      expect(info).toMatch(/^Author: +峡西CATV$/m);
      expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
      expect(info).not.toMatch(/^Encrypted: +yes/m);
    }
  });
});
