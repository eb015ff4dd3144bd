import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../../src/office/customers/fields.js';
import { readField } from '../../../src/office/customers/read-field.js';

const read = (field: FieldName, text: string, column?: string) =>
  readField(field, text, { kind: 'record', row: 7, ...(column === undefined ? {} : { column }) });
const value = (field: FieldName, text: string) => {
  const { value, problems } = read(field, text);
  expect(problems).toEqual([]);
  return value;
};
const codes = (field: FieldName, text: string) => {
  const { value, problems } = read(field, text);
  if (problems.some(({ severity }) => severity === 'error')) expect(value).toBeUndefined();
  return problems.map(({ severity, code }) => `${severity} ${code}`);
};

describe('a name', () => {
  it.each([
    ['山田　　太郎 ', '山田　太郎'],
    ['髙橋 𠮷﨑葛\u{E0100}', '髙橋　𠮷﨑葛\u{E0100}'],
    ['ｺﾊﾞﾔｼ 健太', 'コバヤシ　健太'],
    ['塚原\t隆', '塚原　隆'],
    ['㈱①', '㈱①'],
    ['O’Brien', 'O’Brien'],
    ['あ'.repeat(40), 'あ'.repeat(40)],
    ['葛\u{E0100}'.repeat(40), '葛\u{E0100}'.repeat(40)],
  ])('%j is printed as %j', (typed, name) => expect(value('name', typed)).toBe(name));

  it.each([
    ['甲\uE000', 'V05'],
    ['甲\uFFFD', 'V05'],
    ['甲\uD842', 'V05'],
    ['甲?', 'V05'],
    ['甲\u0378', 'V04'],
    ['甲\u0007', 'V04'],
    ['甲\u0085乙', 'V04'],
    ['甲\u200B', 'V04'],
    ['甲\uFEFF', 'V04'],
    ['甲\u202E乙', 'V04'],
    ['甲\u2066乙', 'V04'],
    ['甲\u3164', 'V04'],
    ['甲\u2028乙', 'V04'],
    ['\u{E0100}甲', 'V04'],
    ['甲\u{E0100}\u{E0101}', 'V04'],
    ['5月6日', 'V06'],
    ['#N/A', 'V06'],
    ['あ'.repeat(41), 'customers/too-long'],
  ])('%j is refused', (typed, code) => expect(codes('name', typed)).toEqual([`error ${code}`]));

  it('is refused with row, heading, character and code point', () => {
    const [problem] = read('name', '山\uE000田', 'お名前').problems;
    expect(problem).toMatchObject({ place: { row: 7, column: 'お名前', field: 'name' } });
    expect(problem?.message.ja).toContain('「お名前」の2文字目（U+E000）');
    expect(problem?.message.en).toContain('Character 2 of "お名前", U+E000');
  });

  it('is refused once for each different character', () => {
    expect(codes('name', '\uE000\uE001\uE000\u200B')).toEqual(['error V05', 'error V05', 'error V04']);
  });
});

describe('kana', () => {
  it.each([
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'ヤマダ　ハナコ'],
    ['やまだ　はなこ', 'ヤマダ　ハナコ'],
    ['ヴァン・ゴッホー', 'ヴァン・ゴッホー'],
  ])('%s → %s', (typed, kana) => expect(value('nameKana', typed)).toBe(kana));
  it.each(['山田', 'Yamada', 'ヤマダ1'])('%s is refused', (typed) =>
    expect(codes('nameKana', typed)).toEqual(['error customers/kana']),
  );
});

describe('a customer number', () => {
  it.each([
    ['KS-100234', 'KS-100234'],
    ['ＫＳ－１００２３４', 'KS-100234'],
    ['KS−100234', 'KS-100234'],
    ['00123', '00123'],
    ['1E5', '1E5'],
  ])('%s → %s', (typed, code) => expect(value('customerId', typed)).toBe(code));
  it.each([
    ['1.23E+10', 'V06'],
    ['2026-05-06', 'V06'],
    ['2026/5/6', 'V06'],
    ['#####', 'V06'],
    ['#REF!', 'V06'],
    ['KS 1', 'customers/code'],
    ['../x', 'customers/code'],
    ['甲1', 'customers/code'],
    ['1'.repeat(21), 'customers/code'],
  ])('%s is refused', (typed, code) => expect(codes('customerId', typed)).toEqual([`error ${code}`]));
});

