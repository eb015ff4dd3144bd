import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTypesetter, type Typesetter } from '../../../src/typesetting/typesetter.js';
import { pngOf } from './png-writer.js';

const META = { title: '設定', lang: 'ja-JP', date: '2026-11-23' };
const DOT = pngOf(1, 1, { color: 0, bitDepth: 8 }, [0]);
const typesetterWith = (memory: number): Typesetter =>
  createTypesetter({
    css: '@page { size: 100mm 80mm; margin: 10mm } img { width: 8mm } td, th { width: 30mm }',
    baseText: '<h1>設定</h1><p>本文と表と注</p>',
    picture: () => DOT,
    memory,
  });

/** Alike but for their words, which are in the structure tree, too. */
const word = fc.constantFrom('髙橋', '神﨑', 'a(b)\\', '𠮷', '本文', 'user@example.jp');
const SECTIONS: readonly ((text: string) => string)[] = [
  (text) => `<section><h1>設定</h1><p>${text}</p></section>`,
  (text) => `<section><p>本文<img src="a.png" alt="${text}"></p></section>`,
  (text) =>
    `<section><reading-aid>${[...text].map((letter) => `<ruby>${letter}<rt>あ</rt></ruby>`).join('')}</reading-aid></section>`,
  (text) =>
    `<section><table><tr><th scope="row">${text}</th><td><a href="https://example.jp/">${text}</a></td></tr>` +
    '<tr><th scope="row">表</th><td><span lang="en">mail</span></td></tr></table></section>',
  (text) => `<section><p>${text}</p><aside>注${text}</aside></section>`,
];
const section = fc
  .tuple(fc.nat(SECTIONS.length - 1), word)
  .map(([kind, text]) => SECTIONS[kind]?.(text) ?? '');
const documents = fc.array(fc.array(section, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 });

const written = (typesetter: Typesetter, sections: readonly string[]): string =>
  Buffer.from(typesetter.write(typesetter.compose(sections.join('')), META)).toString('latin1');

const printed = (typesetter: Typesetter, all: readonly (readonly string[])[]): string => {
  const chunks: Uint8Array[] = [];
  const file = typesetter.openPrintFile(META, (chunk) => chunks.push(chunk));
  for (const [i, sections] of all.entries()) {
    file.append(typesetter.compose(sections.join('')).pages, { title: `${i}` });
    // Another file is written in between, in the same room.
    written(typesetter, sections);
  }
  file.end();
  return Buffer.concat(chunks).toString('latin1');
};

describe('what is remembered of files written before changes no byte', () => {
  const [forgetful, small, usual] = [0, 1, 200].map(typesetterWith) as [Typesetter, Typesetter, Typesetter];

  test('of a file: alone, after others, in any order', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const alone = all.map((sections) => written(forgetful, sections));
        for (const typesetter of [small, usual]) {
          expect(all.map((sections) => written(typesetter, sections))).toEqual(alone);
          expect([...all].reverse().map((sections) => written(typesetter, sections))).toEqual(
            [...alone].reverse(),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a print file', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const expected = printed(forgetful, all);
        expect(printed(usual, all)).toBe(expected);
        expect(printed(usual, all)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });
});
