import { describe, expect, test } from 'vitest';
import { typeset } from '../../../src/typesetting/typesetter.js';
import { textOf } from './read-pdf.js';

const META = { title: '題', lang: 'ja-JP', date: '2026-11-23' };
const pdfOf = (css: string, html: string): Uint8Array =>
  typeset(`<section>${html}</section>`, { ...META, css: `@page { size: 90mm 120mm } ${css}` });

const CONTENT = '「接続方法」は（POP）か「IMAP」です。ポート995、容量100MB。お問い合わせは055-283-8383まで。';

describe('what composition puts between characters is no text', () => {
  test.each([
    ['as drawn', ''],
    ['justified', 'p { text-align: justify }'],
    ['trimmed', 'p { font-family: "BIZ UDGothic"; text-spacing-trim: trim-both; text-autospace: normal }'],
    ['by JLREQ', 'p { -annai-spacing: fixed; text-autospace: normal; text-align: justify }'],
    ['with letter-spacing', 'p { letter-spacing: 0.2em }'],
    ['hanging', 'p { hanging-punctuation: force-end; padding-right: 1em }'],
    ['with emphasis marks', 'p { text-emphasis: open sesame }'],
  ])('%s', async (_, css) => {
    expect((await textOf(pdfOf(css, `<p>${CONTENT}</p>`))).replaceAll('\n', '')).toBe(CONTENT);
  });
});
