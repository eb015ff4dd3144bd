import { describe, expect, it } from 'vitest';
import { customerFromFields } from '../../../src/office/customers/from-fields.js';

const COUNTER = {
  お客様番号: 'KS-1',
  氏名: '甲斐 一郎',
  メールアドレス: 'ichiro@cvk.ne.jp',
  接続方法: 'IMAP',
  利用端末: '1台',
};
const POP = { ...COUNTER, 接続方法: 'POP', サーバーに残す: 'はい' };
const read = (fields: Readonly<Record<string, string>>) =>
  customerFromFields(fields, { kind: 'record', row: 5 });
const said = (fields: Readonly<Record<string, string>>) =>
  read(fields).problems.map(({ severity, code, place }) =>
    `${severity} ${code} ${place?.kind === 'record' ? place.field : ''}`.trim(),
  );

describe('a record', () => {
  it('of five fields is a customer with every default in place', () => {
    const headings = {
      customerId: 'お客様番号',
      name: '氏名',
      mailAddress: 'メールアドレス',
      connection: '接続方法',
      devices: '利用端末',
    };
    expect(read(COUNTER)).toEqual({
      row: 5,
      place: { kind: 'record', row: 5, customerId: 'KS-1' },
      customerId: 'KS-1',
      customer: {
        customerId: 'KS-1',
        name: '甲斐　一郎',
        honorific: '様',
        mailAddress: 'ichiro@cvk.ne.jp',
        connection: 'IMAP',
        devices: 'single',
        deviceCount: 1,
        deviceList: [],
        deliveryMethod: 'counter',
        largePrint: false,
        shared: false,
        place: { kind: 'record', row: 5, customerId: 'KS-1' },
        headings,
      },
      headings,
      typed: {
        customerId: 'KS-1',
        name: COUNTER.氏名,
        mailAddress: COUNTER.メールアドレス,
        connection: COUNTER.接続方法,
        devices: COUNTER.利用端末,
      },
      problems: [],
    });
  });

  it('is the same by field names, by headings, and with every other field blank, but for what the fields are called', () => {
    const unnamed = (fields: Readonly<Record<string, string>>) => {
      const { customer, headings: _headings, typed: _typed, ...rest } = read(fields);
      return { ...rest, customer: { ...customer, headings: undefined } };
    };
    const byName = {
      customerId: 'KS-1',
      name: '甲斐 一郎',
      mailAddress: 'ichiro@cvk.ne.jp',
      connection: 'IMAP',
      devices: '1台',
    };
    expect(unnamed(byName)).toEqual(unnamed(COUNTER));
    expect(unnamed({ ...byName, 備考: '', 発行日: ' ', 初期パスワード: '', 端末一覧: '' })).toEqual(
      unnamed(COUNTER),
    );
  });

  it('that stands in no file is row 1', () => {
    expect(customerFromFields(COUNTER, { kind: 'record' }).row).toBe(1);
  });

  it('with errors is no customer, but tells its number and every error at once', () => {
    const { customer, customerId, problems } = read({
      ...COUNTER,
      氏名: '甲\uE000',
      接続方法: '',
      郵便番号: '123',
    });
    expect(customer).toBeUndefined();
    expect(customerId).toBe('KS-1');
    expect(problems.map(({ code }) => code)).toEqual(['V05', 'customers/postal-code', 'V01']);
    expect(
      problems.every(
        ({ place }) => place?.kind === 'record' && place.customerId === 'KS-1' && place.row === 5,
      ),
    ).toBe(true);
  });

  it('names the heading as typed, and the label where only the field’s own name was given', () => {
    expect(read({ ...COUNTER, お名前: '?', 氏名: '' }).problems[0]?.message.ja).toContain(
      '「氏名」と「お名前」',
    );
    const { 氏名: _, ...rest } = COUNTER;
    expect(read({ ...rest, お名前: '?' }).problems[0]).toMatchObject({ place: { column: 'お名前' } });
    expect(read({ ...rest, name: '?' }).problems[0]?.message.ja).toContain('「氏名」');
    expect(read({ ...rest, name: '?' }).problems[0]?.message.en).toContain('"name"');
  });

  it('warns about an unknown field and names what was meant', () => {
    const { customer, problems } = read({ ...COUNTER, メールアドレズ: 'x', 性別: '男' });
    expect(customer).toBeDefined();
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      Array(2).fill('warning customers/unknown-column'),
    );
    expect(problems[0]?.hint?.ja).toContain('「メールアドレス」のことでしたら');
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'takes %s for an unknown field like any other',
    (name) => {
      const { customer, problems } = read(Object.fromEntries([...Object.entries(COUNTER), [name, 'x']]));
      expect(customer).toEqual(read(COUNTER).customer);
      expect(problems.map(({ code }) => code)).toEqual(['customers/unknown-column']);
    },
  );
});

