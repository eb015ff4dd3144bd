import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError, type SourcePlace } from '../../../src/problem.js';
import type { Element, Node } from '../../../src/typesetting/markup/element.js';
import { parseSection, splitSections } from '../../../src/typesetting/markup/parse-markup.js';

const START: SourcePlace = { kind: 'source', file: 'sheet.html', line: 1, column: 1 };
const parse = (html: string): Element => parseSection({ html, place: START });

/** `code line:column` of every problem, in order. */
function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, place, hint }) => {
      expect(hint).toBeDefined();
      const { line, column } = place as SourcePlace;
      return `${code.replace('markup/', '')} ${line}:${column}`;
    });
  }
  return [];
}

const text = (node: Node): string => (node.kind === 'text' ? node.text : node.children.map(text).join(''));

describe('splitSections cuts a body into its sections', () => {
  const split = (html: string) =>
    splitSections(html, 'sheet.html').map(({ html: cut, place }) => `${place.line}:${place.column} ${cut}`);

  test.each([
    ['', []],
    [' \n', []],
    ['<section>a</section>', ['1:1 <section>a</section>']],
    [
      '\n <section>a</section>\n<section class="x">b</section>\n',
      ['2:2 <section>a</section>', '3:1 <section class="x">b</section>'],
    ],
    ['<!-- <section> --><section>a</section>', ['1:19 <section>a</section>']],
    ['<section><!-- </section> -->a</section>', ['1:1 <section><!-- </section> -->a</section>']],
    [
      '<section><a title="</section>">a</a></section>',
      ['1:1 <section><a title="</section>">a</a></section>'],
    ],
    ["<section id = '>'>a</section>", ["1:1 <section id = '>'>a</section>"]],
    ['<section>1 < 2</section >', ['1:1 <section>1 < 2</section >']],
    ['𠮷<section>', 'outside-section 1:1'],
  ])('%j', (html, expected) => {
    if (typeof expected === 'string') expect(problemsOf(() => split(html))).toEqual([expected]);
    else expect(split(html)).toEqual(expected);
  });

  test.each([
    ['<section>a</section>\n  x', 'outside-section 2:3'],
    ['<p>a</p>', 'outside-section 1:1'],
    ['<!doctype html>\n<section></section>', 'outside-section 1:1'],
    ['<sections>a</sections>', 'outside-section 1:1'],
    ['<section></section><!-- a', 'unfinished 1:20'],
  ])('refuses what is outside a section: %j', (html, expected) => {
    expect(problemsOf(() => split(html))).toEqual([expected]);
  });

  test('leaves a section without end to parseSection, which names it', () => {
    const [section, none] = splitSections('\n<section><p>a</p>', 'sheet.html');
    expect(none).toBeUndefined();
    expect(problemsOf(() => section && parseSection(section))).toEqual(['unclosed 2:1']);
  });
});

describe('parseSection reads the subset', () => {
  test('keeps the place of every node, also after text of several lines and characters beyond the BMP', () => {
    const section = parse('<section>\n  𠮷<strong>a</strong>\n葛󠄀b<br><p>c</p></section>');
    expect(section.children.map(({ kind, place }) => `${kind} ${place.line}:${place.column}`)).toEqual([
      'text 1:10',
      'element 2:4',
      'text 2:22',
      'element 3:4',
      'element 3:8',
    ]);
  });

  test('resolves character references in text and attributes', () => {
    const section = parse(
      '<section id="a&amp;b&quot;">&lt;&#x20BB7;&#39;&nbsp;&yen;&NotEqualTilde; A & B</section>',
    );
    expect(section.attributes).toEqual({ id: 'a&b"' });
    expect(text(section)).toBe("<𠮷'\u00a0¥≂̸ A & B");
  });

  test('drops comments and takes CRLF for a line feed', () => {
    expect(text(parse('<section>a<!-- b -->c\r\nd</section>'))).toBe('ac\nd');
  });

  test('takes unquoted, single-quoted and empty attribute values', () => {
    const [image] = parse(`<section><img src=logo.png alt='' class="a  b"/></section>`).children;
    expect(image?.kind === 'element' && image.attributes).toEqual({
      src: 'logo.png',
      alt: '',
      class: 'a  b',
    });
  });
});

