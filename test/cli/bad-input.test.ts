import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/problem.js';
import { annai, annaiInShell, namesIn, type Run, workFolder } from './annai.js';
import { csv, customer, customers } from './customer-file.js';

/** What a command with --json says of the whole run, and of each record. */
interface Answer {
  readonly problems: readonly Problem[];
  readonly records?: readonly { readonly status: string; readonly problems: readonly Problem[] }[];
}

const errorsOf = ({ stdout }: Run): readonly Problem[] => {
  const { problems, records = [] } = JSON.parse(stdout) as Answer;
  const all = [...problems, ...records.flatMap((record) => record.problems)];
  return all.filter(({ severity }) => severity === 'error');
};

/** What every complaint owes to its reader. */
function expectClear(problem: Problem): void {
  expect(problem.message.ja).toMatch(/[ぁ-ん]{2}/);
  expect(problem.hint?.ja).toMatch(/[ぁ-ん]{2}.*。/s);
  expect(problem.message.en).toMatch(/[A-Za-z]{3}/);
  expect(problem.hint?.en).toMatch(/[A-Za-z]{3}/);
  expect(problem.place).toBeDefined();
}

const GOOD = csv(customers(2));
const QUOTE = GOOD.replace('山田　1郎', '"山田　1郎');
const WITHOUT_CONNECTION = csv(customers(1), ['お客様番号', '氏名', 'メールアドレス', '台数']);
const SECOND = { お客様番号: 'K-2', メールアドレス: 'b@cvk.ne.jp' };

interface Case {
  readonly what: string;
  /** The content of 顧客.csv; absent: there is none. */
  readonly file?: string | Uint8Array;
  readonly code: string;
  readonly place: Readonly<Record<string, unknown>>;
  /** A word that the message or the hint cannot do without. */
  readonly word: string;
  /** Sheets of the other customers. */
  /** What is said besides: two rows of one number are both refused. */
  readonly others?: readonly string[];
  readonly made?: readonly string[];
}

const CUSTOMER_FILES: readonly Case[] = [
  {
    what: 'a missing file',
    code: 'customers/missing-file',
    place: { file: '顧客.csv' },
    word: '見つかりません',
  },
  {
    what: 'an empty file',
    file: '',
    code: 'customers/empty-file',
    place: { file: '顧客.csv' },
    word: '空です',
  },
  {
    what: 'a file of headings alone',
    file: csv([], Object.keys(customer())),
    code: 'customers/header-only',
    place: { file: '顧客.csv' },
    word: '2行目から',
  },
  {
    what: 'bytes that are no text in any encoding read here',
    file: Buffer.concat([Buffer.from(GOOD), Buffer.from([0x4b, 0x81, 0xff, 0xfe, 0x0a])]),
    code: 'customers/encoding',
    place: { file: '顧客.csv', row: 4 },
    word: 'CSV UTF-8',
  },
  {
    what: 'an unbalanced quotation mark',
    file: QUOTE,
    code: 'customers/quote',
    place: { file: '顧客.csv', row: 2 },
    word: '引用符',
  },
  {
    what: 'a missing required column',
    file: WITHOUT_CONNECTION,
    code: 'customers/missing-column',
    place: { file: '顧客.csv', row: 1 },
    word: '「接続方法」の列',
  },
  {
    what: 'a customer number twice',
    file: csv([
      customer(),
      customer({ メールアドレス: 'b@cvk.ne.jp' }),
      customer({ ...SECOND, メールアドレス: 'c@cvk.ne.jp' }),
    ]),
    code: 'V02',
    place: { file: '顧客.csv', row: 2, field: 'customerId' },
    word: '3行目',
    others: ['V02'],
    made: ['K-2.pdf'],
  },
  {
    what: 'an empty connection',
    file: csv([customer({ 接続方法: '' }), customer(SECOND)]),
    code: 'V01',
    place: { file: '顧客.csv', row: 2, column: '接続方法', customerId: 'K-1' },
    word: '未定',
    made: ['K-2.pdf'],
  },
  {
    what: 'a customer number that would leave the folder',
    file: csv([customer({ お客様番号: '../x' }), customer(SECOND)]),
    code: 'customers/code',
    place: { file: '顧客.csv', row: 2, column: 'お客様番号' },
    word: '半角の数字・英字・ハイフン',
    made: ['K-2.pdf'],
  },
];

function folderWith(file: string | Uint8Array | undefined): string {
  const folder = workFolder();
  if (file !== undefined) writeFileSync(join(folder, '顧客.csv'), file);
  return folder;
}

/** Nothing beside what was there and the sheets that were made: no part of a file, nothing above the folder. */
function expectOnly(folder: string, sheets: readonly string[], before: readonly string[]): void {
  const output = ['出力', ...sheets.map((name) => `出力/${name}`)];
  expect(namesIn(folder).filter((name) => !before.includes(name) && !output.includes(name))).toEqual([]);
  for (const name of sheets) {
    const bytes = readFileSync(join(folder, '出力', name));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-6).toString()).toContain('%%EOF');
  }
}

