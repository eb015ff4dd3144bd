// Takes a number, gives a customer file of so many different people: the shipped examples over and over, each with another
// number, name, mail address and house number, so that no two sheets are equal: as long and as short as people's are.

import { readFileSync } from 'node:fs';

const FAMILY = [
  ['佐藤', 'satou'],
  ['鈴木', 'suzuki'],
  ['高橋', 'takahashi'],
  ['田中', 'tanaka'],
  ['伊藤', 'itou'],
  ['渡邊', 'watanabe'],
  ['山本', 'yamamoto'],
  ['中村', 'nakamura'],
  ['小林', 'kobayashi'],
  ['加藤', 'katou'],
  ['齋藤', 'saitou'],
  ['望月', 'mochizuki'],
  ['深澤', 'fukasawa'],
  ['雨宮', 'amemiya'],
];
const GIVEN = [
  '一郎',
  '花子',
  '健太',
  '美代子',
  '隆',
  '文子',
  '直樹',
  'さくら',
  '陽菜',
  '正',
  '千鶴',
  '俊',
  '遼太郎',
];

/** @param {number} count */
export function customerFile(count) {
  const shipped = new URL('../examples/customers.csv', import.meta.url);
  const [heading = '', ...rows] = readFileSync(shipped, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const columns = heading.split(',');
  const at = (/** @type {string} */ name) => columns.indexOf(name);
  const lines = Array.from({ length: count }, (_, index) => {
    const cells = (rows[index % rows.length] ?? '').split(',');
    cells[at('お客様番号')] = `B-${100000 + index}`;
    const [family, latin] = FAMILY[index % FAMILY.length] ?? [];
    cells[at('氏名')] = `${family}　${GIVEN[index % GIVEN.length]}`;
    cells[at('フリガナ')] = '';
    cells[at('敬称')] = '様';
    cells[at('メールアドレス')] = `${latin}${index}@cvk.ne.jp`;
    cells[at('住所1')] = `${cells[at('住所1')]}`.replace(/[0０](?=番地|-)/, `${1 + (index % 977)}`);
    return cells.join(',');
  });
  return `${[heading, ...lines].join('\r\n')}\r\n`;
}
