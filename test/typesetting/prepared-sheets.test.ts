import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { type Problem, ProblemError } from '../../src/problem.js';
import { vendoredFonts } from '../../src/typesetting/fonts/vendored-fonts.js';
import { preparedSheet, prepareSheets } from '../../src/typesetting/prepared-sheets.js';
import { parseStylesheet, type StylesheetOptions } from '../../src/typesetting/style/parse-stylesheet.js';
import type { SectionLengths } from '../../src/typesetting/style/section-lengths.js';
import type { Stylesheet } from '../../src/typesetting/style/stylesheet.js';

const fonts = vendoredFonts();
const CSS = readFileSync(join(SHIPPED_TEMPLATE, 'style.css'), 'utf8');
const LENGTHS: SectionLengths = {
  '--window-left': '22mm',
  '--window-top': '15.5mm',
  '--barcode-size': '9pt',
};

/** A style sheet of texts of which some are prepared, and how many of them were. */
function parsedBy(
  kept: ReadonlyMap<string, Uint8Array>,
  css: string,
  { file = 'style.css', context = fonts, lengths = {} }: Partial<Asked> = {},
): { readonly result: Stylesheet | readonly Problem[]; readonly found: number } {
  let found = 0;
  const read: StylesheetOptions['read'] = (...text) =>
    preparedSheet(...text, (key) => {
      const bytes = kept.get(key);
      if (bytes !== undefined) found += 1;
      return bytes && Buffer.from(bytes);
    });
  return { result: orProblems(() => parseStylesheet(css, file, context, { lengths, read })), found };
}

interface Asked {
  readonly file: string;
  readonly context: { readonly families: readonly string[] };
  readonly lengths: SectionLengths;
}

function orProblems<Result>(work: () => Result): Result | readonly Problem[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

describe('what was prepared of a style sheet', () => {
  const kept = prepareSheets(CSS, fonts);

  test.each([
    ['as it is', {}],
    ["with an office's lengths", { lengths: LENGTHS }],
    ['in another folder', { file: 'C:\\案内 $& "x"\\style.css', lengths: LENGTHS }],
  ])('comes to the same as reading it: %s', (_, { file = 'style.css', lengths = {} }: Partial<Asked>) => {
    const { result, found } = parsedBy(kept, CSS, { file, lengths });
    expect(found).toBe(2);
    expect(result).toStrictEqual(parseStylesheet(CSS, file, fonts, { lengths }));
  });

  test.each([
    ['a blank more', `${CSS} `, fonts],
    ['other font families', CSS, { families: [...fonts.families].reverse() }],
  ])('is not taken for another text: %s', (_, css, context) => {
    const alone = new Map([...kept].slice(1));
    const { result, found } = parsedBy(alone, css, { context });
    expect(found).toBe(0);
    expect(result).toEqual(parseStylesheet(css, 'style.css', context));
  });

  test('a mistake in a changed style sheet is found where it stands', () => {
    const css = CSS.replace('line-height: 1.6', 'line-hight: 1.6');
    const { result, found } = parsedBy(kept, css, { lengths: LENGTHS });
    expect(found).toBe(1);
    const line = css.slice(0, css.indexOf('line-hight')).split('\n').length;
    expect(result).toMatchObject([
      { code: 'style/unknown-property', place: { file: 'style.css', line, column: 3 } },
    ]);
    expect(result).toEqual(orProblems(() => parseStylesheet(css, 'style.css', fonts)));
  });
});

test('a mistake that comes to light only after reading is found at the same place', () => {
  const css =
    'p { color: #000 }\np {\n  color: var(--missing) }\n@page { @top-left { content: string(none) } }';
  const { result, found } = parsedBy(prepareSheets(css, fonts), css, { file: 'x/style.css' });
  expect(found).toBe(2);
  expect(result).toMatchObject([{ place: { file: 'x/style.css', line: 3 } }, { place: { line: 4 } }]);
  expect(result).toEqual(orProblems(() => parseStylesheet(css, 'x/style.css', fonts)));
});

test('a style sheet with a mistake is not kept', () => {
  expect(() => prepareSheets('p { colour: #000 }', fonts)).toThrow('annai: internal error');
});
