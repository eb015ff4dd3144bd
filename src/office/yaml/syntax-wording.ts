/** Takes what js-yaml complains of, gives it in the words of whoever edits the file, and what to do. */

import { YAMLException } from 'js-yaml';
import type { Wording } from '../../problem.js';

interface SyntaxWording {
  readonly message: Wording;
  readonly hint: Wording;
}

/** By the words of js-yaml's own message; what is not here keeps them. */
const WORDINGS: readonly (readonly [RegExp, SyntaxWording])[] = [
  [
    /^duplicated mapping key/,
    {
      message: { ja: '同じ名前の項目が2回あります。', en: 'The same key stands here twice.' },
      hint: { ja: 'どちらか一方を消してください。', en: 'Remove one of them.' },
    },
  ],
  [
    /^tab characters must not be used in indentation/,
    {
      message: { ja: '字下げにタブが使われています。', en: 'A tab is used for indentation.' },
      hint: { ja: '半角の空白で字下げしてください。', en: 'Indent with spaces.' },
    },
  ],
  [
    /^bad indentation/,
    {
      message: { ja: '字下げがそろっていません。', en: 'The indentation does not line up.' },
      hint: {
        ja: '同じ段の項目は、行の頭の空白の数をそろえてください。',
        en: 'Give keys of one level the same number of leading spaces.',
      },
    },
  ],
  [
    /^deficient indentation/,
    {
      message: {
        ja: '値の途中で行の頭に戻っています。',
        en: 'A line begins further left than the value that it belongs to.',
      },
      hint: {
        ja: '前の行で引用符 " や括弧を閉じているかをご確認ください。値が続く行は字下げしてください。',
        en: 'Check that the quotation mark or bracket of the line before is closed; indent lines that go on.',
      },
    },
  ],
  [
    /^aliases exceeded/,
    {
      message: { ja: '「*」での参照は使えません。', en: 'References with "*" are not allowed.' },
      hint: {
        ja: '参照する代わりに、値をそのまま書いてください。「*」で始まる文字は引用符 " " で囲んでください。',
        en: 'Write the value itself; put text that begins with "*" into quotation marks.',
      },
    },
  ],
  [
    /^nesting exceeded/,
    {
      message: { ja: '入れ子が深すぎます。', en: 'The file is nested too deeply.' },
      hint: { ja: '字下げと括弧の数をご確認ください。', en: 'Check indentation and brackets.' },
    },
  ],
];

const SEVERAL: SyntaxWording = {
  message: {
    ja: '「---」で区切られた文書が2つ以上あります。',
    en: 'There is more than one document, parted by "---".',
  },
  hint: { ja: '1つのファイルには1つだけ書いてください。', en: 'Keep one document in a file.' },
};

export function syntaxWording(error: Error): SyntaxWording {
  if (!(error instanceof YAMLException)) return SEVERAL;
  const { reason } = error;
  const known = WORDINGS.find(([words]) => words.test(reason));
  return (
    known?.[1] ?? {
      message: {
        ja: `YAML として読めません（${reason}）。`,
        en: `This cannot be read as YAML (${reason}).`,
      },
      hint: {
        ja: '記号（: # @ など）を含む値は、引用符 " " で囲んでください。',
        en: 'Put values that hold signs such as : # @ into quotation marks.',
      },
    }
  );
}
