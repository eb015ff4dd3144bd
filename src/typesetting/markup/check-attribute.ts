/** Takes an attribute's kind and value, gives what would have been right, or undefined where it is right. */

import type { Wording } from '../../problem.js';
import type { AttributeKind } from './tags.js';

interface Check {
  readonly right: RegExp;
  readonly expected: Wording;
}

const CHECKS: Readonly<Partial<Record<AttributeKind, Check>>> = {
  language: {
    right: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
    expected: {
      ja: 'ja や en-US のような言語の名前を書いてください。',
      en: 'Write a language tag such as ja or en-US.',
    },
  },
  url: {
    right: /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+0-9])[^\s]*$/,
    expected: {
      ja: 'https:// http:// mailto: tel: のどれかで始まるアドレスを書いてください。',
      en: 'Write an address that begins with https:// http:// mailto: or tel:.',
    },
  },
  path: {
    right: /^(?![a-z][a-z0-9+.-]*:)[^\s].*$/i,
    expected: {
      ja: 'テンプレートのフォルダーから見た画像ファイルの名前を書いてください。',
      en: 'Write the name of a picture file, as seen from the template folder.',
    },
  },
  count: {
    right: /^[1-9][0-9]{0,2}$/,
    expected: { ja: '1 から 999 までの数を書いてください。', en: 'Write a number from 1 to 999.' },
  },
  number: {
    right: /^(?:0|-?[1-9][0-9]{0,5})$/,
    expected: { ja: '整数を書いてください。', en: 'Write a whole number.' },
  },
  scope: {
    right: /^(?:row|col)$/,
    expected: { ja: 'row か col を書いてください。', en: 'Write row or col.' },
  },
  codes: {
    right: /^(?:(?:[0-9]|-|CC[1-8]) ){20}(?:[0-9]|-|CC[1-8])$/,
    expected: {
      ja: 'カスタマバーコードの 20 個の符号とチェックディジットを、空白で区切って書いてください。',
      en: 'Write the 20 codes and the check digit of the customer barcode, separated by single spaces.',
    },
  },
};

const NOT_EMPTY: Check = {
  right: /\S/,
  expected: { ja: '空にはできません。', en: 'It may not be empty.' },
};

/** Only `alt` may be empty: a picture that is mere decoration. */
export function checkAttribute(kind: AttributeKind, name: string, value: string): Wording | undefined {
  if (name === 'alt' || name === 'class') return undefined;
  const check = CHECKS[kind] ?? NOT_EMPTY;
  return check.right.test(value) ? undefined : check.expected;
}
