import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blameFields } from '../../../src/office/customers/blame-fields.js';
import type { Customer } from '../../../src/office/customers/customer.js';
import { customerFromFields } from '../../../src/office/customers/from-fields.js';
import { type Problem, sure } from '../../../src/problem.js';

const MISFIT: Problem = {
  code: 'layout/too-tall',
  severity: 'error',
  message: { ja: '45.0 mm に 65.3 mm あります。', en: '65.3 mm in 45.0 mm.' },
  place: { kind: 'source', file: '/office/partials/letterhead.hbs', line: 2, column: 3 },
};

const customerWith = (texts: Readonly<Record<string, string>>): Customer =>
  sure(
    customerFromFields(
      {
        お客様番号: 'K-1',
        氏名: '甲斐',
        メールアドレス: 'a@cvk.ne.jp',
        接続方法: 'IMAP',
        台数: '1',
        ...texts,
      },
      { kind: 'record', file: '顧客.csv', row: 7 },
    ).customer,
    'customer',
  );

const lengthOf = (...values: readonly (string | undefined)[]): number => values.join('').length;

describe('blameFields', () => {
  test('names the one field that decides, and how much of it fits', () => {
    const customer = customerWith({ 店舗: '長い名前の支店', 住所: '甲府市' });
    expect(blameFields(customer, MISFIT, ({ branch }) => lengthOf(branch) <= 4)).toEqual({
      code: 'V07',
      severity: 'error',
      message: {
        ja: '値が長く、印刷する場所に入りません。45.0 mm に 65.3 mm あります。\n「店舗」「長い名前の支店」（7文字）。先頭から4文字までなら入ります',
        en: 'Too long for its place on the sheet. 65.3 mm in 45.0 mm.\n"店舗" "長い名前の支店" (7 characters); its first 4 fit',
      },
      hint: {
        ja: 'この値を短くしてください。\n短くできない値なら、テンプレート（letterhead.hbs の2行目）の枠を大きくするか、文字を小さくしてください。',
        en: 'Shorten this value.\nIf it cannot be shortened, make the box (letterhead.hbs, line 2) larger or its type smaller.',
      },
      place: { kind: 'record', file: '顧客.csv', row: 7, customerId: 'K-1', field: 'branch', column: '店舗' },
    });
  });

  test('names every field that decides alone, the longest in the place', () => {
    const customer = customerWith({ 住所: '甲府市', 建物名: 'ながいながい建物' });
    const fits = ({ address1, building }: Customer) => lengthOf(address1, building) <= 8;
    const problem = blameFields(customer, MISFIT, fits);
    expect(problem?.message.ja.split('\n').slice(1)).toEqual([
      '「住所」「甲府市」（3文字）。空にすれば入ります',
      '「建物名」「ながいながい建物」（8文字）。先頭から5文字までなら入ります',
    ]);
    expect(problem?.hint?.ja).toContain('どれか一つ');
    expect(problem?.place).toMatchObject({ field: 'building', column: '建物名' });
  });

  test('names the fields that decide only together', () => {
    const customer = customerWith({
      住所: '甲府市丸の内',
      住所2: '一丁目二番三号',
      建物名: '別館',
      店舗: '本店',
    });
    const fits = ({ address1, address2, building }: Customer) => lengthOf(address1, address2, building) <= 5;
    const problem = blameFields(customer, MISFIT, fits);
    expect(problem?.message.ja.split('\n').slice(1)).toEqual([
      '「住所」「甲府市丸の内」（6文字）',
      '「住所2」「一丁目二番三号」（7文字）',
    ]);
    expect(problem?.hint?.ja).toContain('このすべてを短く');
  });

  test('blames no field where the sheet would not fit with any record', () => {
    expect(blameFields(customerWith({ 店舗: '本店' }), MISFIT, () => false)).toBeUndefined();
  });

  test('never shows the password', () => {
    const customer = customerWith({ 初期パスワード: 'Secret-123' });
    const problem = blameFields(customer, MISFIT, (each) => (each.initialPassword ?? '').length < 10);
    expect(problem?.place).toMatchObject({ field: 'initialPassword' });
    expect(problem?.message.ja).toContain('「初期パスワード」（10文字）');
    expect(JSON.stringify(problem)).not.toContain('Secret');
  });

  test('says where the normal edition would do', () => {
    const customer = customerWith({ 拡大文字: 'はい', 店舗: '本店の出張所' });
    const problem = blameFields(
      customer,
      MISFIT,
      ({ branch, largePrint }) => !largePrint || lengthOf(branch) < 3,
    );
    expect(problem?.hint?.ja).toContain('「拡大文字」を「いいえ」にすると');
  });

  test('whatever limits there are: names fields that are enough, and none in vain', () => {
    const NAMES = ['address1', 'address2', 'building', 'branch', 'issuedBy'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 0, max: 40 }),
        (lengths, limit) => {
          const texts = Object.fromEntries(NAMES.map((name, at) => [name, '字'.repeat(lengths[at] ?? 1)]));
          const customer = customerWith(texts);
          const fits = (each: Customer) => lengthOf(...NAMES.map((name) => each[name])) <= limit;
          fc.pre(!fits(customer));
          const problem = sure(blameFields(customer, MISFIT, fits), 'problem');
          const named = NAMES.filter((name) => problem.message.ja.includes(`「${NAMES_JA[name]}」`));
          const without = (names: readonly string[]) =>
            fits({ ...customer, ...Object.fromEntries(names.map((name) => [name, undefined])) });
          expect(without(named)).toBe(true);
          for (const name of named) {
            const alone = problem.hint?.ja.includes('すべて') !== true;
            expect(alone ? without([name]) : without(named.filter((each) => each !== name))).toBe(alone);
          }
        },
      ),
    );
  });
});

const NAMES_JA = {
  address1: '住所1',
  address2: '住所2',
  building: '建物名',
  branch: '店舗',
  issuedBy: '担当者',
};
