import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textOf } from '../typesetting/pdf/read-pdf.js';
import { annai, annaiInShell, type Run, startAnnai, workFolder } from './annai.js';
import { csv, customer, customers } from './customer-file.js';
import { finished } from './finished.js';

/** No text of annai holds it, in any part of it. */
const CANARY = 'Qz7#canary!Wx';
const PDF_PASSWORD = 'Kv9=locked?Lm';

const encodings = (secret: string): readonly Buffer[] => {
  const utf16 = Buffer.from(secret, 'utf16le');
  const hex = Buffer.from(secret).toString('hex');
  return [
    Buffer.from(secret),
    utf16,
    Buffer.from(utf16).swap16(),
    ...[
      hex,
      hex.toUpperCase(),
      Buffer.from(secret).toString('base64').slice(0, 16),
      encodeURIComponent(secret),
    ].map((text) => Buffer.from(text)),
    Buffer.from(JSON.stringify(secret).slice(1, -1)),
  ];
};

/** The bytes as they are, and every stream of a PDF as it is once inflated. */
function* readable(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at);
    try {
      yield inflateSync(bytes.subarray(at + 7, end));
    } catch (error) {
      // `endstream` and what is not deflated: looked at as it is.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

const holds = (bytes: Buffer, secret: string): boolean => {
  for (const part of readable(bytes)) if (encodings(secret).some((form) => part.includes(form))) return true;
  return false;
};

/** Every file in the folder but those that the office wrote itself, by name. */
const produced = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !GIVEN.test(name))
    .sort();
const GIVEN = /^(?:顧客\.csv|鍵\.txt|わが社\/(?!annai-ledger))/;

/** What somebody reads on the sheet, without blanks. */
async function reads(folder: string, name: string): Promise<string> {
  const bytes = readFileSync(join(folder, name));
  const pages = [await textOf(bytes, 1), await textOf(bytes, 2)];
  return pages.join('').replaceAll(/\s/g, '');
}

function expectSilent(folder: string, run: Pick<Run, 'stdout' | 'stderr'>, mayPrint: RegExp = /^$/): void {
  for (const secret of [CANARY, PDF_PASSWORD]) {
    expect(holds(Buffer.from(run.stdout + run.stderr), secret)).toBe(false);
    for (const name of produced(folder)) {
      expect(name).not.toContain(secret);
      if (!mayPrint.test(name)) expect(holds(readFileSync(join(folder, name)), secret), name).toBe(false);
    }
  }
}

function folderWith(policy: string, rows = [customer({ 初期パスワード: CANARY })]): string {
  const folder = workFolder();
  annai(folder, 'init', 'わが社');
  const profile = join(folder, 'わが社', 'provider.yaml');
  writeFileSync(
    profile,
    readFileSync(profile, 'utf8').replace('passwordPolicy: refer', `passwordPolicy: ${policy}`),
  );
  writeFileSync(join(folder, '顧客.csv'), csv(rows));
  writeFileSync(join(folder, '鍵.txt'), `${PDF_PASSWORD}\n`);
  return folder;
}

const ALL = [
  '--provider',
  'わが社',
  '--ledger',
  '台帳.sqlite',
  '--problems',
  '一覧.csv',
  '--issue-date',
  '2026-11-23',
];
const batch = ['batch', '顧客.csv', '-o', '出力', '--merge', '印刷.pdf', ...ALL];
const PRINTED = /\.pdf$/;