describe('V01', () => {
  it.each(Object.keys(COUNTER))('%s empty is an error, never a default', (heading) => {
    expect(said({ ...COUNTER, [heading]: ' ' })).toEqual([expect.stringMatching(/^error V01/)]);
  });
  it('says which of a record’s fields are missing altogether', () => {
    expect(said({})).toEqual(
      ['customerId', 'name', 'mailAddress', 'connection', 'devices'].map((name) => `error V01 ${name}`),
    );
  });
  it('POP needs leaveOnServer', () =>
    expect(said({ ...POP, サーバーに残す: '' })).toEqual(['error V01 leaveOnServer']));
  it('a refused value is not called empty as well', () =>
    expect(said({ ...POP, サーバーに残す: '？' })).toEqual(['error customers/choice leaveOnServer']));
  it('post needs postal code and address', () => {
    expect(said({ ...COUNTER, 交付方法: '郵送' })).toEqual(['error V01 postalCode', 'error V01 address1']);
    expect(said({ ...COUNTER, 交付方法: '郵送', '〒': '400-0031', 住所: '甲府市' })).toEqual([]);
  });
});

describe('leaving on the server', () => {
  it('POP keeps the choice and the days', () => {
    expect(read({ ...POP, 残す日数: '2週間' }).customer).toMatchObject({
      leaveOnServer: 'keep',
      leaveDays: 14,
    });
  });
  it('without days, the days are left to the profile', () =>
    expect(read(POP).customer).not.toHaveProperty('leaveDays'));
  it('days without keeping are not used, with a notice', () => {
    const fields = { ...POP, サーバーに残す: 'いいえ', 残す日数: '14' };
    expect(said(fields)).toEqual(['notice customers/unused leaveDays']);
    expect(read(fields).customer).not.toHaveProperty('leaveDays');
  });
  it.each(['IMAP', '未定'])('V09: %s uses neither, with a notice', (connection) => {
    const fields = { ...POP, 接続方法: connection, 残す日数: '14' };
    expect(said(fields)).toEqual(['notice V09 leaveOnServer', 'notice V09 leaveDays']);
    expect(read(fields).customer).not.toHaveProperty('leaveOnServer');
    expect(read(fields).customer).not.toHaveProperty('leaveDays');
  });
});

describe('V14: devices and their list', () => {
  it.each([
    ['1台', 'PC'],
    ['2台以上', 'PC、iPhone'],
    ['3', 'PC、PC、タブレット'],
    ['複数', ''],
  ])('%s agrees with 「%s」', (devices, list) =>
    expect(said({ ...COUNTER, 利用端末: devices, 端末一覧: list })).toEqual([]),
  );
  it.each([
    ['1台', 'PC、iPhone'],
    ['複数', 'PC'],
    ['3', 'PC、iPhone'],
  ])('%s does not agree with %s', (devices, list) =>
    expect(said({ ...COUNTER, 利用端末: devices, 端末一覧: list })).toEqual(['error V14 deviceList']),
  );
  it('the first device is one of the list', () => {
    const fields = { ...COUNTER, 利用端末: '2', 端末一覧: 'PC、iPhone' };
    expect(read({ ...fields, 親機: 'アイフォン' }).customer?.firstDevice).toBe('iPhone');
    expect(said({ ...fields, 親機: 'タブレット' })).toEqual(['error customers/first-device firstDevice']);
  });
});

describe('the honorific', () => {
  it.each([
    ['甲斐一郎', '', '様'],
    ['甲斐一郎', '先生', '先生'],
    ['甲斐一郎', 'なし', ''],
    ['甲斐一郎様', '', ''],
    ['望月医院 御中', '', ''],
    ['組合員各位', '', ''],
    ['株式会社峡西', '御中', '御中'],
  ])('%s with 「%s」 is followed by 「%s」', (name, honorific, printed) => {
    expect(said({ ...COUNTER, 氏名: name, 敬称: honorific })).toEqual([]);
    expect(read({ ...COUNTER, 氏名: name, 敬称: honorific }).customer?.honorific).toBe(printed);
  });
  it.each(['株式会社峡西', '㈱峡西', '（有）峡西', '峡西農業協同組合'])(
    '%s without 御中 is warned about and not changed',
    (name) => {
      expect(said({ ...COUNTER, 氏名: name })).toEqual(['warning customers/honorific honorific']);
      expect(read({ ...COUNTER, 氏名: name }).customer?.honorific).toBe('様');
    },
  );
  it('that is given besides the name’s own is not added, with a notice', () => {
    const fields = { ...COUNTER, 氏名: '株式会社峡西御中', 敬称: '様' };
    expect(said(fields)).toEqual(['notice customers/honorific honorific']);
    expect(read(fields).customer?.honorific).toBe('');
  });
});
