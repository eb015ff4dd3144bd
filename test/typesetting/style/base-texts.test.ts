import { describe, expect, test } from 'vitest';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import { baseTexts } from '../../../src/typesetting/style/base-texts.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';

const CSS = `
  .code { font-family: "Atkinson Hyperlegible Mono", "BIZ UDPGothic" }
  th { font-weight: normal }
  .note strong { font-weight: normal }
  section.loud { font-weight: bold }`;

const stylesheet = parseStylesheet(CSS, 'style.css', vendoredFonts());

/** The marker of a list that nothing else is said of. */
const MARKER = '・';

/** Without white space and that marker, by `code` or `text`, and weight. */
const shared = (source: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    baseTexts(source, stylesheet).map(({ families, weight, text }) => [
      `${families.length === 2 ? 'code' : 'text'} ${weight}`,
      text.replaceAll(/\s/g, '').replace(MARKER, ''),
    ]),
  );

describe('text that many documents will show is set in the fonts of its tags', () => {
  test.each([
    ['a heading', '<h2>見出し</h2><p>本文</p>', { 'text 400': '本文', 'text 700': '見出し' }],
    ['what is emphasised', '<p>本文<strong>強調</strong></p>', { 'text 400': '本文', 'text 700': '強調' }],
    ['what the style sheet makes bold', '<section class="loud"><p>大</p></section>', { 'text 700': '大' }],
    [
      'what it does not',
      '<tr><th>名前</th></tr><p class="note"><strong>注</strong></p>',
      { 'text 400': '名前注' },
    ],
    ['a font of its own', '<span class="code">abc</span>', { 'code 400': 'abc' }],
  ])('%s', (_, source, expected) => {
    expect(shared(source)).toEqual({
      'text 400': '',
      'text 700': '',
      'code 400': '',
      'code 700': '',
      ...expected,
    });
  });
});

test('what has no tags may be set in any', () => {
  expect(new Set(Object.values(shared('社名 < 1&2')))).toEqual(new Set(['社名<1&2']));
});

test('tags that do not match, as those of a branch of a template, lose no text', () => {
  for (const source of [
    '</td><td>左<p>段',
    '<p>左<td>段</p></td>',
    '<ul><li>左<br>段',
    '<p class="{{x}}">左</em>段</p>',
  ])
    expect(shared(source)['text 400']).toBe('左段');
});

test('the markers of lists are plain text of the root', () => {
  const lists = parseStylesheet('.steps { list-style-type: circled-decimal }', 'style.css', vendoredFonts());
  const [plain, bold] = baseTexts('', lists);
  expect(plain).toMatchObject({ weight: 400, text: `${MARKER}①②③④⑤⑥⑦⑧⑨` });
  expect(bold).toMatchObject({ weight: 700, text: '' });
});
