import { describe, expect, test } from 'vitest';
import { ProblemError, type SourcePlace } from '../../../src/problem.js';
import { parseSection } from '../../../src/typesetting/markup/parse-markup.js';
import type { BlockLevelBox, InlineLevelBox, SectionBox } from '../../../src/typesetting/style/box.js';
import { ElementStyles } from '../../../src/typesetting/style/element-style.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import { styleSection } from '../../../src/typesetting/style/style-section.js';
import { pt } from '../../../src/units.js';

const START: SourcePlace = { kind: 'source', file: 'sheet.html', line: 1, column: 1 };

const style = (inner: string, css = ''): SectionBox =>
  styleSection(
    parseSection({ html: `<section>${inner}</section>`, place: START }),
    new ElementStyles(parseStylesheet(css, 'style.css', { families: ['BIZ UDPGothic'] })),
  );

/** A box and what is in it on one line; what is in a line stands in quotation marks. */
function dump(box: BlockLevelBox | InlineLevelBox): string {
  switch (box.kind) {
    case 'text':
      return box.text;
    case 'inline':
      return `<${box.children.map(dump).join('')}>`;
    case 'break':
      return '↵';
    case 'ruby':
      return `{${box.pairs.map(({ base, reading }) => `${base.text}:${reading.text}`).join(' ')}}`;
    case 'replaced':
      return `#${box.drawing.kind}`;
    case 'rule':
      return 'rule';
    case 'reading-aid':
      return `aid(${box.characters.map(({ base, reading }) => `${base}=${reading}`).join(' ')})`;
    case 'table': {
      const rows = (list: typeof box.head) =>
        list.map(({ cells }) => cells.map(inside).join(' | ')).join(' / ');
      return `table(${rows(box.head)} // ${rows(box.body)})`;
    }
    case 'list-item':
      return `${box.marker}${inside(box)}`;
    case 'block':
      return `${box.heading === undefined ? '' : `h${box.heading}`}${inside(box)}`;
  }
}
const inside = (box: {
  readonly content: 'blocks' | 'inlines';
  readonly children: readonly (BlockLevelBox | InlineLevelBox)[];
}): string => {
  const children = box.children.map(dump);
  return box.content === 'inlines' ? `"${children.join('')}"` : `[${children.join(', ')}]`;
};

describe('boxes', () => {
  test.each([
    ['text alone stands in lines', 'a <strong>b</strong>', '"a <b>"'],
    ['text between blocks gets a block of its own', 'a<p>b</p> <em>c</em> d', '["a", "b", "<c> d"]'],
    ['white space between blocks is nothing', '\n<p>a</p>\n<p>b</p>\n', '["a", "b"]'],
    ['headings keep their level', '<h1>a</h1><h4>b</h4>', '[h1"a", h4"b"]'],
    ['an empty block stays', '<p></p>', '[""]'],
    ['an empty section has nothing', '', '""'],
    [
      'a picture between blocks is a block',
      '<p>a</p><img src="a.png" alt="b"><p>c</p>',
      '["a", #image, "c"]',
    ],
    ['a picture in text stands in the line', '<p>a <tick></tick> b</p>', '["a #tick b"]'],
    ['two pictures together stand in a line', '<p>a</p><tick></tick><tick></tick>', '["a", "#tick#tick"]'],
    ['a rule', 'a<hr>b', '["a", rule, "b"]'],
    ['a nested list', '<ul><li>a<ol><li>b</li></ol></li></ul>', '[[・["a", [1."b"]]]]'],
    ['terms and what is said of them', '<dl><dt>a</dt><dd>b</dd></dl>', '[["a", "b"]]'],
    [
      'a table',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</p></td><td>c</td></tr></tbody><tr><td>d</td></tr></table>',
      '[table("a" // ["b"] | "c" / "d")]',
    ],
    [
      'ruby',
      '<ruby> 東<rt>とう</rt>\n京 <rt>きょう</rt></ruby><ruby>　<rt>a  b</rt></ruby>',
      '"{東:とう 京:きょう}{　:a b}"',
    ],
    [
      'a reading aid',
      '<reading-aid><ruby>O<rt>オー大</rt></ruby>\n<ruby>0<rt></rt></ruby></reading-aid>',
      '[aid(O=オー大 0=)]',
    ],
  ])('%s', (_name, html, expected) => {
    expect(inside(style(html).root)).toBe(expected);
  });

  test.each([
    ['none', ['', '']],
    ['disc', ['・', '・']],
    ['circle', ['○', '○']],
    ['square', ['■', '■']],
    ['decimal', ['19.', '20.']],
    ['circled-decimal', ['⑲', '⑳']],
  ])('list-style-type: %s', (type, markers) => {
    const { root } = style('<ol start="19"><li>a</li><li>b</li></ol>', `ol { list-style-type: ${type} }`);
    const [list] = root.children;
    expect(
      list?.kind === 'block' && list.children.map((item) => item.kind === 'list-item' && item.marker),
    ).toEqual(markers);
  });

  test('what draws knows what to draw, what links knows where', () => {
    const codes = '2 6 3 0 0 2 3 3 - 3 0 - 8 - 4 0 3 CC4 CC4 CC4 5';
    const html = `<a href="tel:0551">a</a><qr text="https://a" alt="A"></qr><customer-barcode codes="${codes}"></customer-barcode>`;
    const [link, qr, barcode] = style(html).root.children;
    expect(link).toMatchObject({ kind: 'inline', href: 'tel:0551' });
    expect(qr).toMatchObject({ drawing: { kind: 'qr', text: 'https://a' } });
    expect(barcode).toMatchObject({ drawing: { kind: 'customer-barcode', codes } });
  });

  test('a picture with position: absolute is a block', () => {
    expect(inside(style('a<tick class="x"></tick>', '.x { position: absolute; top: 1mm }').root)).toBe(
      '["a", #tick]',
    );
  });

  test('an anonymous block inherits, but has no margins, borders or ground of its own', () => {
    const css = 'aside { padding: 1mm; background-color: #eee; color: #123456; border: 1pt solid }';
    const [aside] = style('<aside>a<p>b</p></aside>', css).root.children;
    const [anonymous] = (aside as { children: readonly BlockLevelBox[] }).children;
    expect(anonymous?.style).toMatchObject({
      color: '#123456',
      paddingTop: 0,
      backgroundColor: 'transparent',
    });
    expect(anonymous?.style.borderTop.width).toBe(0);
  });
});

