import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError, type SourcePlace } from '../../../src/problem.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import type { Style } from '../../../src/typesetting/style/style.js';
import { mm, pt, q } from '../../../src/units.js';

const FAMILIES = { families: ['BIZ UDPGothic', 'Noto Sans JP'] };
const parse = (css: string) => parseStylesheet(css, 'style.css', FAMILIES);

interface Found {
  readonly where: string;
  readonly hint: string;
}

function problemsOf(css: string): readonly Found[] {
  try {
    parse(css);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, place, hint, message }) => {
      expect(message.ja).not.toBe('');
      const { file, line, column } = place as SourcePlace;
      expect(file).toBe('style.css');
      return { where: `${code.replace('style/', '')} ${line}:${column}`, hint: hint?.en ?? '' };
    });
  }
  return [];
}

describe('what the subset lacks is refused with its place', () => {
  test.each([
    ['an unknown property', 'p {\n  colour: #000 }', 'unknown-property 2:3'],
    ['a shorthand for many things', 'p { font: bold 10pt x }', 'unknown-property 1:5'],
    ['background', 'p { background: #fff }', 'unknown-property 1:5'],
    ['an unknown value', 'p { text-align: middle }', 'bad-value 1:17'],
    ['a named colour', 'p { color: red }', 'bad-value 1:12'],
    ['a colour of five digits', 'p { color: #12345 }', 'bad-value 1:12'],
    ['transparency', 'p { color: #11223344 }', 'bad-value 1:12'],
    ['a pixel', 'p { width: 10px }', 'unknown-unit 1:12'],
    ['a number without unit', 'p { width: 10 }', 'bad-value 1:12'],
    ['a unit after a blank', 'p { width: 5 mm }', 'bad-value 1:12'],
    ['calc()', 'p { width: calc(1mm + 2mm) }', 'unknown-function 1:12'],
    ['a percentage where none may stand', 'p { min-height: 5% }', 'bad-value 1:17'],
    ['a negative length where none may stand', 'p { margin: -1mm; padding: -1mm }', 'negative-value 1:28'],
    ['a length beyond all paper', 'p { width: 1e999mm }', 'bad-value 1:12'],
    ['a font size of zero', 'p { font-size: 0 }', 'bad-value 1:16'],
    ['no orphans', 'p { orphans: 0 }', 'bad-value 1:14'],
    ['too many values', 'p { margin: 1mm 2mm 3mm 4mm 5mm }', 'too-many-values 1:29'],
    ['a missing value', 'p { margin: }', 'missing-value 1:5'],
    ['a slash', 'p { border-radius: 1mm / 2mm }', 'bad-value 1:24'],
    ['a picture', 'p { background-color: url(a.png) }', 'bad-value 1:23'],
    ['!important', 'p { color: #000 !important }', 'important 1:5'],
    ['a font that is not there', 'p { font-family: "BIZ UDGothic" }', 'unknown-font-family 1:18'],
    ['a generic font', 'p { font-family: sans-serif }', 'unknown-font-family 1:18'],
    ['fonts without comma', 'p { font-family: "BIZ UDPGothic" "Noto Sans JP" }', 'bad-value 1:5'],
    ['a border of two colours', 'p { border: solid 1mm #000 red }', 'bad-value 1:28'],
    ['inherit among other values', 'p { margin: 1mm inherit }', 'bad-value 1:17'],
    ['unset', 'p { color: unset }', 'bad-value 1:12'],
    ['string-set without content()', 'p { string-set: a }', 'missing-value 1:5'],
    ['a property of margin boxes', 'p { content: "a" }', 'unknown-property 1:5'],
    ['@media', '\n@media print { p { color: #000 } }', 'unknown-at-rule 2:1'],
    ['@import', '@import "a.css";', 'unknown-at-rule 1:1'],
    ['an unknown tag', 'p, div { color: #000 }', 'unknown-selector 1:4'],
    ['a tag in capitals', 'P { color: #000 }', 'unknown-selector 1:1'],
    ['any tag', '* { color: #000 }', 'unknown-selector 1:1'],
    ['an id', '#a { color: #000 }', 'unknown-selector 1:1'],
    ['an attribute', 'a[href] { color: #000 }', 'unknown-selector 1:2'],
    ['a pseudo-element', 'p::before { color: #000 }', 'unknown-selector 1:2'],
    ['a pseudo-class', 'a:hover { color: #000 }', 'unknown-selector 1:2'],
    [':not()', 'p:not(.a) { color: #000 }', 'unknown-selector 1:2'],
    ['every third', 'tr:nth-child(3n) { color: #000 }', 'unknown-selector 1:3'],
    ['a sibling', 'p + p { color: #000 }', 'unknown-selector 1:3'],
    ['a selector that begins with a combinator', '> p { color: #000 }', 'unknown-selector 1:1'],
    ['two combinators', 'ul > > li { color: #000 }', 'unknown-selector 1:1'],
    ['the order of sections', 'section:first-child { color: #000 }', 'unknown-selector 1:1'],
    ['something in :root', ':root p { color: #000 }', 'unknown-selector 1:1'],
    ['a box property on :root', ':root { color: #000; margin: 1mm }', 'no-effect 1:22'],
    ['an open brace', 'p { color: #000', 'unclosed 1:3'],
    ['an open string', 'p { font-family: "a }', 'unclosed 1:18'],
    ['an open comment', 'p {} /* a', 'unclosed 1:6'],
    ['an open parenthesis', 'p { color: var(--a }', 'unclosed 1:15'],
    ['a stray brace', 'p color: #000 }', 'unclosed 1:15'],
    ['a missing colon', 'p { color #000 }', 'syntax 1:11'],
    ['a rule in a rule', 'p { & strong { color: #000 } }', 'nested-rule 1:5'],
    ['an undefined variable', 'p { color: var(--x) }', 'undefined-variable 1:5'],
    ['a variable that uses itself', ':root { --a: var(--a) }', 'circular-variable 1:9'],
    ['a circle on the section', 'section { --a: var(--a) } p { color: var(--a) }', 'circular-variable 1:11'],
    ['a wrong value from the section', 'section { --a: 1px } p { width: var(--a) }', 'unknown-unit 1:26'],
    ['variables in a circle', ':root { --a: var(--b);\n --b: var(--a) }', 'circular-variable 1:9'],
    ['a variable of the wrong kind', ':root { --a: 3px } p { width: var(--a) }', 'unknown-unit 1:24'],
    ['a wrong fallback', 'p { width: var(--a, 3px) }', 'unknown-unit 1:5'],
    ['characters beyond the BMP before it', '/* 𠮷 */ p { colour: #000 }', 'unknown-property 1:13'],
    ['an unknown @page', '@page :left { margin: 1mm }', 'unknown-selector 1:7'],
    ['an unknown margin box', '@page { @top-middle { content: "a" } }', 'unknown-at-rule 1:9'],
    ['an unknown counter', '@page { @top-left { content: counter(foo) } }', 'bad-value 1:30'],
    [
      'a property of boxes in a margin box',
      '@page { @top-left { content: "a"; width: 1mm } }',
      'no-effect 1:35',
    ],
    ['a property of boxes on a page', '@page { color: #000 }', 'unknown-property 1:9'],
    ['em on a page', '@page { margin: 1em }', 'bad-value 1:17'],
    ['an unknown paper', '@page { size: letter }', 'bad-value 1:15'],
    [
      'a string that no rule sets',
      'h1 { string-set: titel content() } @page { @top-left { content: string(title) } }',
      'unset-string 1:44',
    ],
    ['var() in a page', ':root { --m: 1mm } @page { margin: var(--m) }', 'unknown-function 1:36'],
  ])('%s', (_name, css, expected) => {
    expect(problemsOf(css).map(({ where }) => where)).toEqual([expected]);
  });

  test('all problems of a sheet are told at once', () => {
    expect(problemsOf('p { colour: #000; width: 1px }\ndiv { margin: x }').map(({ where }) => where)).toEqual(
      ['unknown-property 1:5', 'unknown-unit 1:26', 'bad-value 2:15', 'unknown-selector 2:1'],
    );
  });

  test.each([
    ['p { colour: #000 }', 'Did you mean color?'],
    ['p { width: 10px }', 'Write 2.65mm.'],
    ['p { background: #fff }', 'Use background-color instead.'],
    ['p { text-align: justfy }', 'Did you mean justify?'],
    ['p { font-family: "BIZ UDGothic" }', 'Did you mean BIZ UDPGothic?'],
    ['p { width: calc(1mm) }', 'Write the result as a length.'],
    [':root { --accent: #000 } p { color: var(--acent) }', 'Did you mean --accent?'],
  ])('%s: %s', (css, hint) => {
    expect(problemsOf(css)[0]?.hint).toBe(hint);
  });
});

