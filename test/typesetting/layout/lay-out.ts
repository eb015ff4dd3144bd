/** Takes HTML and CSS of the subset, gives blocks and pages as the typesetter makes them, and reads geometry from them in mm. */

import { ProblemError } from '../../../src/problem.js';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import type { Block, Item } from '../../../src/typesetting/layout/block.js';
import type { LayoutContext } from '../../../src/typesetting/layout/layout-context.js';
import { layoutSection } from '../../../src/typesetting/layout/layout-section.js';
import type { Page, PlacedBlock } from '../../../src/typesetting/layout/page.js';
import { paginate } from '../../../src/typesetting/layout/paginate.js';
import { decorationsOf, linesOf } from '../../../src/typesetting/layout/slice.js';
import { parseSection, splitSections } from '../../../src/typesetting/markup/parse-markup.js';
import { ElementStyles } from '../../../src/typesetting/style/element-style.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import { styleSection } from '../../../src/typesetting/style/style-section.js';
import { mm, toMm } from '../../../src/units.js';

const fonts = vendoredFonts();

/** A picture of 96 × 48 pixels: 25.4 × 12.7 mm. */
export const context: LayoutContext = {
  fonts,
  image: (src) => ({ key: src, format: 'png', width: 96, height: 48, bytes: new Uint8Array() }),
};

/** Boxes are told apart by their background: `a` to `f` have one each. No margins but those that a test states. */
const COLORS = {
  a: '#aa0000',
  b: '#bb0000',
  c: '#cc0000',
  d: '#dd0000',
  e: '#ee0000',
  f: '#ff0000',
} as const;
const BASE = `
  * { margin: 0 }
  ${Object.entries(COLORS)
    .map(([name, color]) => `.${name} { background-color: ${color} }`)
    .join('\n')}
`.replace('* { margin: 0 }', 'p, ul, ol, li, h1, h2, table, aside, figure, hr { margin: 0 }');

export type BoxName = keyof typeof COLORS;

const sheetOf = (css: string) => parseStylesheet(BASE + css, 'style.css', { families: fonts.families });

/** One section, 100 mm wide unless said otherwise, with all that it paints as one list. */
export function layOut(html: string, css = '', width = 100): Block & { readonly items: readonly Item[] } {
  const place = { kind: 'source', file: 'sheet.html', line: 1, column: 1 } as const;
  const section = parseSection({ html: `<section>${html}</section>`, place });
  const block = layoutSection(styleSection(section, new ElementStyles(sheetOf(css))), mm(width), context);
  return { ...block, items: itemsOf({ block, x: 0, y: 0, from: 0, to: block.height }) };
}

/** What stands on the page in painting order, in the block's coordinates. */
export const itemsOf = (placed: PlacedBlock): readonly Item[] => [
  ...decorationsOf(placed),
  ...linesOf(placed).flatMap(({ content, x, y }) =>
    content.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })),
  ),
];

/** A body of sections on pages of 100 × 100 mm without margins, unless `css` says otherwise. */
export function layOutPages(html: string, css = ''): readonly Page[] {
  const sheet = sheetOf(`@page { size: 100mm 100mm; margin: 0 } ${css}`);
  const { rest } = sheet.pages;
  const blocks = splitSections(html, 'sheet.html').map((source) =>
    layoutSection(
      styleSection(parseSection(source), new ElementStyles(sheet)),
      rest.width - rest.marginLeft - rest.marginRight,
      context,
    ),
  );
  return paginate(blocks, sheet.pages, context);
}

export const inMm = (length: number): number => Math.round(toMm(length) * 100) / 100;

/** [x, y, width, height] in mm of every named box, in painting order. */
export type Rectangle = readonly [number, number, number, number];

export function boxesOf(items: readonly Item[], x = 0, y = 0): Partial<Record<BoxName, Rectangle>> {
  const found: Partial<Record<BoxName, Rectangle>> = {};
  for (const item of items) {
    const name = item.kind === 'fill' ? nameOf(item.color) : undefined;
    if (item.kind !== 'fill' || name === undefined) continue;
    found[name] = [inMm(item.x + x), inMm(item.y + y), inMm(item.width), inMm(item.height)];
  }
  return found;
}

export function boxesOn({ placed, furniture }: Page): Partial<Record<BoxName, Rectangle>> {
  return Object.assign({}, ...[...furniture, ...placed].map(boxesIn));
}

const boxesIn = (placed: PlacedBlock) => boxesOf(itemsOf(placed), placed.x, placed.y - placed.from);

function nameOf(color: string): BoxName | undefined {
  return (Object.keys(COLORS) as BoxName[]).find((name) => COLORS[name] === color);
}

/** The text of the glyphs, in order. */
export function textOf(items: readonly Item[]): string {
  return items
    .flatMap((item) => (item.kind === 'glyphs' ? item.cids.map((cid) => item.face.text(cid)) : []))
    .join('');
}

export const textOn = (page: Page): string => page.placed.map((placed) => textOf(itemsOf(placed))).join('');

/** The Problems that the work throws. */
export function problemsOf(work: () => unknown): readonly { code: string; en: string }[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) {
      return error.problems.map(({ code, message }) => ({ code, en: message.en }));
    }
    throw error;
  }
  return [];
}
