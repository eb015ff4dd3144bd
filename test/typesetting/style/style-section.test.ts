import { describe, expect, test } from 'vitest';
import type { SourcePlace } from '../../../src/problem.js';
import { parseSection } from '../../../src/typesetting/markup/parse-markup.js';
import type { BlockBox, InlineLevelBox, SectionBox } from '../../../src/typesetting/style/box.js';
import { ElementStyles } from '../../../src/typesetting/style/element-style.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import { styleSection } from '../../../src/typesetting/style/style-section.js';
import { mm, pt } from '../../../src/units.js';

const START: SourcePlace = { kind: 'source', file: 'sheet.html', line: 1, column: 1 };
const FAMILIES = { families: ['BIZ UDPGothic', 'Noto Sans JP'] };

const style = (html: string, css = ''): SectionBox =>
  styleSection(
    parseSection({ html, place: START }),
    new ElementStyles(parseStylesheet(css, 'style.css', FAMILIES)),
  );

const first = (html: string, css = ''): BlockBox => {
  const [child] = style(`<section>${html}</section>`, css).root.children;
  if (child?.kind !== 'block') throw new Error('no block');
  return child;
};

const write = (box: InlineLevelBox): string => {
  switch (box.kind) {
    case 'text':
      return box.text;
    case 'inline':
      return `[${box.children.map(write).join('')}]`;
    case 'break':
      return '|';
    case 'ruby':
      return `{${box.pairs.map(({ base, reading }) => `${base.text}:${reading.text}`).join(' ')}}`;
    case 'replaced':
      return '#';
  }
};
const line = (html: string, css = ''): string =>
  (first(`<p>${html}</p>`, css).children as InlineLevelBox[]).map(write).join('');

describe('white space', () => {
  test.each([
    ['a  b', 'a b'],
    ['  a  ', 'a'],
    ['a\nb', 'a b'],
    ['日本\n語', '日本語'],
    ['日本\n  \n語', '日本語'],
    ['です。\n次', 'です。次'],
    ['日本 語', '日本 語'],
    ['日本\nab', '日本 ab'],
    ['“日”\n本', '“日”本'],
    ['①\n日', '①日'],
    ['“a”\nb', '“a” b'],
    ['한\n국', '한 국'],
    ['葛\u{e0100}\n城', '葛\u{e0100}城'],
    ['𠮷\n𠮷', '𠮷𠮷'],
    ['　日　', '　日　'],
    ['a <strong> b</strong>', 'a [b]'],
    ['a<strong> b </strong> c', 'a[ b ]c'],
    ['日\n<strong>\n本</strong>\n語', '日[本]語'],
    ['a <br> b', 'a|b'],
    ['a <tick></tick> b', 'a # b'],
    ['日\n<ruby>本<rt>ほん</rt></ruby>\n語', '日{本:ほん}語'],
    ['a <span> </span> b', 'a []b'],
  ])('%j becomes %j', (html, expected) => {
    expect(line(html)).toBe(expected);
  });

  test('pre-line keeps line feeds and drops the spaces around them', () => {
    expect(line('a  b \n\n c', 'p { white-space: pre-line }')).toBe('a b\n\nc');
  });
});

describe('the cascade', () => {
  test('specificity goes before order, order decides among equals', () => {
    const css =
      'p.a { color: #111111 } p { color: #222222 } .a { color: #333333 } section p.a { margin: 1mm 2mm }';
    expect(first('<p class="a">x</p>', css).style).toMatchObject({
      color: '#111111',
      marginTop: mm(1),
      marginLeft: mm(2),
    });
    expect(first('<p>x</p>', `${css} p { color: #444444 }`).style.color).toBe('#444444');
  });

  test('inherits what CSS says is inherited, and em counts from the own font size', () => {
    const [aside] = style(
      '<section><aside><p>x</p></aside></section>',
      'aside { color: #123; font-size: 20pt; padding: 1em; background-color: #eee } p { font-size: 50%; margin: 1em 1rem }',
    ).root.children;
    const [p] = (aside as BlockBox).children as BlockBox[];
    expect(aside?.style).toMatchObject({ paddingTop: pt(20), backgroundColor: '#eeeeee' });
    expect(p?.style).toMatchObject({
      color: '#112233',
      fontSize: pt(10),
      marginTop: pt(10),
      marginLeft: pt(10.5),
      paddingTop: 0,
      backgroundColor: 'transparent',
    });
  });

  test('var() takes the value in force on the element', () => {
    const css = ':root { --c: #111111 } .b { --c: #222222 } p { color: var(--c); margin: var(--m, 3mm) }';
    expect(first('<p>x</p>', css).style).toMatchObject({ color: '#111111', marginTop: mm(3) });
    expect(first('<p class="b">x</p>', css).style.color).toBe('#222222');
  });
});
