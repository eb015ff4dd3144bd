import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/batch/check-file.js';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import { createPipeline, type Pipeline, type PipelineOptions } from '../../src/pipeline.js';
import { POSTAL_DATA } from '../../src/postal-data.js';
import { type Problem, ProblemError } from '../../src/problem.js';
import { type Change, profileFolder, templateFolder } from '../pipeline/office-folder.js';
import { batchOf } from './all-records.js';

/** Files as Excel saves them as "CSV (comma delimited)": CP932, CRLF, `?` for what it lacks. V04.csv is its "CSV UTF-8". */
const fixture = (rule: string): string => join('test/fixtures/preflight', `${rule}.csv`);

interface Found {
  /** Absent where it is said once of all sheets. */
  readonly row?: number;
  /** Absent where the record as a whole is meant. */
  readonly column?: string;
  readonly value?: string;
  readonly severity?: 'warning' | 'notice';
}

interface Rule {
  readonly rule: string;
  /** Every finding under this rule, in the file's order. The file's other rows are the ones that keep it quiet. */
  readonly found: readonly Found[];
  readonly profile?: readonly (readonly [from: string, to: string])[];
  readonly template?: readonly Change[];
  readonly options?: Partial<PipelineOptions>;
}

const PRINT = ['passwordPolicy: refer', 'passwordPolicy: print'] as const;
const LOW_WINDOW: Change = ['style.css', '  height: 34mm;\n', '  height: 26mm;\n'];

const pages = (most: number): Change => ['template.yaml', 'pages: { normal: 4,', `pages: { normal: ${most},`];
const validFrom = (date: string) => ['validFrom: 2020-06-01', `validFrom: ${date}`] as const;

const RULES: readonly Rule[] = [
  {
    rule: 'V01',
    found: [
      { row: 2, column: '接続方法' },
      { row: 4, column: 'サーバーに残す' },
      { row: 5, column: '郵便番号' },
    ],
  },
  {
    rule: 'V02',
    found: [
      { row: 2, column: 'お客様番号', value: 'K-1' },
      { row: 3, column: 'メールアドレス', value: 'kai3@cvk.ne.jp' },
      { row: 4, column: 'お客様番号', value: 'k-1' },
      { row: 5, column: 'メールアドレス', value: 'kai3@cvk.ne.jp' },
    ],
  },
  { rule: 'V03', found: [{ row: 2, column: 'メールアドレス', value: 'kai2@cvk.ne.jo' }] },
  {
    rule: 'V04',
    found: [
      { row: 2, column: '氏名', value: '\u{13000}　一郎' },
      { row: 5, column: '氏名', value: '甲斐　\u202E一郎' },
    ],
  },
  {
    rule: 'V05',
    found: [
      { row: 2, column: '氏名', value: '?野　一郎' },
      { row: 4, column: '氏名', value: '\uE000　一郎' },
    ],
  },
  {
    rule: 'V06',
    found: [
      { row: 2, column: 'お客様番号', value: '1.23E+10' },
      { row: 3, column: '郵便番号', value: '600906' },
      { row: 4, column: '住所2', value: '5月6日' },
      { row: 5, column: '氏名', value: '#N/A' },
      { row: 6, column: '発行日', value: '45000' },
      { row: 7, column: '住所2', value: '43587' },
    ],
  },
  { rule: 'V07', template: [LOW_WINDOW], found: [{ row: 2, column: '氏名' }] },
  { rule: 'V08', found: [{ row: 2, column: '住所1' }] },
  { rule: 'V09', found: [{ row: 2, column: 'サーバーに残す', value: 'はい', severity: 'notice' }] },
  { rule: 'V10', found: [{ row: 2, column: '残す日数', value: '0' }] },
  { rule: 'V11', found: [{ row: 2, column: 'サーバーに残す', value: 'いいえ' }] },
  { rule: 'V12', found: [{ row: 2, column: '接続方法', value: 'POP', severity: 'notice' }] },
  { rule: 'V13', found: [{ row: 2, column: 'メールソフト', value: 'Gmail', severity: 'warning' }] },
  {
    rule: 'V14',
    found: [
      { row: 2, column: '端末一覧', value: 'PC、iPhone' },
      { row: 4, column: '端末一覧', value: 'PC、iPhone' },
    ],
  },
  {
    rule: 'V15',
    profile: [PRINT],
    found: [{ row: 2, column: '交付方法', value: '郵送', severity: 'warning' }],
  },
  {
    rule: 'V16',
    found: [{ row: 2, column: 'メールアドレス', value: 'il0o@cvk.ne.jp', severity: 'notice' }],
  },
  { rule: 'V17', profile: [validFrom('2024-11-23')], found: [{ severity: 'notice' }] },
  { rule: 'V17', profile: [validFrom('2024-11-24')], found: [] },
  { rule: 'V18', template: [pages(1)], found: [{ row: 2 }] },
  { rule: 'V18', template: [pages(2)], found: [] },
];

