import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { describe, expect, test } from 'vitest';
import { annai, annaiInShell, namesIn, startAnnai, workFolder } from './annai.js';
import { csv, customer, customers, type Row } from './customer-file.js';
import { finished } from './finished.js';

const DATE = ['--issue-date', '2026-11-23'] as const;
const LEDGER = ['--ledger', '台帳.sqlite'] as const;

function folderWith(rows: readonly Row[]): string {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), csv(rows));
  return folder;
}

const batch = (folder: string, ...more: readonly string[]) =>
  annai(folder, 'batch', '顧客.csv', ...DATE, ...LEDGER, ...more);

const json = (folder: string, command: string, ...more: readonly string[]) =>
  JSON.parse(annai(folder, 'ledger', command, ...LEDGER, '--json', ...more).stdout);

const profileOf = (folder: string, from: string, to: string): string => {
  annai(folder, 'init', 'わが社');
  const profile = join(folder, 'わが社', 'provider.yaml');
  writeFileSync(profile, readFileSync(profile, 'utf8').replaceAll(from, to));
  return 'わが社';
};

/** As if it had been kept for long. */
const grow = (folder: string, bytes: number) => {
  const database = new Database(join(folder, '台帳.sqlite'));
  database.exec(`CREATE TABLE padding AS SELECT zeroblob(${bytes}) AS padding`);
  database.close();
};

const integrity = (folder: string) => {
  const database = new Database(join(folder, '台帳.sqlite'), { readOnly: true });
  const found = database.all('PRAGMA integrity_check');
  database.close();
  return found;
};

describe('the ledger says what was issued', () => {
  test('each sheet once, with all that the office may be asked', () => {
    const folder = folderWith([customer({ 担当者: '窓口　係', 再発行理由: '紛失' })]);
    expect(batch(folder, '-o', '出力').status).toBe(0);
    expect(json(folder, 'list').issues).toEqual([
      {
        controlNumber: expect.stringMatching(/^...-...-...$/),
        customerId: 'K-1',
        kind: 'IS',
        edition: 'normal',
        issueDate: '2026-11-23',
        runDate: '2026-11-23',
        risky: false,
        locked: false,
        provider: 'cvk',
        profileRevision: '2020.6',
        profileDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        templateRevision: expect.any(String),
        templateDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        annai: expect.stringMatching(/^[0-9a-f]{64}$/),
        recordDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        pdfDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        targetDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        file: '出力/K-1.pdf',
        position: 0,
        pages: 2,
        issuedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        issuedBy: expect.any(String),
        clerk: '窓口　係',
        reissueReason: '紛失',
      },
    ]);
    const number = json(folder, 'list').issues[0].controlNumber;
    const asked = number.toLowerCase().replaceAll('-', '');
    const shown = annai(folder, 'ledger', 'show', asked, ...LEDGER);
    for (const words of [number, 'K-1', '2026-11-23', '紛失', '出力/K-1.pdf', '2020.6'])
      expect(shown.stdout).toContain(words);
    expect(annai(folder, 'ledger', 'show', 'K-9', ...LEDGER).stderr).toContain('ledger/no-such-number');
  });

  test('of separate files, of print files, and of a sheet at the counter; the same again is not issued twice', () => {
    const folder = folderWith(customers(3));
    batch(folder, '-o', '出力', '--merge', '印刷.pdf');
    batch(folder, '-o', '出力', '--merge', '印刷.pdf');
    batch(folder, '-o', '出力');
    const sheet = ['sheet', '--set', 'お客様番号=K-9', '--set', '氏名=川口　花子', '--set', '台数=1台'];
    const more = ['--set', 'メールアドレス=hana@cvk.ne.jp', '--set', '接続方法=IMAP', ...DATE, ...LEDGER];
    expect(annai(folder, ...sheet, ...more).status).toBe(0);
    const issued = json(folder, 'list').issues.map(
      ({ customerId, file, position }: { customerId: string; file: string; position: number }) =>
        `${customerId} ${file} ${position}`,
    );
    const expected = [
      'K-9 K-9.pdf 0',
      ...[1, 2, 3].flatMap((n) => [`K-${n} 印刷.pdf ${n}`, `K-${n} 出力/K-${n}.pdf 0`]),
    ];
    expect(issued.sort()).toEqual(expected.sort());
    expect(json(folder, 'list', '--id', 'K-9').issues).toHaveLength(1);
    expect(json(folder, 'list', '--since', '2999-01-01').issues).toEqual([]);
  });

  test('in the office folder, where it keeps one', () => {
    const folder = folderWith(customers(1));
    profileOf(folder, '055-283-8383', '055-000-0000');
    const office = ['--provider', 'わが社'];
    annai(folder, 'batch', '顧客.csv', '-o', '出力', ...office);
    expect(annai(folder, 'ledger', 'list', ...office).stderr).toContain('cli/no-ledger');
    annai(folder, 'batch', '顧客.csv', '-o', '出力', ...office, '--ledger', 'わが社/annai-ledger.sqlite');
    annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf', ...office);
    expect(annai(folder, 'ledger', 'list', ...office).stdout).toContain('2件');
  });
});