describe('each mistake in a customer file has an error of its own, and nothing is half written', () => {
  test.each(CUSTOMER_FILES)('$what: $code', ({ file, code, place, word, others: more = [], made = [] }) => {
    const folder = folderWith(file);
    const before = namesIn(folder);
    const run = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--merge', '印刷.pdf', '--json');
    const [problem, ...others] = errorsOf(run);
    expect(others.map((other) => other.code)).toEqual(more);
    expect(problem).toMatchObject({ code, place });
    if (problem === undefined) return;
    expectClear(problem);
    expect(`${problem.message.ja}${problem.hint?.ja}`).toContain(word);
    expect(run.status).toBe(made.length === 0 ? 1 : 2);
    expect(run.stderr).not.toContain('    at ');
    expectOnly(folder, made, made.length === 0 ? before : [...before, '印刷.pdf']);
  });

  test('no two of them say the same', () => {
    expect(new Set(CUSTOMER_FILES.map(({ code }) => code)).size).toBe(CUSTOMER_FILES.length);
  });
});

describe('each mistake in a template has an error of its own, at its place, and no sheet is made', () => {
  const office = (): string => {
    const folder = folderWith(GOOD);
    cpSync(resolve('templates/mail-settings'), join(folder, 'わが社'), { recursive: true });
    return folder;
  };
  const sheetWith = (text: string) => (folder: string) =>
    appendFileSync(join(folder, 'わが社', 'sheet.hbs'), text);
  const lines = (name: string): number =>
    readFileSync(resolve('templates/mail-settings', name), 'utf8').split('\n').length;

  test.each([
    [
      'an unclosed block',
      sheetWith('{{#if large}}\n<section><p>大</p></section>\n'),
      'template/syntax',
      { file: 'sheet.hbs' },
      'if',
    ],
    [
      'a tag that is not closed',
      sheetWith('<section><p>終</section>\n'),
      /^markup\//,
      { file: 'sheet.hbs', line: lines('sheet.hbs') },
      'p',
    ],
    [
      'a missing variable',
      sheetWith('<section><p>{{customer.nmae}}</p></section>\n'),
      'template/missing-variable',
      { file: 'sheet.hbs', line: lines('sheet.hbs') },
      'nmae',
    ],
    [
      'output that is not escaped',
      sheetWith('<section><p>{{{customer.name}}}</p></section>\n'),
      /^template\//,
      { file: 'sheet.hbs', line: lines('sheet.hbs') },
      '{{{',
    ],
    [
      'an unknown CSS property',
      (folder: string) => appendFileSync(join(folder, 'わが社', 'style.css'), 'p { colour: red; }\n'),
      /^style\//,
      { file: 'style.css', line: lines('style.css'), column: 5 },
      'color',
    ],
    [
      'an unknown property value',
      (folder: string) => appendFileSync(join(folder, 'わが社', 'style.css'), 'p { font-weight: heavy; }\n'),
      /^style\//,
      { file: 'style.css', line: lines('style.css') },
      'heavy',
    ],
    [
      'a key of the profile that does not exist',
      (folder: string) => appendFileSync(join(folder, 'わが社', 'provider.yaml'), 'domian: cvk.ne.jp\n'),
      /^profile\/|^yaml\//,
      { file: 'provider.yaml', line: lines('provider.yaml') },
      'domain',
    ],
  ] as const)('%s', (_, edit, code, { file, ...place }, word) => {
    const folder = office();
    edit(folder);
    const before = namesIn(folder);
    const run = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--template', 'わが社', '--json');
    const [problem] = errorsOf(run);
    expect(problem?.code).toMatch(code);
    if (problem === undefined) return;
    expect(problem.place).toMatchObject({ kind: 'source', ...place });
    expect(problem.place).toMatchObject({ file: expect.stringMatching(new RegExp(`${file}$`)) });
    expectClear(problem);
    expect(`${problem.message.ja}${problem.hint?.ja}`).toContain(word);
    expect(run.status).not.toBe(0);
    expectOnly(folder, [], before);
  });

  test('an unknown template', () => {
    const folder = office();
    const before = namesIn(folder);
    const run = annai(folder, 'batch', '顧客.csv', '-o', '出力', '--template', 'わがしゃ', '--json');
    const [problem] = errorsOf(run);
    expect(problem).toMatchObject({ code: 'template/unknown' });
    expect(problem?.message.ja).toContain('わがしゃ');
    expect(problem?.hint?.ja).toContain('わが社');
    expect(run.status).toBe(1);
    expect(namesIn(folder)).toEqual(before);
  });
});

