import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/problem.js';
import { createTypesetter } from '../../src/typesetting/typesetter.js';

const CSS = `@page { size: 100mm 120mm; margin: 12mm 10mm; @top-left { content: string(who) } @bottom-right { content: counter(page) " / " counter(pages) } }
section { font-family: "BIZ UDPGothic"; font-size: 10pt }
p, aside, table, ul, h2 { margin: 0 0 2mm }
.who { string-set: who content() }
.justified { text-align: justify }
.stamp { position: absolute; right: 10mm; top: 5mm }
.fixed { table-layout: fixed; width: 80mm }
td, th { border: 0.2mm solid #000000; padding: 1mm }
.dark { background-color: #000000; color: #ffffff }
reading-aid { font-size: 12pt }
rt { font-size: 6pt }`;

/** Each · is a word of the customer's; # is a digit of one. */
const SECTIONS = [
  '<section><p class="who">·</p><p>お客様番号 <strong>·</strong> です。</p></section>',
  '<section><p class="justified">いつも·をご利用いただき、まことにありがとうございます。「·」のご案内です。</p></section>',
  '<section><table class="fixed"><tbody><tr><th>氏名</th><td>·</td></tr><tr><th>番号</th><td>·<br>·</td></tr></tbody></table></section>',
  '<section><table><thead><tr><th>·</th><th>値</th></tr></thead><tbody><tr><td>·</td><td>995</td></tr></tbody></table></section>',
  '<section><h2>·様の設定</h2><ul><li>·</li><li>同じ</li></ul></section>',
  '<section><aside class="stamp">·</aside><p>本文と<span lang="en">mail</span>と·</p></section>',
  '<section><p>同じ</p><p>·</p><p class="dark">·</p><p>同じ</p></section>',
  '<section><p><ruby>·<rt>よみ</rt></ruby>と<a href="https://example.jp/">·</a></p></section>',
  '<section><reading-aid><ruby>#<rt>·</rt></ruby><ruby>#<rt>ゼロ</rt></ruby></reading-aid></section>',
  '<section>·<p>前にも後ろにも文</p>·</section>',
  '<section><aside class="who"><p>·</p><p>·</p></aside></section>',
];

const WORDS = [
  '甲',
  '山田　太郎',
  '髙橋𠮷',
  'ichiro.kai@cvk.ne.jp',
  '長い名前の会社'.repeat(4),
  '葛󠄀',
  '&amp;',
  '、',
  'い',
];

const documents = fc.array(
  fc.array(
    fc.record({
      shape: fc.constantFrom(...SECTIONS),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 3 }),
      digits: fc.array(fc.constantFrom(...'019aW'), { minLength: 2, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 2, maxLength: 8 },
);

const filled = (
  sections: readonly { shape: string; words: readonly string[]; digits: readonly string[] }[],
) =>
  sections
    .map(({ shape, words, digits }) => {
      let [word, digit] = [0, 0];
      return shape.replace(/[·#]/g, (sign) => (sign === '·' ? words[word++] : digits[digit++]) ?? '');
    })
    .join('\n');

const META = { title: '案内', lang: 'ja-JP', date: '2026-11-23' };

/** The file, or what is wrong with the document and where. */
function outcome(typesetter: ReturnType<typeof createTypesetter>, html: string): string {
  try {
    const bytes = typesetter.write(typesetter.compose(html, 'a.html'), META);
    return createHash('sha256').update(bytes).digest('hex');
  } catch (error) {
    if (error instanceof ProblemError) return JSON.stringify(error.problems);
    throw error;
  }
}

describe('what is remembered changes how fast a document is made, never what it is', () => {
  const without = createTypesetter({ css: CSS, memory: 0 });
  const outcomes = new Map<string, string>();
  const alone = (html: string): string => {
    const known = outcomes.get(html) ?? outcome(without, html);
    outcomes.set(html, known);
    return known;
  };

  test.each([200, 6])('with room for %i sections, whatever came before', (memory) => {
    fc.assert(
      fc.property(documents, (sequence) => {
        const typesetter = createTypesetter({ css: CSS, memory });
        for (const sections of sequence) {
          const html = filled(sections);
          expect(outcome(typesetter, html), html).toBe(alone(html));
        }
      }),
      { numRuns: 60 },
    );
  });
});