describe('the structure of a section', () => {
  /** Roles as a tree: each with its children in brackets. */
  const tree = ({ roles }: SectionBox, parent = -1): string =>
    roles
      .flatMap((node, index) => (node.parent === parent ? [[node, index] as const] : []))
      .map(([node, index]) => {
        const { role, parent: _parent, ...more } = node;
        const inner = tree({ roles } as SectionBox, index);
        const notes = Object.entries(more).map(([name, value]) => `${name}=${value}`);
        return `${[role, ...notes].join(' ')}${inner === '' ? '' : `(${inner})`}`;
      })
      .join(', ');

  test.each([
    ['<h1>a</h1><p>b <strong>c</strong> <span>d</span></p>', 'H1, P(Span dissolved=true)'],
    ['<p>a <span lang="en">b</span></p>', 'P(Span lang=en)'],
    ['<aside><h2 lang="en">a</h2></aside>', 'Note(H2 lang=en)'],
    ['<ul><li>a</li></ul>', 'L listNumbering=Disc(LI(Lbl, LBody))'],
    [
      '<dl><dt>a</dt><dt>b</dt><dd>c</dd><dt>d</dt><dd>e</dd></dl>',
      'L listNumbering=None(LI(Lbl, Lbl, LBody), LI(Lbl, LBody))',
    ],
    [
      '<table><thead><tr><th scope="col" colspan="2">a</th></tr></thead><tr><th scope="row">b</th><td rowspan="1">c</td></tr></table>',
      'Table(THead(TR(TH scope=Column colSpan=2)), TBody(TR(TH scope=Row, TD)))',
    ],
    [
      '<table><thead><tr><th>a</th></tr></thead><tr><th>b</th></tr></table>',
      'Table(THead(TR(TH scope=Column)), TBody(TR(TH scope=Row)))',
    ],
    ['<p><a href="https://a">b</a></p>', 'P(Link)'],
    ['<p><ruby>a<rt>b</rt>c<rt>d</rt></ruby></p>', 'P(Ruby(RB, RT), Ruby(RB, RT))'],
    ['<p><img src="a.png" alt="b"></p>', 'P(Figure alt=b placement=Inline)'],
    ['<p><img src="a.png" alt=""></p>', 'P'],
    ['<p><tick></tick></p>', 'P(Span actualText=チェック欄)'],
    [
      '<figure><qr text="a" alt="b"></qr><figcaption>c</figcaption></figure>',
      'Figure alt=b placement=Block(Caption)',
    ],
    ['<figure><p>a</p></figure>', 'Div placement=Block(P)'],
    [
      '<reading-aid><ruby>a<rt>b</rt></ruby><ruby>c<rt>d</rt></ruby></reading-aid>',
      'P(Span actualText=ac spelled=true)',
    ],
    ['<hr>', ''],
  ])('%s', (html, expected) => {
    expect(tree(style(html))).toBe(`Sect${expected === '' ? '' : `(${expected})`}`);
  });

  test('a table without headers is none: its cells follow each other', () => {
    const html =
      '<table><tr><td colspan="2">a</td><td><p>b</p><table><tr><th>c</th></tr></table></td></tr></table>';
    const dissolved = (role: string, inner: string) => `${role} dissolved=true(${inner})`;
    const cells = 'P, Div(P, Table(TBody(TR(TH scope=Row))))';
    expect(tree(style(html))).toBe(`Sect(${dissolved('Table', dissolved('TBody', dissolved('TR', cells)))})`);
  });

  test('what is placed on the page by itself is no note', () => {
    const section = style('<aside>a</aside>', 'aside { position: absolute; top: 1mm; left: 1mm }');
    expect(tree(section)).toBe('Sect(Div)');
  });

  test('a list without markers has no labels, and decoration no role', () => {
    const section = style('<ul><li>a</li></ul><hr>', 'ul { list-style-type: none }');
    expect(tree(section)).toBe('Sect(L listNumbering=None(LI(LBody)))');
    expect(section.root.children.map(({ role }) => role)).toEqual([1, -1]);
  });
});