describe('a password that was planted in the customer file', () => {
  test('is on the sheet where the profile prints it, and in nothing else', async () => {
    const folder = folderWith('print');
    expectSilent(folder, annai(folder, ...batch), PRINTED);
    for (const name of ['出力/K-1.pdf', '印刷.pdf']) expect(await reads(folder, name)).toContain(CANARY);
  });

  test.each(['refer', 'blank'])('is nowhere under passwordPolicy: %s', async (policy) => {
    const folder = folderWith(policy);
    const run = annai(folder, ...batch, '--json');
    expect(run.status).toBe(0);
    expect(produced(folder)).toEqual(
      [
        '一覧.csv',
        '出力/K-1.pdf',
        '出力/annai-manifest.csv',
        '出力/annai-manifest.json',
        '印刷.annai-manifest.csv',
        '印刷.annai-manifest.json',
        '印刷.pdf',
        '台帳.sqlite',
        '台帳.sqlite.key',
      ].sort(),
    );
    expectSilent(folder, run);
    // On a sheet it would stand as glyphs.
    for (const name of ['出力/K-1.pdf', '印刷.pdf']) {
      expect(await reads(folder, name)).toContain('パスワード');
      expect(await reads(folder, name)).not.toContain(CANARY);
    }
  });

  test.each([
    ['check', ['check', '顧客.csv', '--provider', 'わが社', '--json', '--problems', '一覧.csv']],
    ['explain', ['explain', '顧客.csv', '--id', 'K-1', '--provider', 'わが社', '--json']],
    [
      'sheet',
      ['sheet', '--customer', '顧客.csv', '--provider', 'わが社', '--json', '--ledger', '台帳.sqlite'],
    ],
    [
      'sheet --set',
      ['sheet', '--customer', '顧客.csv', '--set', `初期パスワード=${CANARY}`, '--provider', 'わが社'],
    ],
    ['sheet with a wrong field', ['sheet', '--set', `初期パスワード=${CANARY}`, '--provider', 'わが社']],
    ['an unknown option', ['batch', '顧客.csv', '--password', CANARY]],
  ])('is in nothing that annai %s says or leaves', (name, args) => {
    const folder = folderWith('print');
    const run = annai(folder, ...args);
    if (name !== 'an unknown option') expectSilent(folder, run, PRINTED);
    else expect(run.status).toBe(1);
  });

  test.each([
    [
      'in a record that cannot be made',
      [customer({ 初期パスワード: CANARY, 接続方法: '', 氏名: '\u{13000}' })],
    ],
    ['under a heading that annai does not know', [{ ...customer(), パスワード変更: CANARY }]],
    ['too long', [customer({ 初期パスワード: CANARY.repeat(9) })]],
    ['with characters that it may not have', [customer({ 初期パスワード: `${CANARY}あ` })]],
    ['with look-alikes, by post', [customer({ 初期パスワード: `${CANARY}0Oo1lI`, 交付方法: '郵送' })]],
    ['used twice', [customer({ 初期パスワード: CANARY }), customer({ 初期パスワード: CANARY })]],
  ])('%s, is not in what is said about it', (_, rows) => {
    const folder = folderWith('print', rows);
    expectSilent(folder, annai(folder, ...batch), PRINTED);
    expectSilent(folder, annai(folder, 'check', '顧客.csv', '--provider', 'わが社', '--json'), PRINTED);
  });

  test('with a comma too many in its row, is not in what is said about it', () => {
    const folder = folderWith('print');
    writeFileSync(
      join(folder, '顧客.csv'),
      `${csv([customer({ 初期パスワード: CANARY })]).trimEnd()},${CANARY},\r\n`,
    );
    expectSilent(folder, annai(folder, ...batch), PRINTED);
  });

  test('that locks the PDF, is nowhere', () => {
    const folder = folderWith('refer');
    const run = annai(folder, ...batch, '--pdf-standard', 'ua-1', '--password-file', '鍵.txt', '--json');
    expect(run.status).toBe(0);
    expectSilent(folder, run);
  });

  test('is not in what is left where the disk is full, a template is wrong, or the run is killed or stopped', async () => {
    const many = customers(300).map((row) => ({ ...row, 初期パスワード: CANARY }));
    const folder = folderWith('refer', many);
    expectSilent(folder, annaiInShell(`trap '' XFSZ; ulimit -f 64; exec "$@"`, folder, ...batch));
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const child = startAnnai(folder, ...batch);
      const timer = setTimeout(() => child.kill(signal), 1200);
      expectSilent(folder, await finished(child));
      clearTimeout(timer);
    }
    const broken = annai(folder, 'init', '別');
    expect(broken.status).toBe(0);
    writeFileSync(join(folder, '別', 'sheet.hbs'), '{{customer.initialPassword}}{{#if');
    expectSilent(folder, annai(folder, ...batch, '--template', '別'));
  });
});

test('whatever a run leaves is readable by its owner alone, whatever the umask', () => {
  const folder = folderWith('print');
  expect(annaiInShell('umask 0; exec "$@"', folder, ...batch).status).toBe(0);
  for (const name of produced(folder))
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
});