describe('parseSection refuses, with the exact place', () => {
  test.each([
    ['an unknown tag', '<section><div>a</div></section>', ['unknown-tag 1:10']],
    ['a tag in capitals', '<section><P>a</P></section>', ['unknown-tag 1:10']],
    ['script', '<section>\n<script>1 < 2</script></section>', ['unknown-tag 2:1']],
    ['an unknown attribute', '<section><p\n onclick="a">b</p></section>', ['unknown-attribute 2:2']],
    ['a style attribute', '<section><p style="color:red">b</p></section>', ['unknown-attribute 1:13']],
    ['a duplicate attribute', '<section><p id="a" id="b">b</p></section>', ['duplicate-attribute 1:20']],
    ['a duplicate id', '<section><p id="a">b</p><p id="a">c</p></section>', ['duplicate-id 1:28']],
    ['a missing attribute', '<section><img src="a.png"></section>', ['missing-attribute 1:10']],
    ['a link to elsewhere', '<section><a href="javascript:x">b</a></section>', ['bad-attribute-value 1:13']],
    [
      'a picture from the net',
      '<section><img src="https://a/b.png" alt=""></section>',
      ['bad-attribute-value 1:15'],
    ],
    [
      'colspan zero',
      '<section><table><tr><td colspan="0">a</td></tr></table></section>',
      ['bad-attribute-value 1:25'],
    ],
    ['an unclosed tag', '<section><p><strong>a</p></section>', ['unclosed 1:13']],
    ['a stray end tag', '<section>a</strong></section>', ['stray-close 1:11']],
    ['an end tag of a void element', '<section><br></br></section>', ['stray-close 1:14']],
    [
      'wrong order of end tags',
      '<section><strong><em>a</strong></em></section>',
      ['unclosed 1:18', 'stray-close 1:32'],
    ],
    ['a self-closed tag', '<section><tick/></section>', ['self-closing 1:10']],
    ['a block in a paragraph', '<section><p><p>a</p></p></section>', ['wrong-nesting 1:13']],
    ['a section in a section', '<section><section>a</section></section>', ['wrong-nesting 1:10']],
    [
      'a link in a link',
      '<section><a href="https://a.jp"><a href="https://b.jp">b</a></a></section>',
      ['wrong-nesting 1:33'],
    ],
    ['text in a list', '<section><ul>\n a<li>b</li></ul></section>', ['stray-text 1:14']],
    ['content of a drawing', '<section><tick>x</tick></section>', ['stray-text 1:16']],
    ['a ruby without reading', '<section><ruby>漢</ruby></section>', ['missing-content 1:10']],
    ['dd before dt', '<section><dl><dd>a</dd></dl></section>', ['missing-content 1:10']],
    ['a table without rows', '<section><table></table></section>', ['missing-content 1:10']],
    ['an unknown reference', '<section>a &foo; b</section>', ['unknown-reference 1:12']],
    ['a reference without semicolon', '<section>a &copy b</section>', ['unknown-reference 1:12']],
    [
      'a reference to no character',
      '<section>&#xD800; &#0; &#x110000; &#128;</section>',
      [
        'unknown-reference 1:10',
        'unknown-reference 1:19',
        'unknown-reference 1:24',
        'unknown-reference 1:35',
      ],
    ],
    ['an unknown reference in an attribute', '<section id="&foo;"></section>', ['unknown-reference 1:14']],
    ['a bare <', '<section>1 < 2</section>', ['bare-less-than 1:12']],
    ['an unfinished tag', '<section><p class="a', ['unclosed 1:1', 'unfinished 1:10']],
    ['an unfinished end tag', '<section><p>a</p', ['unclosed 1:1', 'unclosed 1:10', 'unfinished 1:14']],
    ['an unfinished comment', '<section>a<!-- b</section>', ['unclosed 1:1', 'unfinished 1:11']],
    ['a doctype', '<section><!doctype html></section>', ['not-allowed 1:10']],
    ['a processing instruction', '<section><?php ?></section>', ['not-allowed 1:10']],
    ['a CDATA section', '<section><![CDATA[a]]></section>', ['not-allowed 1:10']],
    ['something after the section', '<section></section>a', ['outside-section 1:20']],
    [
      'several at once, in order',
      '<section><x>\n<p y="">&z;</p></x></section>',
      ['unknown-tag 1:10', 'unknown-attribute 2:4', 'unknown-reference 2:9'],
    ],
  ])('%s', (_name, html, expected) => {
    expect(problemsOf(() => parse(html))).toEqual(expected);
  });

  test('guesses what was meant', () => {
    const hint = (html: string): string | undefined => {
      try {
        parse(html);
        return undefined;
      } catch (error) {
        return error instanceof ProblemError ? error.problems[0]?.hint?.en : undefined;
      }
    };
    expect(hint('<section><stong>a</stong></section>')).toBe('Did you mean <strong>?');
    expect(hint('<section><p clas="a">b</p></section>')).toBe('Did you mean class?');
    expect(hint('<section><qr text="a" alt="b" /></section>')).toBe('Write <qr></qr>.');
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...[
      '<section>',
      '</section>',
      '<p>',
      '</p>',
      '<p class="',
      '">',
      "'",
      '<ruby>',
      '<rt>',
      '</rt>',
      '</ruby>',
    ],
    ...[
      '<!--',
      '-->',
      '<!',
      '<?',
      '&',
      '&amp;',
      '&#',
      ';',
      '<br>',
      '<br/>',
      '</',
      '<',
      '>',
      ' ',
      '\n',
      '=',
      '𠮷',
      'a',
    ],
    ...[
      '<table>',
      '<tr>',
      '<td>',
      '<script>',
      '</script>',
      '<title>',
      '<img src=a alt=b>',
      '<a href="https://a">',
      '\u0000',
    ],
  );
  const soup = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  test('any text at all is parsed or refused with problems, never anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((inner) => `<section>${inner}</section>`),
          fc.string({ unit: 'binary' }),
        ),
        (html) => {
          problemsOf(() => parse(html));
          problemsOf(() => splitSections(html, 'a').map(parseSection));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('sections put together again are the sections that were split', () => {
    const section = fc
      .stringMatching(/^[a-z<>&"' \n]{0,20}$/)
      .map((inner) => `<section>${inner.replaceAll('<', '&lt;')}</section>`);
    fc.assert(
      fc.property(fc.array(section), (sections) => {
        expect(splitSections(sections.join('\n'), 'a').map(({ html }) => html)).toEqual(sections);
      }),
    );
  });

  test('text that is escaped comes back as it was', () => {
    const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(text(parse(`<section>${escaped(value)}</section>`))).toBe(value.replaceAll('\r\n', '\n'));
      }),
    );
  });
});
