// Takes a number, gives a customer file of so many different people: the shipped examples over and over, each with another
// number, name, mail address and house number, so that no two sheets are equal.

import { readFileSync } from 'node:fs';

const FAMILY = [
  '佐藤',
  '鈴木',
  '高橋',
  '田中',
  '伊藤',
  '渡邊',
  '山本',
  '中村',
  '小林',
  '加藤',
  '齋藤',
  '望月',
  '深澤',
  '雨宮',
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
    cells[at('氏名')] = `${FAMILY[index % FAMILY.length]}　${GIVEN[index % GIVEN.length]}`;
    cells[at('フリガナ')] = '';
    cells[at('敬称')] = '様';
    cells[at('メールアドレス')] = `user${String(index * 7919).padStart(7, '0')}@cvk.ne.jp`;
    cells[at('住所2')] = `${1 + (index % 90)}番地${1 + (index % 7)}`;
    return cells.join(',');
  });
  return `${[heading, ...lines].join('\r\n')}\r\n`;
}