describe('the ledger never says who a customer is', () => {
  const canary = customer({
    氏名: '秘田　密子',
    フリガナ: 'ヒダ ミツコ',
    住所1: '山梨県秘密市内緒町',
    メールアドレス: 'himitsu@cvk.ne.jp',
    初期パスワード: 'canary-Zx81',
    再発行理由: '秘田様がcanary-Zx81を忘れたため',
  });
  const PERSONAL = ['秘田', '密子', 'ヒダ', '秘密市', 'himitsu', 'canary'];

  test.each([
    ['batch', ['batch', '顧客.csv', '-o', '秘田様', '--merge', '秘田　密子.pdf']],
    ['sheet', ['sheet', '--customer', '顧客.csv', '-o', 'himitsu.pdf']],
  ])('neither in its columns nor anywhere in its bytes: %s', (_, args) => {
    const folder = folderWith([canary]);
    const office = profileOf(folder, 'passwordPolicy: refer', 'passwordPolicy: print');
    expect(annai(folder, ...args, ...LEDGER, '--provider', office).status).toBe(0);
    const files = readdirSync(folder).filter((name) => name.startsWith('台帳'));
    expect(files).toEqual(['台帳.sqlite', '台帳.sqlite.key']);
    for (const name of files)
      for (const word of PERSONAL) expect(readFileSync(join(folder, name)).includes(word), word).toBe(false);
    const shown = annai(folder, 'ledger', 'show', 'K-1', ...LEDGER).stdout;
    expect(shown).toContain('［お客様の情報］様が［お客様の情報］を忘れたため');
    expect(shown).toContain('記録していません');
  });

  test('nor can a digest be tried with a guess: another ledger has others for the same sheet', () => {
    const folder = folderWith([canary]);
    batch(folder, '-o', '出力');
    annai(folder, 'batch', '顧客.csv', '-o', '出力', ...DATE, '--ledger', '別.sqlite');
    const [one, other] = ['台帳.sqlite', '別.sqlite'].map(
      (file) => JSON.parse(annai(folder, 'ledger', 'list', '--json', '--ledger', file).stdout).issues[0],
    );
    expect(one.controlNumber).toBe(other.controlNumber);
    for (const digest of ['recordDigest', 'pdfDigest', 'targetDigest'])
      expect(one[digest]).not.toBe(other[digest]);
  });
});