describe('a postal code', () => {
  it.each([
    '400-0031',
    '4000031',
    '〒400-0031',
    '４００ー００３１',
    '４００－００３１',
    ' 400 0031',
    '400‐0031',
  ])('%s is 4000031', (typed) => expect(value('postalCode', typed)).toBe('4000031'));
  it('of six digits has lost its zero, and is not padded', () => {
    expect(codes('postalCode', '600906')).toEqual(['error V06']);
    expect(read('postalCode', '600906').problems[0]?.hint?.ja).toContain('060-0906');
  });
  it.each(['40000', '40000312', '400-003X'])('%s is refused', (typed) =>
    expect(codes('postalCode', typed)).toEqual(['error customers/postal-code']),
  );
});

describe('an address', () => {
  it.each([
    ['甲府市丸の内1丁目6-1', '甲府市丸の内1丁目6-1'],
    ['ﾒｿﾞﾝA101', 'メゾンA101'],
    ['タワー601', 'タワー601'],
    ['１～３号', '１〜３号'],
    ['１〜３号', '１〜３号'],
    ['401', '401'],
    ['三日月町五月', '三日月町五月'],
  ])('%s is printed as %s', (typed, address) => expect(value('address2', typed)).toBe(address));
  it.each([
    '5月6日',
    '1/2',
    '2026年5月6日',
    '甲府市5月6日',
    '6-May',
    'May-06',
    '45234',
    '2026-05-06',
    '2026-05-06 10:00:00',
    '#VALUE!',
  ])('%s is damage', (typed) => expect(codes('address2', typed)).toEqual(['error V06']));
  it('with a question mark has lost a kanji', () =>
    expect(codes('address1', '南ア?プス市')).toEqual(['error V05']));
  it('is limited to 40 characters', () =>
    expect(codes('building', '棟'.repeat(41))).toEqual(['error customers/too-long']));
});

describe('a mail address', () => {
  const long = (local: number, domain: number) => `${'a'.repeat(local)}@${domainOf(domain)}`;
  const domainOf = (length: number) => `${'d'.repeat(60)}.`.repeat(8).slice(0, length - 3) + '.jp';
  it.each([
    ['Taro.Kai@CVK.NE.JP', 'Taro.Kai@cvk.ne.jp'],
    [' taro@cvk.ne.jp\u3000', 'taro@cvk.ne.jp'],
    ["o'brien+x=1@cvk.ne.jp", "o'brien+x=1@cvk.ne.jp"],
    [long(64, 255), long(64, 255)],
  ])('%s → %s', (typed, address) => expect(value('mailAddress', typed)).toBe(address));
  it('in full width is made half-width, with a notice', () => {
    const { value, problems } = read('mailAddress', 'ｔａｒｏ＠ｃｖｋ．ｎｅ．ｊｐ');
    expect(value).toBe('taro@cvk.ne.jp');
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['notice', 'customers/half-width'],
    ]);
  });
  it.each([
    'taro',
    '@cvk.ne.jp',
    'taro@',
    'ta..ro@cvk.ne.jp',
    '.taro@cvk.ne.jp',
    'taro.@cvk.ne.jp',
    'taro@cvk..ne.jp',
    'taro@cvk.ne.jp.',
    'taro@.cvk.ne.jp',
    'taro@cvk',
    'taro@-cvk.ne.jp',
    'ta ro@cvk.ne.jp',
    'ta@ro@cvk.ne.jp',
    '"taro"@cvk.ne.jp',
    '太郎@cvk.ne.jp',
    'taro@cvk.ne.jp;jiro@cvk.ne.jp',
    long(65, 10),
    long(1, 256),
  ])('%s is refused', (typed) =>
    expect(codes('mailAddress', typed)).toContain('error customers/mail-address'),
  );
});

