import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/office/yaml/read-yaml.js';
import { ProblemError } from '../../../src/problem.js';

const Schema = v.strictObject({
  name: v.string(),
  servers: v.optional(v.array(v.strictObject({ host: v.string(), port: v.number() })), []),
  plans: v.optional(v.record(v.string(), v.number()), {}),
});

/** `3:5 test/unknown-key 「servers[0].prt」という項目はありません。` */
function complaints(text: string): readonly string[] {
  try {
    readYaml(text, 'file.yaml', Schema, 'test');
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, message, place }) => {
      const at = place?.kind === 'source' ? `${place.line}:${place.column}` : '-';
      return `${at} ${code} ${message.ja}`;
    });
  }
  return [];
}

describe('a YAML file', () => {
  test('gives its value, and the place of each value and key', () => {
    const text = 'name: 見本\nservers:\n  - host: a.example\n    port: 1\n  - { host: b.example, port: 2 }\n';
    const { value, placeOf } = readYaml(text, 'file.yaml', Schema, 'test');
    expect(value).toEqual({
      name: '見本',
      servers: [
        { host: 'a.example', port: 1 },
        { host: 'b.example', port: 2 },
      ],
      plans: {},
    });
    expect(placeOf(['name'])).toEqual({ kind: 'source', file: 'file.yaml', line: 1, column: 7 });
    expect(placeOf(['servers', 0, 'port'])).toMatchObject({ line: 4, column: 11 });
    expect(placeOf(['servers', 0, 'port'], 'key')).toMatchObject({ line: 4, column: 5 });
    expect(placeOf(['servers', 1, 'port'])).toMatchObject({ line: 5, column: 30 });
    expect(placeOf(['servers', 1, 'nothing'])).toMatchObject({ line: 5, column: 5 });
    expect(placeOf(['nothing', 'at', 'all'])).toMatchObject({ line: 1, column: 1 });
  });

  test('may have its keys and values in quotation marks', () => {
    const { placeOf } = readYaml(`"na\\u006de": '見本'\n`, 'file.yaml', Schema, 'test');
    expect(placeOf(['name'], 'key')).toMatchObject({ line: 1, column: 1 });
    expect(placeOf(['name'])).toMatchObject({ line: 1, column: 14 });
  });

  test('counts characters: 𠮷 is one column', () => {
    expect(complaints('{ name: 𠮷𠮷, servers: a }\n')).toEqual([
      '1:22 test/wrong-type 「servers」には「- 」で始まる並びを書いてください（今は "a"）。',
    ]);
  });

  test('with several faults is told of all of them', () => {
    expect(complaints('name: 1\nservers:\n  - hst: a\n    port: x\n')).toEqual([
      '1:7 test/wrong-type 「name」には文字を書いてください（今は 1）。',
      '3:5 test/missing-key 必須の項目「servers[0].host」がありません。',
      '4:11 test/wrong-type 「servers[0].port」には数を書いてください（今は "x"）。',
      '3:5 test/unknown-key 「servers[0].hst」という項目はありません。',
    ]);
  });

  test('with a list in place of a group is refused', () => {
    const wanted = 'には「名前: 値」の組を書いてください（今は並び）。';
    expect(complaints('- a\n')).toEqual([`1:1 test/wrong-type ファイル${wanted}`]);
    expect(complaints('[]\n')).toEqual([`1:1 test/wrong-type ファイル${wanted}`]);
    expect(complaints('name: a\nplans: []\n')).toEqual([`2:8 test/wrong-type 「plans」${wanted}`]);
    expect(complaints('name: a\nplans: [1]\nservers:\n  - []\n')).toEqual([
      `2:8 test/wrong-type 「plans」${wanted}`,
      `4:5 test/wrong-type 「servers[0]」${wanted}`,
    ]);
  });

  test.each([
    [
      'a word in place of a list',
      'name: a\nservers: b\n',
      '2:10 test/wrong-type 「servers」には「- 」で始まる並びを書いてください（今は "b"）。',
    ],
    ['no value', 'name:\n', '1:1 test/wrong-type 「name」が空です。文字を書いてください。'],
    ['a key twice', 'name: a\nname: b\n', '2:1 test/yaml 同じ名前の項目が2回あります。'],
    [
      'a key that every object has',
      'name: a\nconstructor: 1\n',
      '2:1 test/unknown-key 「constructor」という項目はありません。',
    ],
    [
      'a key that changes objects',
      'name: a\nplans:\n  __proto__: 1\n',
      '3:3 test/unknown-key 「plans.__proto__」という項目はありません。',
    ],
    ['a tab', 'name: a\nservers:\n\t- host: a\n', '3:1 test/yaml 字下げにタブが使われています。'],
    ['two documents', 'name: a\n---\nname: b\n', '3:1 test/yaml 「---」で区切られた文書が2つ以上あります。'],
    ['a line out of step', 'name: a\n  servers: []\n', '2:10 test/yaml 字下げがそろっていません。'],
    ['an open quotation', 'name: "a\n', '2:1 test/yaml 値の途中で行の頭に戻っています。'],
    ['a reference', 'name: &a b\nplans: *a\n', '2:9 test/yaml 「*」での参照は使えません。'],
    ['brackets without end', `name: ${'['.repeat(100_000)}\n`, '1:38 test/yaml 入れ子が深すぎます。'],
  ])('with %s is refused', (_what, text, complaint) => {
    expect(complaints(text)).toEqual([complaint]);
  });
});