describe('what the subset has is read', () => {
  /** The style of `:root` shows inherited properties. */
  test.each<[string, Partial<Style>]>([
    ['font-size: 14pt', { fontSize: pt(14) }],
    ['font-size: 12Q', { fontSize: Math.round(q(12) / 256_000) * 256_000 }],
    ['font-size: 200%', { fontSize: pt(21) }],
    ['font-size: 1.001em', { fontSize: pt(10.51) }],
    ['COLOR: #AbC', { color: '#aabbcc' }],
    ['font-family: Noto Sans JP, "biz udpgothic"', { fontFamily: ['Noto Sans JP', 'BIZ UDPGothic'] }],
    ['font-weight: bold', { fontWeight: 700 }],
    ['line-height: 1.7', { lineHeight: { factor: 1.7 } }],
    ['line-height: 150%; font-size: 10pt', { lineHeight: { length: pt(15) } }],
    ['line-height: normal', { lineHeight: { factor: 1.6 } }],
    ['text-align: right', { textAlign: 'end' }],
    ['text-indent: -1em; font-size: 20pt', { textIndent: pt(-20) }],
    ['text-indent: 5%', { textIndent: { percent: 5 } }],
    ['letter-spacing: 0.1rem; font-size: 20pt', { letterSpacing: pt(2) }],
    ['border-spacing: 0', { borderSpacing: 0 }],
    ['orphans: 3', { orphans: 3 }],
  ])(':root { %s }', (declarations, expected) => {
    expect(parse(`:root { ${declarations} }`).root).toMatchObject(expected);
  });

  test('the families of the typesetter are the default', () => {
    expect(parse('').root.fontFamily).toEqual(FAMILIES.families);
  });

  test.each([
    ['@page { size: A5 landscape }', { width: mm(210), height: mm(148) }],
    ['@page { size: 100mm }', { width: mm(100), height: mm(100) }],
    [
      '@page { size: 100mm 148mm; margin: 1mm 2mm }',
      { width: mm(100), height: mm(148), marginTop: mm(1), marginLeft: mm(2) },
    ],
    ['@page { margin: 1mm } @page { margin-left: 5pt }', { marginRight: mm(1), marginLeft: pt(5) }],
    ['', { width: mm(210), height: mm(297), marginTop: mm(15) }],
  ])('%s', (css, expected) => {
    const { first, rest } = parse(css).pages;
    expect(rest).toMatchObject(expected);
    expect(first).toEqual(rest);
  });

  test('the first page takes from all pages what it does not say itself', () => {
    const { first, rest } = parse(`
      :root { --accent: #003355; font-size: 10pt } h1 { string-set: title content() }
      @page :first { margin-top: 30mm; @bottom-left { content: none } @bottom-right { font-size: 7pt } }
      @page { margin: 10mm;
        @bottom-left { content: "a" }
        @bottom-right { content: "p. " counter(page) "/" counter(pages) string(title); color: var(--accent); font-size: 8pt } }
    `).pages;
    expect([first.marginTop, first.marginLeft, rest.marginTop]).toEqual([mm(30), mm(10), mm(10)]);
    expect(rest.marginBoxes.map(({ name }) => name)).toEqual(['bottom-left', 'bottom-right']);
    expect(first.marginBoxes).toHaveLength(1);
    const [right] = first.marginBoxes;
    expect(right?.content).toEqual([
      { kind: 'text', text: 'p. ' },
      { kind: 'counter', counter: 'page' },
      { kind: 'text', text: '/' },
      { kind: 'counter', counter: 'pages' },
      { kind: 'string', name: 'title' },
    ]);
    expect(right?.style).toMatchObject({
      color: '#003355',
      fontSize: pt(7),
      textAlign: 'end',
      verticalAlign: 'middle',
    });
  });

  test('variables may use variables, in any order, and blanks and comments may stand anywhere', () => {
    expect(
      problemsOf(':root { --b: var( --a , #111 ); --a: #222222 } p { color: var(--b); /* x */ }'),
    ).toEqual([]);
    expect(parse(':root { --b: var(--a); --a: #222222; color: var(--b) }').root.color).toBe('#222222');
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...[
      'p',
      '.a',
      'section',
      ':root',
      '*',
      '{',
      '}',
      ':',
      ';',
      'color',
      'margin',
      '--x',
      'var(--x)',
      'var(',
      ')',
      ' ',
    ],
    ...[
      '#000',
      '1mm',
      '-1em',
      '50%',
      'auto',
      'inherit',
      '"',
      "'",
      '/*',
      '*/',
      '@page',
      ':first',
      '@top-left',
      'content',
    ],
    ...[
      'counter(page)',
      ',',
      '>',
      '\n',
      '\\',
      '!important',
      'calc(1mm)',
      'border',
      'solid',
      '𠮷',
      '<!--',
      '(',
      '[',
    ],
  );
  const soup = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

  test('any text at all is read or refused with problems, never anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((value) => `p { margin: ${value} }`),
          fc.string({ unit: 'binary' }),
        ),
        (css) => {
          problemsOf(css);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
