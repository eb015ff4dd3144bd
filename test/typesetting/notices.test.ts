import { describe, expect, test } from 'vitest';
import type { Problem, SourcePlace } from '../../src/problem.js';
import { createTypesetter, typeset } from '../../src/typesetting/typesetter.js';

const CSS = '@page { size: 60mm 80mm; margin: 5mm } section { font-size: 10pt; text-align: justify }';
const RAGGED = '国国国国国abcdefghijklmnopqr国国';
const placesOf = (notices: readonly Problem[]) =>
  notices.map(({ code, place }) => {
    const { file, line, column } = place as SourcePlace;
    return [code, file, line, column];
  });

describe('notices of composition', () => {
  test('come with the place of the paragraph, wherever it stands: in a table, placed absolutely', () => {
    const { compose } = createTypesetter({
      css: `${CSS} td { text-align: justify } .a { position: absolute; top: 20mm; left: 5mm; width: 45mm }`,
    });
    const paragraphs = [`<p>${RAGGED}</p>`, `<table><tr><td>${RAGGED}</td></tr></table>`];
    const html = ['<section>', ...paragraphs, `<p class="a">${RAGGED}</p>`, '</section>'].join('\n');
    expect(placesOf(compose(html, 'a.html').notices)).toEqual([
      ['layout/ragged-line', 'a.html', 2, 4],
      ['layout/ragged-line', 'a.html', 3, 16],
      ['layout/ragged-line', 'a.html', 4, 14],
    ]);
  });

  test.each([0, 200])('are those of the document in hand, with a memory of %i sections', (memory) => {
    const { compose } = createTypesetter({ css: CSS, memory });
    const section = `<section><p>${RAGGED}</p>\n<p>${RAGGED}</p></section>`;
    const first = placesOf(compose(section, 'first.html').notices);
    const second = placesOf(compose(`<section><p>字</p></section>\n\n  ${section}`, 'second.html').notices);
    expect(first).toEqual([
      ['layout/ragged-line', 'first.html', 1, 13],
      ['layout/ragged-line', 'first.html', 2, 4],
    ]);
    expect(second).toEqual([
      ['layout/ragged-line', 'second.html', 3, 15],
      ['layout/ragged-line', 'second.html', 4, 4],
    ]);
  });

  test('are none for ordinary text', () => {
    const { compose } = createTypesetter({ css: CSS });
    expect(
      compose('<section><p>国国国国。国国国国国国国国国国国国国国国国国国国国国国</p></section>').notices,
    ).toEqual([]);
  });

  test('are handed to whoever listens to `typeset`', () => {
    const heard: Problem[] = [];
    const meta = { title: '題', lang: 'ja-JP', date: '2026-11-23' };
    typeset(`<section><p>${RAGGED}</p></section>`, {
      ...meta,
      css: CSS,
      onNotice: (each) => heard.push(each),
    });
    expect(heard.map(({ code }) => code)).toEqual(['layout/ragged-line']);
  });
});
