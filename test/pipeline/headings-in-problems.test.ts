import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type FieldName, fieldNames, fields } from '../../src/office/customers/fields.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import { createPipeline, type PipelineOptions } from '../../src/pipeline.js';
import type { Problem } from '../../src/problem.js';
import { batchOf } from '../batch/all-records.js';
import { stringify } from '../office/customers/write-csv.js';
import { type SheetCell, writeXlsx } from '../office/customers/write-xlsx.js';
import { problemsOf, profileFolder } from './office-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-headings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Texts = Readonly<Partial<Record<FieldName, string>>>;
type Profile = readonly (readonly [from: string, to: string])[];

/** What the office calls the field: never the label of ours. */
const typed = (name: FieldName): string => `【${fields[name].headings[0] ?? fields[name].label.ja}】※`;

const LEAST: Texts = {
  customerId: 'KS-1',
  name: '甲斐　一郎',
  mailAddress: 'ichiro@cvk.ne.jp',
  connection: 'IMAP',
  devices: '1台',
};
const POP: Texts = { connection: 'POP', leaveOnServer: 'はい' };

interface Case {
  readonly code: string;
  readonly field: FieldName;
  readonly texts: Texts;
  readonly profile?: Profile;
}

const CASES: readonly Case[] = [
  { code: 'V01', field: 'customerId', texts: { customerId: '' } },
  { code: 'V01', field: 'leaveOnServer', texts: { connection: 'POP', leaveOnServer: '' } },
  { code: 'V01', field: 'postalCode', texts: { deliveryMethod: '郵送', postalCode: '', address1: '甲府市' } },
  {
    code: 'V01',
    field: 'mailUserName',
    texts: { mailUserName: '' },
    profile: [['userNameRule: refer', 'userNameRule: column']],
  },
  {
    code: 'V01',
    field: 'initialPassword',
    texts: { initialPassword: '' },
    profile: [['passwordPolicy: refer', 'passwordPolicy: print']],
  },
  { code: 'V03', field: 'mailAddress', texts: { mailAddress: 'ichiro@example.com' } },
  { code: 'V04', field: 'name', texts: { name: '甲斐\u{1F9D1}\u{200B}' } },
  { code: 'V04', field: 'branch', texts: { branch: '𓀀支店' } },
  { code: 'V04', field: 'building', texts: { building: 'メゾン𓀀' } },
  { code: 'V05', field: 'name', texts: { name: '?田　一郎' } },
  { code: 'V05', field: 'address1', texts: { address1: '甲\uE000市' } },
  { code: 'V06', field: 'contractId', texts: { contractId: '1.23E+10' } },
  { code: 'V06', field: 'address2', texts: { address2: '5月6日' } },
  {
    code: 'V06',
    field: 'customerId',
    texts: { customerId: '12345' },
    profile: [['# customerId: { length: 8 }', 'customerId: { length: 8 }']],
  },
  { code: 'V09', field: 'leaveOnServer', texts: { leaveOnServer: 'はい' } },
  { code: 'V09', field: 'leaveDays', texts: { leaveDays: '14' } },
  {
    code: 'V11',
    field: 'leaveOnServer',
    texts: { connection: 'POP', leaveOnServer: 'いいえ', devices: '2台' },
  },
  { code: 'V12', field: 'connection', texts: { ...POP, devices: '2台' } },
  { code: 'V13', field: 'mailSoftware', texts: { ...POP, mailSoftware: '新しいOutlook' } },
  { code: 'V14', field: 'deviceList', texts: { deviceList: 'PC、iPhone' } },
  {
    code: 'V15',
    field: 'deliveryMethod',
    texts: { deliveryMethod: '郵送', postalCode: '4000031', address1: '甲府市', initialPassword: 'Ab3xYz!9' },
    profile: [['passwordPolicy: refer', 'passwordPolicy: print']],
  },
  { code: 'V16', field: 'mailAddress', texts: { mailAddress: 'il01@cvk.ne.jp' } },
  { code: 'customers/too-long', field: 'remarks', texts: { remarks: '長'.repeat(121) } },
  { code: 'customers/kana', field: 'nameKana', texts: { nameKana: '甲斐' } },
  { code: 'customers/honorific', field: 'honorific', texts: { name: '甲斐様', honorific: '御中' } },
  { code: 'customers/password', field: 'initialPassword', texts: { initialPassword: 'あいうえおか' } },
  {
    code: 'customers/first-device',
    field: 'firstDevice',
    texts: { deviceList: 'PC', firstDevice: 'iPhone' },
  },
  { code: 'record/leave-days', field: 'leaveDays', texts: { ...POP, leaveDays: '60' } },
  {
    code: 'record/unknown-plan',
    field: 'plan',
    texts: { plan: 'ふつう' },
    profile: [['quotaMB: 100\n', 'quotaMB: 100\nplans: { 大容量: 1000 }\n']],
  },
  {
    code: 'record/undecided-by-post',
    field: 'deliveryMethod',
    texts: { connection: '未定', deliveryMethod: '郵送', postalCode: '4000031', address1: '甲府市' },
  },
  { code: 'files/unsafe-name', field: 'customerId', texts: { customerId: '-1' } },
  { code: 'files/unsafe-name', field: 'customerId', texts: { customerId: 'CON' } },
];