describe('what would have no effect is refused in the markup', () => {
  test.each([
    [
      '<table><thead><tr><th>a</th></tr></thead></table>',
      'thead { background-color: #eee }',
      'no-effect 1:17',
    ],
    [
      '<table><tbody><tr><th>a</th></tr></tbody></table>',
      'tbody { border-top: 1pt solid }',
      'no-effect 1:17',
    ],
    ['<p><em>a</em></p>', 'em { position: absolute }', 'no-effect 1:13'],
    ['<ol start="21"><li>a</li></ol>', 'ol { list-style-type: circled-decimal }', 'no-circled-number 1:25'],
  ])('%s with %s', (html, css, expected) => {
    let found = '';
    try {
      style(html, css);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      found = error.problems
        .map(({ code, place }) => {
          const { line, column } = place as SourcePlace;
          return `${code.replace('style/', '')} ${line}:${column}`;
        })
        .join();
    }
    expect(found).toBe(expected);
  });

  test('what cells inherit from a table part takes effect', () => {
    const [table] = style('<table><tbody><tr><td>a</td></tr></tbody></table>', 'tbody { font-size: 8pt }')
      .root.children;
    expect(table?.kind === 'table' && table.body[0]?.cells[0]?.style.fontSize).toBe(pt(8));
  });
});

describe('variables of an element', () => {
  const css = (rule: string) => `p { color: var(--c) } ${rule}`;

  test('one that only some elements define is refused where it is missing', () => {
    expect(style('<p class="a">x</p>', css('.a { --c: #111 }')).root.children[0]?.style.color).toBe(
      '#111111',
    );
    expect(() => style('<p>x</p>', css('.a { --c: #111 }'))).toThrow(/undefined-variable/);
  });

  test('a wrong value is refused with the place of its use', () => {
    expect(() => style('<p class="a">x</p>', css('.a { --c: 1mm }'))).toThrow(/style\/bad-value/);
  });

  test('one of the section that is made from an element’s own is not settled before', () => {
    const sheet = 'section { --b: var(--a, #222222) } section.x { --a: #333333 } p { color: var(--b) }';
    const colorIn = (section: string) =>
      styleSection(
        parseSection({ html: `${section}<p>a</p></section>`, place: START }),
        new ElementStyles(parseStylesheet(sheet, 'style.css', { families: ['A'] })),
      ).root.children[0]?.style.color;
    expect(colorIn('<section>')).toBe('#222222');
    expect(colorIn('<section class="x">')).toBe('#333333');
  });

  test('a circle is refused', () => {
    expect(() => style('<p class="a">x</p>', css('.a { --c: var(--d); --d: var(--c) }'))).toThrow(
      /circular-variable/,
    );
  });
});
