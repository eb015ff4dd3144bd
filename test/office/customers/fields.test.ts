import { describe, expect, it } from 'vitest';
import { type FieldName, fieldNames, fields } from '../../../src/office/customers/fields.js';
import { matchHeading, nearestField, plainHeading } from '../../../src/office/customers/match-heading.js';
import { choiceFinder } from '../../../src/office/customers/parse-choice.js';

const HEADINGS: Readonly<Record<FieldName, readonly string[]>> = {
  customerId: ['お客様番号', '顧客番号', '加入者番号', 'お客様コード'],
  contractId: ['契約番号', '受付番号'],
  name: ['氏名', 'お名前', '契約者名', '加入者名'],
  nameKana: ['フリガナ', 'カナ氏名', 'ヨミ'],
  honorific: ['敬称'],
  postalCode: ['郵便番号', '〒'],
  address1: ['住所', '住所1'],
  address2: ['住所2'],
  building: ['建物名'],
  mailAddress: ['メールアドレス', 'Eメール', 'アドレス'],
  mailUserName: ['ユーザー名', 'アカウント名', 'メールアカウント'],
  initialPassword: ['初期パスワード', 'メールパスワード'],
  senderName: ['差出人名', '表示名'],
  connection: ['接続方法', '受信方式', '方式'],
  devices: ['利用端末', '端末区分', '台数'],
  deviceList: ['端末一覧'],
  firstDevice: ['最初に登録した端末', '親機'],
  leaveOnServer: ['サーバーに残す', 'コピーを残す'],
  leaveDays: ['残す日数', '保存期間', '保存日数'],
  mailSoftware: ['メールソフト', 'アプリ'],
  plan: ['プラン'],
  quotaMB: ['容量'],
  issueDate: ['発行日'],
  deliveryMethod: ['交付方法'],
  issuedBy: ['担当者'],
  branch: ['窓口', '店舗'],
  reissueReason: ['再発行理由'],
  anshinSupport: ['あんしんサポート'],
  largePrint: ['拡大文字'],
  remarks: ['備考'],
  shared: ['共有'],
};

describe('the table of fields', () => {
  it.each(Object.entries(HEADINGS))('%s is found by its name and its headings', (name, headings) => {
    expect([name, ...headings].map(matchHeading)).toEqual([name, ...headings].map(() => name));
  });

  it('has no heading that names two fields', () => {
    const all = fieldNames.flatMap((name) => {
      const { label, headings } = fields[name];
      return [...new Set([name, label.ja, label.en, ...headings].map(plainHeading))];
    });
    expect(all.filter((heading, index) => all.indexOf(heading) !== index)).toEqual([]);
  });

  it('has no word that names two choices of one field', () => {
    for (const name of fieldNames) {
      const choices = fields[name].choices ?? [];
      const find = choiceFinder<unknown>(choices);
      for (const choice of choices) {
        for (const word of [choice.label.ja, choice.label.en, ...choice.synonyms]) {
          expect(find(word)).toBe(choice);
        }
      }
    }
  });

  it('asks for the five fields of a counter sheet, and keeps one secret', () => {
    expect(fieldNames.filter((name) => fields[name].required)).toEqual([
      'customerId',
      'name',
      'mailAddress',
      'connection',
      'devices',
    ]);
    expect(fieldNames.filter((name) => fields[name].secret)).toEqual(['initialPassword']);
  });
});

describe('matching a heading', () => {
  it.each([
    ' 氏名 ',
    '氏 名',
    '【氏名】',
    '氏名※',
    '\uFEFF氏名',
    '「氏　名」',
    '氏名:',
    'NAME',
    'Ｎａｍｅ',
    '氏\n名',
  ])('%j is the name', (heading) => expect(matchHeading(heading)).toBe('name'));
  it.each(['ﾌﾘｶﾞﾅ', '（フリガナ）'])('%s is the name in kana', (heading) =>
    expect(matchHeading(heading)).toBe('nameKana'),
  );
  it.each(['', '名', '性別', '生年月日', '__proto__', 'constructor'])('%j is unknown', (heading) =>
    expect(matchHeading(heading)).toBeUndefined(),
  );

  it.each<[string, FieldName | undefined]>([
    ['メールアドレス2', 'mailAddress'],
    ['メールアドレズ', 'mailAddress'],
    ['お客様氏名', 'name'],
    ['お客様番合', 'customerId'],
    ['mailAdress', 'mailAddress'],
    ['サーバに残す', 'leaveOnServer'],
    ['社名', undefined],
    ['生年月日', undefined],
    ['', undefined],
  ])('%s is most likely meant for %s', (heading, field) => expect(nearestField(heading)).toBe(field));
});
