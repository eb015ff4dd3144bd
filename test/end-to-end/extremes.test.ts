import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import type { Edition } from '../../src/office/sheet/sheet.js';
import { createPipeline, type Pipeline, SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { type Problem, ProblemError } from '../../src/problem.js';
import { drawnPages } from './drawn-page.js';
import { findCollisions, SHEET_AREA } from './find-collisions.js';
import { EDITIONS, ISSUE_DATE, readSheet } from './sheets.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-extremes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The longest domain that RFC 1035 lets a name have in letters: four labels of 63, no dot at the end. */
const LONG_DOMAIN = [1, 2, 3, 4].map((n) => String(n).repeat(2) + 'wide-domain-'.repeat(5) + n).join('.');
const LONG_ADDRESS = `${'MW0O1lI_'.repeat(8)}@${LONG_DOMAIN}`;

/** The shipped template with a profile that has every optional entry, and prints password and user name. */
function fullOffice(): string {
  const office = join(folder, 'office');
  cpSync(SHIPPED_TEMPLATE, office, { recursive: true });
  const profile = readFileSync(join(office, 'provider.yaml'), 'utf8')
    .replace('  - cvk.ne.jp', `  - cvk.ne.jp\n  - ${LONG_DOMAIN}`)
    .replace('userNameRule: refer', 'userNameRule: full-address')
    .replace('smtpAuth: unstated', 'smtpAuth: same-as-incoming')
    .replace('passwordPolicy: refer', 'passwordPolicy: print')
    .replace('quotaCountsAllFolders: false', 'quotaCountsAllFolders: true')
    .replace('showRemarks: false', 'showRemarks: true')
    .replaceAll('  # - { host', '  - { host')
    .replace('allowPlain: false', 'allowPlain: true')
    .replace('  # hours: ', '  hours: ')
    .replace('  # url: ', '  url: ')
    .replace('  # address: 山梨県…', '  address: 山梨県甲府市丸の内一丁目二番三号　峡西ビルディング別館四階');
  writeFileSync(join(office, 'provider.yaml'), profile);
  // How far it grows is not the question here (V18).
  const template = readFileSync(join(office, 'template.yaml'), 'utf8').replace(/^pages: .*$/m, '');
  writeFileSync(join(office, 'template.yaml'), template);
  appendFileSync(
    join(office, 'provider.yaml'),
    'extraNotes:\n  - text: 海外からのご利用には、事前のお申し込みが必要です。\n  - text: 機種変更のときは、先に新しい端末で受信できることをお確かめください。\n',
  );
  return office;
}

const pipelines = new Map<string, Pipeline>();
function pipelineOf(profile: 'shipped' | 'full', edition: Edition): Pipeline {
  const key = `${profile} ${edition}`;
  const template = profile === 'full' ? { template: fullOffice() } : {};
  const pipeline =
    pipelines.get(key) ?? createPipeline({ ...template, issueDate: ISSUE_DATE, edition, allowRisky: true });
  pipelines.set(key, pipeline);
  return pipeline;
}

type Fields = Readonly<Record<string, string>>;

/** Goes the way of every record: what records.md refuses is refused here, too. */
function customerWith(fields: Fields): Customer {
  const least = {
    氏名: '山田　太郎',
    お客様番号: 'K-1',
    メールアドレス: 'k.yamada@cvk.ne.jp',
    利用端末: '1台',
  };
  const { customer, problems } = customerFromFields({ ...least, ...fields }, { kind: 'record', row: 2 });
  if (customer === undefined) throw new ProblemError(problems);
  return customer;
}

const KANJI = '齋藤邊鬱麟龍鷹鶴廣瀬櫻澤國德壽榮濱嶋驒囊';
const long = (length: number, of = KANJI): string =>
  of.repeat(Math.ceil(length / of.length)).slice(0, length);
const NAME40 = `${long(20)}　${long(19, '鬱麟龍鷹鶴')}`;
const POST: Fields = {
  交付方法: '郵送',
  郵便番号: '400-0031',
  住所1: `山梨県南巨摩郡${long(33)}`,
  住所2: `字${long(39, '葛󠄀')}`.replaceAll('\u{E0100}', ''),
  建物名: long(40, 'メゾンド髙﨑ヴィラージュ'),
};
const KINDS: Readonly<Record<string, Fields>> = {
  PSK: { 接続方法: 'POP', サーバーに残す: 'はい' },
  PMK: { 接続方法: 'POP', サーバーに残す: 'はい', 利用端末: '10台' },
  PMN: { 接続方法: 'POP', サーバーに残す: '設定なし', 利用端末: '2台以上' },
  IS: { 接続方法: 'IMAP' },
  IM: {
    接続方法: 'IMAP',
    利用端末: '10台',
    端末一覧: long(10, 'P')
      .split('')
      .map(() => 'タブレット')
      .join('、'),
  },
};
const EVERYTHING: Fields = {
  ...POST,
  お客様番号: 'K'.repeat(20),
  契約番号: 'W'.repeat(20),
  氏名: NAME40,
  フリガナ: long(40, 'サイトウワタナベ'),
  差出人名: long(40),
  残す日数: '60',
  担当者: long(40),
  店舗: long(40, '南アルプス市櫛形支店'),
  再発行理由: long(120, '用紙の紛失のため'),
  備考: long(120, 'お電話はお昼過ぎにお願いします'),
  あんしんサポート: '加入',
};

interface Extreme {
  readonly what: string;
  readonly profile: 'shipped' | 'full';
  readonly fields: Fields;
  /** What must stand in the text whole. */
  readonly values: readonly string[];
  /** More than the envelope's window holds: refused. */
  readonly refused?: true;
}

const ADDRESS = ['住所1', '住所2', '建物名'].map((name) => POST[name] ?? '');
const EXTREMES: readonly Extreme[] = [
  {
    what: 'a name of 40 characters at the counter',
    profile: 'shipped',
    fields: { 氏名: NAME40 },
    values: [NAME40],
  },
  {
    what: 'a name of 40 characters by post',
    profile: 'shipped',
    fields: { ...POST, 住所2: '', 建物名: '', 住所1: '山梨県甲府市', 氏名: NAME40 },
    values: [NAME40],
  },
  { what: 'an address of 3 × 40', profile: 'shipped', fields: POST, values: ADDRESS },
  {
    what: 'a name of 40 and an address of 3 × 40',
    profile: 'shipped',
    fields: { ...POST, 氏名: NAME40 },
    values: [NAME40, ...ADDRESS],
    refused: true,
  },
  {
    what: 'a mail address of 64 + 1 + 255',
    profile: 'full',
    fields: { メールアドレス: LONG_ADDRESS, 初期パスワード: 'Ab3xYz!9' },
    values: [LONG_ADDRESS],
  },
  {
    what: 'a password of 64',
    profile: 'full',
    fields: { 初期パスワード: long(64, '0Oo1lI|W') },
    values: [long(64, '0Oo1lI|W')],
  },
  {
    what: 'every field as long as it may be',
    profile: 'full',
    fields: { ...EVERYTHING, 初期パスワード: long(64, '0Oo1lI|W'), メールアドレス: LONG_ADDRESS },
    values: [],
    refused: true,
  },
  {
    what: 'every field as long as it may be, at the counter',
    profile: 'shipped',
    fields: { ...EVERYTHING, 交付方法: '窓口' },
    values: [NAME40],
  },
];

const CASES = EXTREMES.flatMap((extreme) =>
  Object.entries(KINDS).flatMap(([kind, fields]) =>
    EDITIONS.map((edition) => ({ ...extreme, kind, edition, fields: { ...fields, ...extreme.fields } })),
  ),
);

test('the longest address is as long as it may be', () => {
  expect(LONG_DOMAIN).toHaveLength(255);
  expect(LONG_ADDRESS).toHaveLength(64 + 1 + 255);
});

describe('fits whole, or is refused with its measure', () => {
  test.each(CASES)('$what, $kind, $edition', async ({ profile, fields, values, refused, edition }) => {
    const pipeline = pipelineOf(profile, edition);
    const made = attempt(() => pipeline.render(customerWith(fields)));
    expect(made instanceof Uint8Array).toBe(refused !== true);
    if (!(made instanceof Uint8Array)) {
      expect(made).not.toEqual([]);
      for (const { code, message, place } of made) {
        expect(message.ja).toMatch(/\d mm/);
        // V08 where the window alone is too small.
        expect(['V07', 'V08']).toContain(code);
        expect(place?.kind).toBe('record');
      }
      return;
    }
    const { text } = await readSheet(made);
    for (const value of values) expect(text).toContain(value.replaceAll(/\s/g, ''));
    expect((await drawnPages(made)).flatMap((page) => findCollisions(page, SHEET_AREA))).toEqual([]);
  });
});

/** The file, or the errors that speak against it. */
function attempt(make: () => Uint8Array): Uint8Array | readonly Problem[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.filter(({ severity }) => severity === 'error');
    throw error;
  }
}