describe('an initial password', () => {
  it.each(['=+0Oo1l', '012345', 'a b c d', '"quoted"', 'x'.repeat(64), '!"#$%&\'()~|`'])(
    '%s is kept as typed',
    (typed) => expect(value('initialPassword', typed)).toBe(typed),
  );
  it.each([
    ['abcde', 'customers/password'],
    ['x'.repeat(65), 'customers/password'],
    [' abcdef', 'customers/password'],
    ['abcdef\n', 'customers/password'],
    ['abcdeｆ', 'customers/password'],
    ['abc\tdef', 'customers/password'],
    ['abc\u200Bdef', 'customers/password'],
    ['1.23457E+15', 'V06'],
    ['2026-05-06', 'V06'],
    ['########', 'V06'],
  ])('%j is refused, and shown nowhere', (typed, code) => {
    expect(codes('initialPassword', typed)).toEqual([`error ${code}`]);
    const { message, hint } = read('initialPassword', typed).problems[0] ?? {};
    const said = JSON.stringify([message, hint]);
    expect(said).not.toContain(typed);
    expect(said).not.toContain(typed.trim());
  });
});

describe('choices', () => {
  it.each<[FieldName, string, unknown]>([
    ['connection', 'POP', 'POP'],
    ['connection', 'ｐｏｐ３', 'POP'],
    ['connection', 'ポップ', 'POP'],
    ['connection', 'ﾎﾟｯﾌﾟ', 'POP'],
    ['connection', 'imap4', 'IMAP'],
    ['connection', 'アイマップ', 'IMAP'],
    ['connection', '未定', 'undecided'],
    ['leaveOnServer', 'はい', 'keep'],
    ['leaveOnServer', 'TRUE', 'keep'],
    ['leaveOnServer', 'いいえ', 'delete'],
    ['leaveOnServer', '設定 なし', 'no-setting'],
    ['largePrint', 'はい', true],
    ['largePrint', '○', true],
    ['largePrint', 'FALSE', false],
    ['anshinSupport', '未加入', 'non-member'],
    ['deliveryMethod', '郵送', 'post'],
    ['honorific', '御中', '御中'],
    ['honorific', 'なし', ''],
    ['mailSoftware', '新しいOutlook', 'new-outlook'],
    ['mailSoftware', 'Gmail', 'gmail'],
    ['mailSoftware', 'Gmailアプリ', 'gmail-app'],
    ['shared', '', undefined],
  ])('%s: %s is %j', (field, typed, wanted) => expect(value(field, typed)).toBe(wanted));
  it.each<[FieldName, string]>([
    ['connection', 'POPとIMAP'],
    ['connection', '-'],
    ['leaveOnServer', '14'],
    ['largePrint', '大'],
    ['honorific', '殿'],
    ['honorific', '（）'],
  ])('%s: %s is refused with the choices', (field, typed) => {
    expect(codes(field, typed)).toEqual(['error customers/choice']);
    expect(read(field, typed).problems[0]?.hint?.ja).toMatch(/「.+」.*のどれかを入れてください。/);
  });
});

describe('devices', () => {
  it.each([
    ['単一', { devices: 'single' }],
    ['1台', { devices: 'single', deviceCount: 1 }],
    ['１', { devices: 'single', deviceCount: 1 }],
    ['複数', { devices: 'multiple' }],
    ['2台以上', { devices: 'multiple' }],
    ['３台', { devices: 'multiple', deviceCount: 3 }],
  ])('%s', (typed, wanted) => expect(value('devices', typed)).toEqual(wanted));
  it.each(['0', '-1', '1.5', 'たくさん'])('%s is refused', (typed) =>
    expect(codes('devices', typed)).toEqual(['error customers/devices']),
  );
  it.each([
    ['PC、iPhone', ['PC', 'iPhone']],
    ['ＰＣ，アイフォン / iPad; android', ['PC', 'iPhone', 'タブレット', 'Android']],
    ['パソコン,パソコン', ['PC', 'PC']],
  ])('the list %s', (typed, wanted) => expect(value('deviceList', typed)).toEqual(wanted));
  it('a list with an unknown device is refused', () =>
    expect(codes('deviceList', 'PC、ガラケー')).toEqual(['error customers/choice']));
});

