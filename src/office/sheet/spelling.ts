/** Takes an ASCII character, gives how it is read aloud in Japanese, short enough to stand below its box in a reading aid. */

import { sure } from '../../problem.js';
import type { LegendEntry, SpelledCharacter } from './sheet.js';

const LETTERS: readonly string[] = [
  'エー',
  'ビー',
  'シー',
  'ディー',
  'イー',
  'エフ',
  'ジー',
  'エイチ',
  'アイ',
  'ジェイ',
  'ケイ',
  'エル',
  'エム',
  'エヌ',
  'オー',
  'ピー',
  'キュー',
  'アール',
  'エス',
  'ティー',
  'ユー',
  'ブイ',
  'ダブル',
  'エックス',
  'ワイ',
  'ゼット',
];

const DIGITS: readonly string[] = [
  'ゼロ',
  'イチ',
  'ニ',
  'サン',
  'ヨン',
  'ゴ',
  'ロク',
  'ナナ',
  'ハチ',
  'キュウ',
];

/** Where a sign has a longer name that everybody knows, the legend gives it. */
interface Sign {
  readonly reading: string;
  readonly name?: string;
}

const SIGNS: Readonly<Record<string, Sign>> = {
  ' ': { reading: '空白', name: '半角の空白（スペース）' },
  '!': { reading: 'ビックリ', name: 'ビックリマーク（感嘆符）' },
  '"': { reading: '二重引用', name: 'ダブルクォーテーション' },
  '#': { reading: 'シャープ', name: 'シャープ（番号記号）' },
  $: { reading: 'ドル' },
  '%': { reading: 'パーセント' },
  '&': { reading: 'アンド', name: 'アンド（アンパサンド）' },
  "'": { reading: '引用符', name: 'シングルクォーテーション（アポストロフィー）' },
  '(': { reading: '丸開き', name: '丸かっこの始まり' },
  ')': { reading: '丸閉じ', name: '丸かっこの終わり' },
  '*': { reading: 'アスタ', name: 'アスタリスク（星の形の記号）' },
  '+': { reading: 'プラス' },
  ',': { reading: 'カンマ', name: 'カンマ（下に尾がある点）' },
  '-': { reading: 'ハイフン', name: 'ハイフン（中ほどの横線）' },
  '.': { reading: 'ドット', name: 'ドット（丸い点、ピリオド）' },
  '/': { reading: 'スラッシュ', name: 'スラッシュ（右上がりの斜線）' },
  ':': { reading: 'コロン', name: 'コロン（点が2つ）' },
  ';': { reading: 'セミコロン', name: 'セミコロン（点とカンマ）' },
  '<': { reading: '小なり', name: '小なり（左向きの山かっこ）' },
  '=': { reading: 'イコール' },
  '>': { reading: '大なり', name: '大なり（右向きの山かっこ）' },
  '?': { reading: 'ハテナ', name: 'ハテナ（疑問符）' },
  '@': { reading: 'アット', name: 'アットマーク' },
  '[': { reading: '角開き', name: '角かっこの始まり' },
  '\\': { reading: '逆斜線', name: 'バックスラッシュ（左上がりの斜線。日本語のキーボードでは ￥ のキー）' },
  ']': { reading: '角閉じ', name: '角かっこの終わり' },
  '^': { reading: 'ハット', name: 'ハット（山の形の記号）' },
  _: { reading: 'アンダー', name: 'アンダーバー（下の横線）' },
  '`': { reading: '逆引用', name: 'バッククォート（左上から下がる短い点）' },
  '{': { reading: '波開き', name: '波かっこの始まり' },
  '|': { reading: '縦線', name: '縦線（パイプ）' },
  '}': { reading: '波閉じ', name: '波かっこの終わり' },
  '~': { reading: 'チルダ', name: 'チルダ（波線）' },
};

const SPELLED: ReadonlyMap<string, SpelledCharacter> = new Map(
  [
    ...LETTERS.flatMap((kana, index) => [letter(index, kana, '大'), letter(index, kana, '小')]),
    ...DIGITS.map((kana, digit) => ({ character: String(digit), reading: kana, kana })),
    ...Object.entries(SIGNS).map(([character, { reading }]) => ({ character, reading, kana: reading })),
  ].map((spelled) => [spelled.character, spelled]),
);

function letter(index: number, kana: string, letterCase: '大' | '小'): SpelledCharacter {
  const character = String.fromCharCode((letterCase === '大' ? 65 : 97) + index);
  return { character, reading: `${kana}${letterCase}`, kana, letterCase };
}

/** Readings of all printable ASCII; `undefined` for anything else. */
export const spell = (character: string): SpelledCharacter | undefined => SPELLED.get(character);

/** The characters of a value one by one. What is not ASCII has been refused when the record was read. */
export const spellOut = (value: string): readonly SpelledCharacter[] =>
  [...value].map((character) => sure(spell(character), 'reading of a character that is not ASCII'));

/** The whole names of signs whose readings are abbreviations, by code. */
export const SIGN_NAMES: readonly LegendEntry[] = Object.entries(SIGNS)
  .flatMap(([character, { name }]) => (name === undefined ? [] : [{ character, explanation: name }]))
  .sort((one, other) => one.character.charCodeAt(0) - other.character.charCodeAt(0));