describe('stale', () => {
  test('lists whose sheet no longer matches the record, the profile or the template, and why', () => {
    const [first = {}, second = {}, third = {}] = customers(3);
    const folder = folderWith([first, second, third]);
    batch(folder, '-o', '出力');
    expect(json(folder, 'stale', '顧客.csv').stale).toEqual([]);
    writeFileSync(join(folder, '顧客.csv'), csv([first, { ...second, 氏名: '山田　花子' }]));
    const reasons = (...more: string[]) =>
      json(folder, 'stale', ...more).stale.map(
        ({ customerId, reasons: why }: { customerId: string; reasons: string[] }) => [customerId, why],
      );
    expect(reasons('顧客.csv')).toEqual([
      ['K-2', ['record']],
      ['K-3', ['gone']],
    ]);
    profileOf(folder, '055-283-8383', '055-000-0000');
    expect(reasons('--provider', 'わが社')).toEqual(['K-1', 'K-2', 'K-3'].map((id) => [id, ['profile']]));
    const wording = join(folder, 'わが社', 'sheet.hbs');
    writeFileSync(wording, `${readFileSync(wording, 'utf8')}\n`);
    expect(reasons('--provider', 'わが社', '--template', 'わが社', '顧客.csv')[1]).toEqual([
      'K-2',
      ['profile', 'template', 'record'],
    ]);
    const told = annai(folder, 'ledger', 'stale', '顧客.csv', ...LEDGER);
    expect(told.status).toBe(2);
    expect(told.stdout).toContain('名簿の内容が変わりました');
  });

  test('looks at the last sheet of each customer', () => {
    const folder = folderWith(customers(1));
    batch(folder, '-o', '出力');
    writeFileSync(join(folder, '顧客.csv'), csv([customer({ 氏名: '別　人' })]));
    expect(json(folder, 'stale', '顧客.csv').stale).toHaveLength(1);
    batch(folder, '-o', '出力');
    expect(json(folder, 'stale', '顧客.csv')).toMatchObject({ issued: 1, stale: [] });
  });
});

describe('verify', () => {
  const findings = (folder: string, ...more: string[]) =>
    json(folder, 'verify', '顧客.csv', ...more).sheets.map(
      ({
        customerId,
        findings: found,
        onDisk,
      }: {
        customerId: string;
        findings: string[];
        onDisk: string;
      }) => [customerId, ...found, onDisk],
    );

  test('proves that each sheet and each print file comes out as the same bytes, of whatever date and options', () => {
    const folder = folderWith([
      customer({ 拡大文字: 'はい', 発行日: '2026-11-01' }),
      customer({ お客様番号: 'K-2', メールアドレス: 'b@cvk.ne.jp', 拡大文字: '', 発行日: '' }),
    ]);
    batch(folder, '-o', '出力');
    annai(folder, 'batch', '顧客.csv', '--merge', '印刷.pdf', '--issue-date', '2026-12-01', ...LEDGER);
    annai(
      folder,
      'batch',
      '顧客.csv',
      '-o',
      '大',
      '--edition',
      'large',
      '--issue-date',
      '2026-12-02',
      ...LEDGER,
    );
    expect(findings(folder, '--all')).toEqual(
      Array.from({ length: 3 }, () => [
        ['K-1', 'same', 'whole'],
        ['K-2', 'same', 'whole'],
      ]).flat(),
    );
    expect(annai(folder, 'ledger', 'verify', '顧客.csv', ...LEDGER).status).toBe(0);
  });

  test('of a locked sheet proves that the file is the one that was issued', () => {
    const folder = folderWith(customers(1));
    writeFileSync(join(folder, '鍵.txt'), 'canary-Zx81\n');
    expect(batch(folder, '-o', '出力', '--pdf-standard', 'ua-1', '--password-file', '鍵.txt').status).toBe(0);
    expect(findings(folder)).toEqual([['K-1', 'locked', 'whole']]);
    expect(annai(folder, 'ledger', 'verify', '顧客.csv', ...LEDGER).status).toBe(0);
    expect(readFileSync(join(folder, '台帳.sqlite')).includes('canary')).toBe(false);
  });

  test('says what changed, and which file is not what was issued', () => {
    const [first = {}, second = {}, third = {}] = customers(3);
    const folder = folderWith([first, second, third]);
    batch(folder, '-o', '出力');
    writeFileSync(join(folder, '顧客.csv'), csv([first, { ...second, 氏名: '山田　花子' }]));
    writeFileSync(join(folder, '出力', 'K-1.pdf'), '%PDF-');
    expect(findings(folder)).toEqual([
      ['K-1', 'same', 'changed'],
      ['K-2', 'differs', 'record-changed', 'whole'],
      ['K-3', 'no-record', 'whole'],
    ]);
    expect(annai(folder, 'ledger', 'verify', '顧客.csv', ...LEDGER).status).toBe(2);
  });
});

