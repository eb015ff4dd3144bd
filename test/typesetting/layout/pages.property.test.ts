import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fill, Item } from '../../../src/typesetting/layout/block.js';
import type { Page, PlacedBlock } from '../../../src/typesetting/layout/page.js';
import { mm } from '../../../src/units.js';
import { itemsOf, layOutPages } from './lay-out.js';

/** Documents of nested boxes, paragraphs, lists and tables. Each piece of text is a number, counted up. */
interface Shape {
  readonly tag: 'p' | 'aside' | 'ul' | 'table';
  readonly classes: readonly string[];
  readonly children: readonly Shape[];
  readonly lines: number;
}

const SPACES = ['m1', 'm2', 'pad', 'line', 'tall', 'keep', 'new', 'stay', 'few'];
const shapes = (depth: number, maxLength: number): fc.Arbitrary<Shape[]> =>
  fc.array(
    fc.record({
      tag:
        depth === 0
          ? fc.constant<'p'>('p')
          : fc.constantFrom<Shape['tag'][]>('p', 'p', 'aside', 'ul', 'table'),
      classes: fc.subarray(SPACES, { maxLength: 3 }),
      children: depth === 0 ? fc.constant([]) : shapes(depth - 1, 3),
      lines: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength },
  );

const CSS = `
  @page { size: 60mm 60mm; margin: 5mm }
  section { font-size: 3mm; line-height: 5mm }
  table { width: 100% }
  td { padding: 0; border: 0.3mm solid #000000 }
  ul { padding-left: 5mm }
  .m1 { margin: 2mm 0 3mm } .m2 { margin: 4mm 0 1mm } .pad { padding: 1mm 0 } .line { border: 0.5mm solid #000000 }
  .tall { min-height: 8mm } .keep { break-inside: avoid } .new { break-before: page } .stay { break-after: avoid }
  .few { orphans: 1; widows: 1 }
  .ink { background-color: #123456 }
`;

function write(document: readonly Shape[]): { readonly html: string; readonly words: readonly string[] } {
  const words: string[] = [];
  const text = (lines: number): string =>
    Array.from({ length: lines }, () => {
      const word = String(1000 + words.length);
      words.push(word);
      return word;
    }).join('<br>');
  const box = ({ tag, classes: wanted, children, lines }: Shape, inRow = false): string => {
    // A page break inside a row is refused, and that is tested elsewhere.
    const classes = inRow ? wanted.filter((name) => name !== 'new') : wanted;
    const open = (name: string, more = '') => `<${name} class="${[...classes, more].join(' ')}">`;
    const inside = () => children.map((child) => box(child, inRow));
    switch (tag) {
      case 'p':
        return `${open('p', 'ink')}${text(lines)}</p>`;
      case 'aside':
        return `${open('aside')}${inside().join('')}</aside>`;
      case 'ul':
        return `${open('ul')}${inside()
          .map((child) => `<li>${child}</li>`)
          .join('')}</ul>`;
      case 'table': {
        const rows = children.map((child) => `<tr><td>${text(1)}</td><td>${box(child, true)}</td></tr>`);
        return rows.length === 0 ? '' : `${open('table')}<tbody>${rows.join('')}</tbody></table>`;
      }
    }
  };
  const html = `<section>${document.map((shape) => box(shape)).join('')}</section>`;
  return { html, words };
}

/** Rows may be too tall for these pages; such documents are refused elsewhere. */
function pagesOf(
  document: readonly Shape[],
  css = '',
): { pages: readonly Page[]; words: readonly string[] } | undefined {
  const { html, words } = write(document);
  try {
    return { pages: layOutPages(html, CSS + css), words };
  } catch (error) {
    if (error instanceof Error && /too-tall/.test(error.message)) return undefined;
    throw error;
  }
}

const documents = shapes(3, 6);
const itemsOn = (page: Page) =>
  page.placed.flatMap((placed) => itemsOf(placed).map((item) => ({ item, y: atPage(placed, item) })));
const atPage = (placed: PlacedBlock, item: Item): number => placed.y + item.y - placed.from;
const isInk = (item: Item): item is Fill => item.kind === 'fill' && item.color === '#123456';

describe('whatever the document', () => {
  test.each([
    ['with margins', ''],
    [
      'with boxes drawn over each other by negative margins',
      '.m2 { margin: -3mm 0 -4mm } .m1 { margin: 1mm 0 -9mm }',
    ],
  ])('every word stands on exactly one page, in reading order, %s', (_, css) => {
    fc.assert(
      fc.property(documents, (document) => {
        const result = pagesOf(document, css);
        if (!result) return;
        const found = result.pages.flatMap((page) =>
          itemsOn(page).flatMap(({ item }) =>
            item.kind === 'glyphs'
              ? [
                  item.cids
                    .map((cid) => item.face.text(cid))
                    .join('')
                    .trim(),
                ]
              : [],
          ),
        );
        expect(found.filter((word) => word !== '・')).toEqual(result.words);
      }),
      { numRuns: 400 },
    );
  });

  test('nothing stands outside the text area of its page', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const page of pagesOf(document)?.pages ?? []) {
          const slack = mm(0.01);
          for (const { item, y } of itemsOn(page)) {
            const height = item.kind === 'fill' ? item.height : item.kind === 'line' ? item.dy : 0;
            expect(y).toBeGreaterThanOrEqual(mm(5) - slack);
            expect(y + height).toBeLessThanOrEqual(mm(55) + slack);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('no two paragraphs lie over each other', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const page of pagesOf(document)?.pages ?? []) {
          const fills = itemsOn(page).flatMap(({ item, y }) =>
            isInk(item) ? [{ x: item.x, end: item.x + item.width, y, bottom: y + item.height }] : [],
          );
          for (const [index, a] of fills.entries()) {
            for (const b of fills.slice(index + 1)) {
              const apart = a.bottom <= b.y || b.bottom <= a.y || a.end <= b.x || b.end <= a.x;
              expect(apart).toBe(true);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the parts of a background add up to it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        // Without margins no cut takes anything away.
        const css = '.m1, .m2 { margin: 0 }';
        const result = pagesOf(document, css);
        if (!result) return;
        const whole = new Map<number, number>();
        for (const block of new Set(result.pages.flatMap(({ placed }) => placed.map((each) => each.block)))) {
          for (const item of block.decorations) if (isInk(item)) whole.set(item.y, item.height);
        }
        const parts = new Map<number, number>();
        for (const placed of result.pages.flatMap((page) => page.placed)) {
          for (const item of itemsOf(placed).filter(isInk)) {
            const start = [...whole.keys()].findLast((y) => y <= item.y) ?? -1;
            parts.set(start, (parts.get(start) ?? 0) + item.height);
          }
        }
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(
          [...whole.values()].reduce((sum, part) => sum + part, 0),
        );
      }),
      { numRuns: 400 },
    );
  });
});