const pipelineOf = (profile: Profile = [], options: Partial<PipelineOptions> = {}) =>
  createPipeline({
    ...(profile.length > 0 && { provider: profileFolder(...profile) }),
    issueDate: '2026-11-23',
    ...options,
  });

let files = 0;
function fileOf(name: string, content: string | Uint8Array): string {
  files += 1;
  const file = join(folder, `${files}-${name}`);
  writeFileSync(file, content);
  return file;
}

/** Every problem of a batch over the file. */
async function problemsIn(file: string, profile?: Profile): Promise<readonly Problem[]> {
  const { records } = await batchOf(readCustomers(file), pipelineOf(profile), {});
  return records.flatMap(({ problems }) => problems);
}

/** Every field has a column, filled in or not. */
const row = (texts: Texts): readonly string[] =>
  fieldNames.map((name) => ({ ...LEAST, ...texts })[name] ?? '');

describe('a problem of a record stands under the heading of its file', () => {
  test.each(CASES)('$code of $field', async ({ code, field, texts, profile }) => {
    const file = fileOf('顧客.csv', stringify([fieldNames.map(typed), row(texts)], ','));
    const found = (await problemsIn(file, profile)).filter((problem) => problem.code === code);
    expect(found.map(({ place }) => place)).toContainEqual(
      expect.objectContaining({ kind: 'record', file, row: 2, field, column: typed(field) }),
    );
    for (const { place } of found) {
      if (place?.kind !== 'record' || place.field === undefined) continue;
      expect(place.column).toBe(typed(place.field as FieldName));
    }
  });

  test('V02 of a number and of an address, in the messages, too', async () => {
    const rows = [row({}), row({ name: '甲斐　二郎' }), row({ customerId: 'KS-2' })];
    const file = fileOf('顧客.csv', stringify([fieldNames.map(typed), ...rows], ','));
    const found = (await problemsIn(file)).filter(({ code }) => code === 'V02');
    expect(found.map(({ place, message }) => [place, message.ja.includes('※')])).toEqual([
      [expect.objectContaining({ row: 3, field: 'customerId', column: typed('customerId') }), true],
      [expect.objectContaining({ row: 3, field: 'mailAddress', column: typed('mailAddress') }), true],
      [expect.objectContaining({ row: 4, field: 'mailAddress', column: typed('mailAddress') }), true],
    ]);
  });

  test('a formula of Excel without its value', async () => {
    const cells: readonly SheetCell[] = row({}).map((text, at) =>
      fieldNames[at] === 'branch' ? { xml: '<c r="REF"><f>A1</f></c>' } : text,
    );
    const file = fileOf('顧客.xlsx', writeXlsx([{ name: '名簿', rows: [fieldNames.map(typed), cells] }]));
    const [problem] = await problemsIn(file);
    expect(problem?.code).toBe('V06');
    expect(problem?.place).toMatchObject({ sheet: '名簿', row: 2, field: 'branch', column: typed('branch') });
  });
});

describe('a problem of a record that stands in no table', () => {
  test('names the key of the JSON file', async () => {
    const record = {
      ...LEAST,
      name: undefined,
      お名前: '甲斐',
      leaveDays: '14',
      アドレス: 'a@example.com',
      mailAddress: undefined,
    };
    const found = await problemsIn(fileOf('顧客.json', JSON.stringify(record)));
    expect(found.map(({ code, place }) => [code, place?.kind === 'record' && place.column])).toEqual([
      ['V09', 'leaveDays'],
      ['V03', 'アドレス'],
    ]);
  });

  test('names the key of the JSON file whose value is no text, and its field', async () => {
    const record = { ...LEAST, name: undefined, お名前: { 姓: '甲斐' } };
    const [problem] = await problemsIn(fileOf('顧客.json', JSON.stringify(record)));
    expect(problem).toMatchObject({ code: 'customers/json', place: { column: 'お名前', field: 'name' } });
  });

  test('names the field as it was set', () => {
    const { customer } = customerFromFields({ ...LEAST, mailAddress: 'a@example.com' }, { kind: 'record' });
    if (customer === undefined) throw new Error('no customer');
    const [problem] = problemsOf(() => pipelineOf().compose(customer));
    expect(problem?.place).toEqual({
      kind: 'record',
      customerId: 'KS-1',
      field: 'mailAddress',
      column: 'mailAddress',
    });
  });
});

test('what the columns are called changes no sheet', () => {
  const pipeline = pipelineOf();
  const [one, other] = [
    LEAST,
    Object.fromEntries(Object.entries(LEAST).map(([name, text]) => [typed(name as FieldName), text])),
  ].map((texts) => customerFromFields(texts, { kind: 'record' }).customer);
  if (one === undefined || other === undefined) throw new Error('no customer');
  expect(one.headings).not.toEqual(other.headings);
  expect(pipeline.render(other)).toEqual(pipeline.render(one));
});
