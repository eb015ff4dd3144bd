import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import { createPipeline, type PipelineOptions } from '../../src/pipeline.js';
import { sure } from '../../src/problem.js';
import { type Change, problemsOf, profileFolder, templateFolder } from './office-folder.js';

const KANJI = '齋藤邊鬱麟龍鷹鶴廣瀬櫻澤國德壽榮濱嶋驒囊';
const long = (length: number): string => KANJI.repeat(6).slice(0, length);
const NAME = `${long(20)}　${long(19)}`;
const ADDRESS = { 住所: `山梨県${long(37)}`, 住所2: `字${long(39)}`, 建物名: `荘${long(39)}` };
const DOMAIN = [1, 2, 3, 4].map((n) => String(n).repeat(2) + 'wide-domain-'.repeat(5) + n).join('.');
const MAIL = `${'MW0O1lI_'.repeat(8)}@${DOMAIN}`;

type Texts = Readonly<Record<string, string>>;
const POST: Texts = { 交付方法: '郵送', '〒': '400-0031' };

const customerOf = (texts: Texts): Customer =>
  sure(
    customerFromFields(
      { 顧客番号: 'K-1', お名前: '甲斐', Eメール: 'a@cvk.ne.jp', 受信方式: 'IMAP', 台数: '1', ...texts },
      { kind: 'record', file: '顧客.csv', row: 12 },
    ).customer,
    'customer',
  );

/** Boxes that hold less than those of the shipped template. */
const LOW_WINDOW: Change = ['style.css', '  height: 34mm;\n', '  height: 26mm;\n'];
const LOW_LARGE_WINDOW: Change = ['style.css', '  height: 42mm;\n', '  height: 26mm;\n'];
const UNBROKEN: Change = [
  'style.css',
  '  overflow-wrap: anywhere;\n}\n\n/* 二段',
  '  white-space: nowrap;\n}\n\n/* 二段',
];
const LONG_DOMAIN = ['  - cvk.ne.jp', `  - cvk.ne.jp\n  - ${DOMAIN}`] as const;

interface Case {
  /** V07 unless the window of the envelope alone is too small. */
  readonly rule?: 'V08';
  readonly what: string;
  readonly texts: Texts;
  readonly template?: readonly Change[];
  readonly provider?: readonly (readonly [string, string])[];
  readonly field: string;
  readonly column: string;
  /** Headings of all the fields that are named, with their values. */
  readonly named: Texts;
  /** Free and needed. */
  readonly measure: RegExp;
}

const HEIGHTS = /枠の高さ \d+\.\d mm に対して中身が \d+\.\d mm あり、\d+\.\d mm はみ出します/;
const WIDTHS = /幅が \d+\.\d mm あり、行の幅 \d+\.\d mm を \d+\.\d mm こえています/;

const CASES: readonly Case[] = [
  {
    what: 'a name of 40 characters in a low window',
    texts: { お名前: NAME },
    template: [LOW_WINDOW, LOW_LARGE_WINDOW],
    field: 'name',
    column: 'お名前',
    named: { お名前: NAME },
    measure: HEIGHTS,
  },
  {
    what: 'an address of 3 × 40',
    rule: 'V08',
    texts: { ...POST, ...ADDRESS },
    field: 'address1',
    column: '住所',
    named: ADDRESS,
    measure: HEIGHTS,
  },
  {
    what: 'a name of 40 and an address of 3 × 40',
    rule: 'V08',
    texts: { ...POST, ...ADDRESS, お名前: NAME },
    field: 'address2',
    column: '住所2',
    named: { 住所2: ADDRESS.住所2, 建物名: ADDRESS.建物名 },
    measure: HEIGHTS,
  },
  {
    what: 'a mail address of 64 + 1 + 255 that may not be broken',
    texts: { Eメール: MAIL },
    template: [UNBROKEN],
    provider: [LONG_DOMAIN],
    field: 'mailAddress',
    column: 'Eメール',
    named: { Eメール: MAIL },
    measure: WIDTHS,
  },
  {
    what: 'a password of 64 that may not be broken',
    texts: { メールパスワード: 'Wm-8'.repeat(16) },
    template: [UNBROKEN],
    provider: [['passwordPolicy: refer', 'passwordPolicy: print']],
    field: 'initialPassword',
    column: 'メールパスワード',
    named: { メールパスワード: '' },
    measure: WIDTHS,
  },
];

const optionsOf = ({ template, provider }: Case): Partial<PipelineOptions> => ({
  ...(template && { template: templateFolder(...template) }),
  provider: profileFolder(...(provider ?? [])),
});

describe.each(['normal', 'large'] as const)(
  'in the %s edition, V07 (V08 in the window) names file, row, heading, value and measure of',
  (edition) => {
    test.each(CASES)('$what', (each) => {
      const pipeline = createPipeline({ issueDate: '2026-11-23', edition, ...optionsOf(each) });
      const customer = customerOf(each.texts);
      const problems = problemsOf(() => pipeline.compose(customer));
      expect(problems.map(({ code }) => code)).toEqual([each.rule ?? 'V07']);
      const [{ message, place, severity }] = [sure(problems[0], 'problem')];
      expect(severity).toBe('error');
      expect(place).toEqual({
        kind: 'record',
        file: '顧客.csv',
        row: 12,
        customerId: 'K-1',
        field: each.field,
        column: each.column,
      });
      const [measure, ...lines] = message.ja.split('\n');
      expect(measure).toMatch(each.measure);
      expect(lines.map((line) => /^「(.+?)」/.exec(line)?.[1])).toEqual(Object.keys(each.named));
      for (const [at, value] of Object.values(each.named).entries()) expect(lines[at]).toContain(value);
      expect(JSON.stringify(problems)).not.toContain('Wm-8');
      expect(problemsOf(() => pipeline.compose(customer))).toEqual(problems);
    });
  },
);

describe('the length that V07 offers', () => {
  test('fits, and one character more does not', () => {
    const pipeline = createPipeline({ issueDate: '2026-11-23', template: templateFolder(LOW_WINDOW) });
    const [problem] = problemsOf(() => pipeline.compose(customerOf({ お名前: NAME })));
    const room = Number(/先頭から(\d+)文字まで/.exec(problem?.message.ja ?? '')?.[1]);
    expect(room).toBeGreaterThan(10);
    expect(problemsOf(() => pipeline.compose(customerOf({ お名前: NAME.slice(0, room) })))).toEqual([]);
    expect(problemsOf(() => pipeline.compose(customerOf({ お名前: NAME.slice(0, room + 1) })))).not.toEqual(
      [],
    );
  });
});

test('a box that is too small for any customer is the template’s fault, not the record’s', () => {
  const small = createPipeline({
    issueDate: '2026-11-23',
    template: templateFolder(['style.css', '  height: 34mm;\n', '  height: 3mm;\n']),
  });
  const [problem] = problemsOf(() => small.compose(customerOf({})));
  expect(problem).toMatchObject({ code: 'layout/too-tall', place: { kind: 'source', line: 2 } });
});