describe('many at once', () => {
  test('batches and sheets at the counter write into one ledger, and nothing is lost or damaged', async () => {
    const folder = folderWith(customers(60));
    const runs = ['a', 'b', 'c'].map((name) =>
      startAnnai(folder, 'batch', '顧客.csv', '-o', name, ...DATE, ...LEDGER),
    );
    const outcomes = await Promise.all(runs.map(finished));
    expect(outcomes.map(({ code, stderr }) => `${code} ${/✖.*/.exec(stderr) ?? ''}`)).toEqual([
      '0 ',
      '0 ',
      '0 ',
    ]);
    expect(integrity(folder)).toEqual([{ integrity_check: 'ok' }]);
    expect(json(folder, 'list').issues).toHaveLength(180);
    expect(namesIn(folder).filter((name) => /lock|journal/.test(name))).toEqual([]);
  });
});

describe('a ledger that cannot be used stops the run before the first sheet', () => {
  test.each([
    ['damaged', 'ledger/not-a-ledger', (file: string) => writeFileSync(file, 'x'.repeat(9999))],
    ['a folder', 'ledger/not-a-ledger', (file: string) => mkdirSync(file)],
    [
      'in a folder that is not there',
      'files/no-folder',
      (file: string) => symlinkSync('nowhere/at/all', file),
    ],
  ])('%s', (_, code, prepare) => {
    const folder = folderWith(customers(1));
    prepare(join(folder, '台帳.sqlite'));
    const { status, stderr } = batch(folder, '-o', '出力');
    expect(stderr).toContain(code);
    expect(status).toBe(1);
    expect(namesIn(folder).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  });

  test('while one that cannot grow ends the run, stays whole, and the same command records what is missing', () => {
    const folder = folderWith(customers(60));
    writeFileSync(join(folder, '一.csv'), csv(customers(1)));
    annai(folder, 'batch', '一.csv', '-o', '出力', ...DATE, ...LEDGER);
    grow(folder, 170_000);
    const args = ['batch', '顧客.csv', '-o', '出力', ...DATE, ...LEDGER];
    // 200 KB: room for a sheet, not for fifty more lines.
    const limited = annaiInShell(`trap '' XFSZ; ulimit -f 400; exec "$@"`, folder, ...args);
    expect(limited.stdout).toContain('ledger/not-written');
    expect(limited.status).toBe(2);
    expect(integrity(folder)).toEqual([{ integrity_check: 'ok' }]);
    const recorded = json(folder, 'list').issues.length;
    expect(recorded).toBeLessThan(namesIn(join(folder, '出力')).length);
    expect(annai(folder, ...args).status).toBe(0);
    expect(json(folder, 'list').issues).toHaveLength(60);
  });
});

test('whoever keeps no ledger does not wait for SQLite: the sheet is made where it is not even installed', () => {
  const folder = workFolder();
  for (const name of ['package.json', 'templates', 'fonts', 'postal-codes'])
    symlinkSync(resolve(name), join(folder, name));
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, '顧客.csv'), csv(customers(1)));
  const command = join(folder, 'dist/cli/main.cjs');
  const run = (...more: string[]) =>
    annaiInShell(`shift 2; exec node '${command}' "$@"`, folder, 'sheet', '--customer', '顧客.csv', ...more);
  expect(run().status).toBe(0);
  expect(existsSync(join(folder, 'K-1.pdf'))).toBe(true);
  expect(run('--force', ...LEDGER).stderr).toContain('node-sqlite3-wasm');
});