describe('days and capacity', () => {
  it.each<[FieldName, string, number]>([
    ['leaveDays', '14', 14],
    ['leaveDays', '１４日', 14],
    ['leaveDays', '14日間', 14],
    ['leaveDays', '1週間', 7],
    ['leaveDays', '2 週間', 14],
    ['leaveDays', '60', 60],
    ['quotaMB', '1,000', 1000],
    ['quotaMB', '100MB', 100],
  ])('%s: %s is %d', (field, typed, wanted) => expect(value(field, typed)).toBe(wanted));
  it.each<[FieldName, string]>([
    ['leaveDays', '-1'],
    ['leaveDays', '61'],
    ['leaveDays', '10週間'],
    ['leaveDays', '1か月'],
    ['leaveDays', '1.5'],
    ['quotaMB', '1GB'],
  ])('%s: %s is refused', (field, typed) => expect(codes(field, typed)).toEqual(['error customers/number']));
});

describe('a date', () => {
  it.each([
    '2026-11-23',
    '2026/11/23',
    '2026.11.23',
    '2026年11月23日',
    '２０２６／１１／２３',
    '令和8年11月23日',
    '令和８年１１月２３日',
    'R8.11.23',
    'R8/11/23',
    '2026年 11月 23日',
  ])('%s is 2026-11-23', (typed) => expect(value('issueDate', typed)).toBe('2026-11-23'));
  it.each([
    ['2026/1/5', '2026-01-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('%s is %s', (typed, date) => expect(value('issueDate', typed)).toBe(date));
  it.each([
    ['46349', 'V06'],
    ['40000', 'V06'],
    ['2026-02-29', 'customers/date'],
    ['1900-02-29', 'customers/date'],
    ['2026-13-01', 'customers/date'],
    ['2026-00-10', 'customers/date'],
    ['2026/4/31', 'customers/date'],
    ['平成38年11月23日', 'customers/date'],
    ['令和元年4月30日', 'customers/date'],
    ['26/11/23', 'customers/date'],
    ['11/23', 'customers/date'],
    ['11/23/2026', 'customers/date'],
    ['2026-11-23 10:00:00', 'customers/date'],
    ['2026-11/23', 'customers/date'],
  ])('%s is refused', (typed, code) => expect(codes('issueDate', typed)).toEqual([`error ${code}`]));
});

describe('other fields', () => {
  it('a sender name with half-width kana or an emoji is warned about and kept', () => {
    expect(codes('senderName', 'ｶｲ')).toEqual(['warning customers/sender-name']);
    expect(read('senderName', '甲斐🍇').value).toBe('甲斐🍇');
  });
  it('remarks hold a date, 120 characters, and line breaks as spaces', () => {
    expect(value('remarks', '2026/5/6')).toBe('2026/5/6');
    expect(value('remarks', '一行目\r\n二行目')).toBe('一行目 二行目');
    expect(codes('remarks', '備'.repeat(121))).toEqual(['error customers/too-long']);
  });
  it('a user name is ASCII without spaces', () => {
    expect(value('mailUserName', 'taro@cvk')).toBe('taro@cvk');
    expect(codes('mailUserName', 'taro kai')).toEqual(['error customers/user-name']);
  });
  it('a blank is no value and no problem, whatever the field', () => {
    for (const blank of ['', ' ', '\u3000', '\r\n'])
      expect(read('initialPassword', blank)).toEqual({ problems: [] });
  });
});