describe('a font that cannot be read stops the run before the first customer', () => {
  /** The package with fonts of its own, as an installation with a damaged disk has it. */
  function damagedPackage(damage: (font: string) => void): string {
    const folder = folderWith(GOOD);
    const root = join(folder, 'annai');
    cpSync(resolve('dist'), join(root, 'dist'), { recursive: true });
    cpSync(resolve('templates'), join(root, 'templates'), { recursive: true });
    cpSync(resolve('package.json'), join(root, 'package.json'));
    mkdirSync(join(root, 'fonts'));
    cpSync(resolve('fonts/biz-ud-gothic'), join(root, 'fonts/biz-ud-gothic'), { recursive: true });
    for (const family of ['atkinson-hyperlegible-mono', 'hanazono', 'noto-sans-jp']) {
      symlinkSync(resolve('fonts', family), join(root, 'fonts', family));
    }
    damage(join(root, 'fonts/biz-ud-gothic/BIZUDPGothic-Bold.ttf'));
    return folder;
  }

  test.each([
    ['cut short', (font: string) => truncateSync(font, 100_000), 'fonts/not-a-font'],
    [
      'something else',
      (font: string) => writeFileSync(font, 'これはフォントではありません'),
      'fonts/not-a-font',
    ],
    ['missing', (font: string) => rmSync(font), 'fonts/unreadable'],
  ])('%s', (_, damage, code) => {
    const folder = damagedPackage(damage);
    const before = namesIn(folder);
    const run = spawnSync(
      process.execPath,
      [join(folder, 'annai/dist/cli/main.cjs'), 'batch', '顧客.csv', '-o', '出力', '--json'],
      { cwd: folder, encoding: 'utf8' },
    );
    const problems = errorsOf(run);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    for (const problem of problems) {
      expectClear(problem);
      expect(problem.message.ja).toContain('BIZUDPGothic-Bold.ttf');
    }
    expect(run.status).toBe(1);
    expectOnly(folder, [], before);
  });
});

describe('where nothing can be written', () => {
  test.each([
    ['a folder above that is a file', ['batch', '顧客.csv', '-o', '顧客.csv/出力'], 'files/not-a-folder'],
    [
      'a print file in a folder that is not there',
      ['batch', '顧客.csv', '--merge', 'どこか/印刷.pdf'],
      'files/no-folder',
    ],
    [
      'a sheet in a folder that is not there',
      ['sheet', '--customer', '一人.json', '-o', 'どこか/案内.pdf'],
      'files/no-folder',
    ],
    [
      'a sheet over a folder',
      ['sheet', '--customer', '一人.json', '--force', '-o', '.'],
      'files/is-a-folder',
    ],
  ])('%s: said in words, and nothing is left', (_, args, code) => {
    const folder = folderWith(GOOD);
    writeFileSync(join(folder, '一人.json'), JSON.stringify(customer()));
    const before = namesIn(folder);
    const { status, stderr } = annai(folder, ...args);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toMatch(/→ .*。/);
    expect(status).toBe(1);
    expect(namesIn(folder)).toEqual(before);
  });

  /** A file system of one's own in a namespace of one's own: Linux alone has it, and not every container allows it. */
  const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  const inFolder = (options: string, folder: string, ...args: readonly string[]): Run => {
    mkdirSync(join(folder, '出力'));
    const script = `mount -t tmpfs -o ${options} tmpfs 出力 && "$@"; code=$?; ls -A 出力 >list; exit $code`;
    return annaiInShell(`exec unshare -rm sh -c '${script}' sh "$@"`, folder, ...args);
  };
  const left = (folder: string): readonly string[] =>
    readFileSync(join(folder, 'list'), 'utf8')
      .split('\n')
      .filter((name) => name !== '');

  test.skipIf(!canMount && !process.env.CI)(
    'a full disk: a sheet that does not fit leaves nothing (needs a mount)',
    () => {
      const folder = folderWith(GOOD);
      writeFileSync(join(folder, '一人.json'), JSON.stringify(customer()));
      const run = inFolder('size=32k', folder, 'sheet', '--customer', '一人.json', '-o', '出力/案内.pdf');
      expect(run.stderr).toContain('[files/disk-full]');
      expect(run.stderr).toContain('空きを作る');
      expect(run.status).toBe(1);
      expect(left(folder)).toEqual([]);
    },
  );

  test.skipIf(!canMount && !process.env.CI)(
    'a read-only disk: the batch is refused in words (needs a mount)',
    () => {
      const folder = folderWith(GOOD);
      const run = inFolder('ro', folder, 'batch', '顧客.csv', '-o', '出力');
      expect(run.stdout + run.stderr).toContain('[files/not-writable]');
      expect(run.stdout + run.stderr).toContain('読み取り専用');
      expect(run.status).not.toBe(0);
      expect(left(folder)).toEqual([]);
    },
  );
});