const pipelineOf = ({ profile = [], template, options }: Partial<Rule>): Pipeline =>
  createPipeline({
    issueDate: '2026-11-23',
    provider: profileFolder(...profile),
    ...(template && { template: templateFolder(...template) }),
    ...options,
  });

async function problemsIn(rule: string, pipeline: Pipeline): Promise<readonly Problem[]> {
  const { reads } = await checkFile(() => readCustomers(fixture(rule)), pipeline, { strict: false });
  const { records } = await batchOf(reads, pipeline, {});
  return [...pipeline.notices, ...records.flatMap(({ problems }) => problems)];
}

function expectComplete({ message, hint, place }: Problem, rule: string): void {
  for (const text of [message.ja, message.en]) expect(text).not.toBe('');
  expect(message.ja).toMatch(/[ぁ-ん]/);
  expect(message.en.replace(/"[^"]*"/g, '')).not.toMatch(/[ぁ-ん]/);
  expect(hint?.ja).toMatch(/[ぁ-ん]/);
  expect(place).toMatchObject(
    rule === 'V17'
      ? { kind: 'file', file: expect.stringMatching(/provider\.yaml$/) }
      : { kind: 'record', file: fixture(rule) },
  );
  expect(JSON.stringify({ message, hint, place })).not.toContain('canary');
}

describe('each rule fires where it should and nowhere else in the file, naming row, heading and value', () => {
  test.each(RULES)('$rule ($found.length)', async ({ rule, found, ...each }) => {
    const problems = (await problemsIn(rule, pipelineOf(each))).filter(({ code }) => code === rule);
    expect(
      problems.map(({ severity, place }) => [
        place?.kind === 'record' ? place.row : undefined,
        place?.kind === 'record' ? place.column : undefined,
        severity,
      ]),
    ).toEqual(found.map(({ row, column, severity = 'error' }) => [row, column, severity]));
    for (const [at, { value }] of found.entries())
      if (value !== undefined) expect(problems[at]?.place).toMatchObject({ value });
    for (const problem of problems) expectComplete(problem, rule);
  });
});

describe('the postal code', () => {
  test('is compared with prefecture, city and town, by data whose age is said; what only is written otherwise agrees', async () => {
    const problems = (await problemsIn('postal', pipelineOf({}))).filter(({ code }) =>
      /postal-code/.test(code),
    );
    for (const problem of problems) expectComplete(problem, 'postal');
    expect(
      problems.map(({ code, severity, message, place }) => [
        place?.kind === 'record' && place.row,
        code,
        severity,
        /都道府県|市区町村|町名/.exec(message.ja)?.[0],
      ]),
    ).toEqual([
      [2, 'record/postal-code-mismatch', 'warning', '都道府県'],
      [3, 'record/postal-code-mismatch', 'warning', '市区町村'],
      [4, 'record/postal-code-mismatch', 'warning', '町名'],
      [5, 'record/unknown-postal-code', 'warning', undefined],
      [15, 'record/postal-code-mismatch', 'warning', '市区町村'],
    ]);
    expect(problems[0]?.message.ja).toContain('400-0031 は 山梨県甲府市丸の内 の番号です');
    expect(problems[0]?.hint?.ja).toContain(POSTAL_DATA.date);
  });
});

test('V01: the password is needed where the profile prints it, and is never shown', async () => {
  const problems = await problemsIn('V01', pipelineOf({ profile: [PRINT] }));
  const rows = problems.flatMap(({ place }) =>
    place?.kind === 'record' && place.field === 'initialPassword' ? [place.row] : [],
  );
  expect(rows).toEqual([3]);
  expect(JSON.stringify(problems)).not.toContain('abcd-2345');
});

test('V16: the password counts where it is printed, and is never shown', async () => {
  const problems = await problemsIn('V16', pipelineOf({ profile: [PRINT] }));
  const found = problems.flatMap(({ code, place }) =>
    code === 'V16' && place?.kind === 'record' ? [place] : [],
  );
  expect(found.map(({ row, field, value }) => [row, field, value])).toEqual([
    [2, 'mailAddress', 'il0o@cvk.ne.jp'],
    [4, 'initialPassword', undefined],
  ]);
  expect(JSON.stringify(problems)).not.toContain('canary');
});

test('V11 is a warning where the office says that it knows', async () => {
  const problems = await problemsIn('V11', pipelineOf({ options: { allowRisky: true } }));
  expect(problems.filter(({ code }) => code === 'V11').map(({ severity }) => severity)).toEqual(['warning']);
});

test('V17 says how old the profile is', () => {
  const { notices } = pipelineOf({ profile: [validFrom('2024-11-23')] });
  expect(notices.find(({ code }) => code === 'V17')?.message.en).toContain('24 months');
});

describe('V18', () => {
  test('refuses a sheet of more pages than planned', async () => {
    const found = await problemsIn('V18', pipelineOf({ template: [pages(1)] }));
    const [problem, ...others] = found.filter(({ place }) => place?.kind === 'record');
    expect(problem).toMatchObject({
      code: 'V18',
      severity: 'error',
      message: { ja: 'この方の紙面は2ページになります。予定は1ページまでです。' },
      place: { row: 2 },
    });
    expect(others).toEqual([]);
  });

  test('refuses a blank page', async () => {
    const blank: Change = ['sheet.hbs', '{{> opening}}', '<section class="blank"></section>{{> opening}}'];
    const style: Change = [
      'style.css',
      '@page {',
      '.blank { break-before: page; break-after: page; height: 1mm }\n@page {',
    ];
    const found = await problemsIn('V18', pipelineOf({ template: [blank, style, pages(9)] }));
    const problems = found.filter(({ place }) => place?.kind === 'record');
    expect(problems.map(({ code, message }) => [code, message.ja.includes('白紙')])).toEqual([['V18', true]]);
  });
});

describe('strict', () => {
  test('makes a warning cost the record its sheet, and leaves notices what they are', async () => {
    const pipeline = pipelineOf({});
    const { reads, refused } = await checkFile(() => readCustomers(fixture('V13')), pipeline, {
      strict: true,
    });
    expect(refused).toBe(1);
    const { records } = await batchOf(reads, pipeline, {}, { strict: true });
    expect(records.map(({ status }) => status)).toEqual(['not-made', 'made', 'made']);
    expect(records[0]?.problems).toMatchObject([{ code: 'V13', severity: 'error' }]);
  });

  test('starts nothing where the warning is about the whole file', async () => {
    const reads = () => readCustomers('test/fixtures/preflight/unknown-column.csv');
    await expect(checkFile(reads, pipelineOf({}), { strict: true })).rejects.toBeInstanceOf(ProblemError);
  });
});
