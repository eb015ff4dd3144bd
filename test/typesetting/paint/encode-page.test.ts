import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sure } from '../../../src/problem.js';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import type { Block, Fill, Frame, GlyphRun, Item, Line } from '../../../src/typesetting/layout/block.js';
import type { Page } from '../../../src/typesetting/layout/page.js';
import { memoByKey, memoByObject } from '../../../src/typesetting/memo.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import type { BaseSubset, EncodedPart } from '../../../src/typesetting/paint/encoded-page.js';
import type { PaintMemory } from '../../../src/typesetting/paint/paint-memory.js';
import { fromFontUnits, mm, pt } from '../../../src/units.js';
import { blockOf, setText } from './galley.js';

const chain = vendoredFonts().chain(['BIZ UDPGothic'], 400);

/** A base subset that holds the given text, in every face. */
const baseOf = (text: string): BaseSubset => ({
  resource: (face) => (face.id === 'biz-udpgothic' ? 'F1' : 'F2'),
  cids: (face) => new Set([...text].flatMap((letter) => face.cids(letter) ?? [])),
});

/** A block at the page's top left, on a page 100 pt wide and high. */
const pageAt = (block: Block, rest: Partial<Page> = {}): Page => ({
  width: pt(100),
  height: pt(100),
  placed: [{ block, x: 0, y: 0, from: 0, to: block.height }],
  furniture: [],
  ...rest,
});

const plain = ({ content, deflated }: EncodedPart): string =>
  Buffer.from(deflated ? inflateSync(content) : content).toString('latin1');

/** What stands between `q` and `Q`, which each part is wrapped in. */
const operatorsOf = (page: Page, base = baseOf('')): string =>
  encodePage(page, () => 0, base)
    .parts.map((part) => /^q\n(.*)\nQ\n$/s.exec(plain(part))?.[1])
    .join('\n');

const paint = (items: readonly Item[], base = baseOf('')): string =>
  operatorsOf(pageAt(blockOf(items)), base);

const fill = (rest: Partial<Fill> = {}): Fill => ({
  kind: 'fill',
  x: pt(10),
  y: pt(20),
  width: pt(30),
  height: pt(5),
  color: '#ff0000',
  radius: 0,
  role: -1,
  ...rest,
});

const frame = (rest: Partial<Frame> = {}): Frame => ({
  kind: 'frame',
  x: pt(10),
  y: pt(20),
  width: pt(30),
  height: pt(10),
  stroke: pt(0.5),
  radius: 0,
  color: '#000000',
  role: -1,
  ...rest,
});

const line = (rest: Partial<Line> = {}): Line => ({
  kind: 'line',
  x: pt(10),
  y: pt(20),
  dx: pt(30),
  dy: 0,
  width: pt(1),
  color: '#000000',
  dash: 'solid',
  role: -1,
  ...rest,
});

describe('text', () => {
  test('stands on its baseline, counted from the lower left, as two-byte codes', () => {
    expect(paint(setText('A', chain, pt(10), pt(30), pt(12)))).toBe(
      ['/P <</MCID 0>> BDC', 'BT', '10 70 Td', '/F1s 12 Tf', '<0240> Tj', 'ET', 'EMC'].join('\n'),
    );
  });

  test('shares one text object and names a font once while it lasts', () => {
    const items = [
      ...setText('A', chain, pt(10), pt(30), pt(12)),
      ...setText('A', chain, pt(10), pt(44.5), pt(12)),
    ];
    expect(paint(items).match(/BT|Tf|Td/g)).toEqual(['BT', 'Td', 'Tf', 'Td']);
    expect(paint(items)).toContain('\n0 -14.5 Td\n');
  });

  test('changes between base subset and supplement of one face without moving the pen', () => {
    expect(paint(setText('AあA', chain, 0, pt(30), pt(10)), baseOf('A'))).toContain(
      '/F1 10 Tf\n<0240> Tj\n/F1s 10 Tf\n<02b5> Tj\n/F1 10 Tf\n<0240> Tj',
    );
  });

  test('is adjusted where a glyph stands elsewhere than the advance before it leads', () => {
    const [run] = setText('AA', chain, 0, pt(30), pt(10));
    if (run === undefined) throw new Error('no run');
    const advance = run.offsets[1] ?? 0;
    expect(paint([{ ...run, offsets: [0, advance + pt(2.5)] }])).toContain('[<0240>-250<0240>] TJ');
    expect(paint([{ ...run, offsets: [0, advance - pt(1)] }])).toContain('[<0240>100<0240>] TJ');
  });

  test('never drifts: wherever glyphs stand, the pen is within a thousandth of a point of each', () => {
    const { face } = chain.resolve('あ') ?? {};
    if (face === undefined) throw new Error('no face');
    const [cid = 0] = face.cids('あ') ?? [];
    const size = pt(10.5);
    const natural = fromFontUnits(face.advance(cid), face.unitsPerEm, size);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -pt(3), max: pt(20) }), { minLength: 1, maxLength: 60 }),
        (gaps) => {
          const offsets = [0];
          for (const gap of gaps) offsets.push((offsets.at(-1) ?? 0) + natural + gap);
          const run: GlyphRun = {
            kind: 'glyphs',
            face,
            x: 0,
            y: 0,
            role: 0,
            size,
            color: '#000000',
            cids: offsets.map(() => cid),
            offsets,
          };
          const shown =
            /\[(.*)\] TJ/.exec(paint([run]))?.[1] ?? paint([run]).match(/<[0-9a-f]+>(?= Tj)/)?.[0] ?? '';
          let pen = 0;
          const places: number[] = [];
          for (const [, codes, adjustment] of shown.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
            if (adjustment !== undefined) pen -= (Number(adjustment) / 1000) * size;
            for (let i = 0; i < (codes?.length ?? 0); i += 4) {
              places.push(pen);
              pen += (face.advance(cid) / face.unitsPerEm) * size;
            }
          }
          expect(places).toHaveLength(offsets.length);
          for (const [i, place] of places.entries()) {
            expect(Math.abs(place - (offsets[i] ?? 0))).toBeLessThan(pt(0.001));
          }
        },
      ),
    );
  });
});

describe('colours', () => {
  test('greys are set as grey, others as RGB, each once while it lasts', () => {
    const operators = paint([fill(), fill(), fill({ color: '#808080' }), fill({ color: '#336699' })]);
    expect(operators.match(/.* (rg|g)$/gm)).toEqual(['1 0 0 rg', '0.502 g', '0.2 0.4 0.6 rg']);
  });

  test('black needs no setting on a new page', () => {
    expect(paint([fill({ color: '#000000' })])).not.toMatch(/ r?g$/m);
  });

  test('all 256 levels stay apart', () => {
    const levels = Array.from({ length: 256 }, (_, i) => `#00${i.toString(16).padStart(2, '0')}ff`);
    const operators = levels.map((color) => paint([fill({ color })]).match(/.* rg/)?.[0] ?? '');
    expect(new Set(operators).size).toBe(256);
    operators.forEach((operator, i) => {
      expect(Math.round(Number(operator.split(' ')[1]) * 255)).toBe(i);
    });
  });
});

describe('boxes', () => {
  test('a fill is a rectangle from its lower left', () => {
    expect(paint([fill()])).toBe(
      '/Artifact <</Type /Background /BBox [10 75 40 80]>> BDC\n1 0 0 rg\n10 75 30 5 re f\nEMC',
    );
  });

  test('boxes that touch in layout touch on the page, however their sizes round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: pt(50) }),
        fc.integer({ min: 1, max: pt(50) }),
        (first, second) => {
          const operators = paint([
            fill({ y: 0, height: first }),
            fill({ y: first, height: second, color: '#00ff00' }),
          ]);
          const [upper = [], lower = []] = [...operators.matchAll(/(\S+) (\S+) (\S+) (\S+) re/g)].map((m) =>
            m.slice(1).map(Number),
          );
          expect((lower[1] ?? 0) + (lower[3] ?? 0)).toBeCloseTo(upper[1] ?? -1, 9);
        },
      ),
    );
  });

  test('rounded corners are quarter circles', () => {
    expect(paint([fill({ radius: pt(2) })]).match(/ c$/gm)).toHaveLength(4);
  });

  test('a radius larger than the box gives half circles at its ends', () => {
    const operators = paint([fill({ radius: pt(50) })]);
    expect(operators.match(/ c$/gm)).toHaveLength(4);
    expect(operators).toContain('40 77.5');
  });

  test('at an open side corners are square', () => {
    expect(paint([fill({ radius: pt(2), open: 'top' })]).match(/ c$/gm)).toHaveLength(2);
    expect(paint([fill({ radius: pt(2), open: 'both' })])).toContain('re f');
  });

  test('a frame draws no edge at an open side', () => {
    expect(paint([frame()])).toContain('10 70 30 10 re S');
    expect(paint([frame({ open: 'top' })])).toContain('10 80 m 10 70 l\n40 70 l\n40 80 l S');
    expect(paint([frame({ open: 'bottom' })])).toContain('10 70 m 10 80 l\n40 80 l\n40 70 l S');
    expect(paint([frame({ open: 'both' })])).toContain('10 70 m 10 80 l\n40 70 m 40 80 l S');
  });

  test('a slice of a block paints its part of a fill', () => {
    const block = blockOf([fill({ y: 0, height: pt(100) })], undefined, { height: pt(100) });
    const page = pageAt(block, { placed: [{ block, x: 0, y: pt(10), from: pt(40), to: pt(60) }] });
    expect(operatorsOf(page)).toContain('10 70 30 20 re f');
  });
});

describe('lines and symbols', () => {
  test('a line is stroked with its width, colour and dashes', () => {
    expect(paint([line()])).toContain('10 80 m 40 80 l S');
    expect(paint([line({ width: pt(0.5), dash: 'dashed' })])).toContain('0.5 w\n[1.5] 0 d 0 J');
    expect(paint([line({ dash: 'dotted' })])).toContain('[0 2] 0 d 1 J');
  });

  test('dashes end with the line that has them', () => {
    expect(paint([line({ dash: 'dotted' }), line()])).toMatch(/1 J\n.* S\n\[\] 0 d 0 J/);
  });

  test('a symbol is one path', () => {
    const shape: Item = {
      kind: 'shape',
      x: 0,
      y: 0,
      width: pt(2),
      height: pt(2),
      color: '#000000',
      role: -1,
      rectangles: [
        [0, 0, pt(1), pt(1)],
        [pt(1), pt(1), pt(1), pt(1)],
      ],
    };
    expect(paint([shape])).toContain('0 99 1 1 re\n1 98 1 1 re f');
  });

  test('numbers are plain decimals of at most three places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -mm(3), max: mm(500) }),
        fc.integer({ min: 1, max: mm(500) }),
        (x, width) => {
          const numbers = paint([fill({ x, width })])
            .split(/[\s[\]>]+/)
            .filter((token) => /^-?[\d.]/.test(token));
          for (const number of numbers) expect(number).toMatch(/^-?\d+(\.\d{1,3})?$/);
        },
      ),
    );
  });
});

describe('marked content', () => {
  const roles = [
    { role: 'H1', parent: -1 },
    { role: 'P', parent: -1 },
  ] as const;

  test('every item stands in a mark of its role, numbered on the page, or is an artifact', () => {
    const block = blockOf(
      [
        fill(),
        ...setText('A', chain, 0, pt(10), pt(10), 0),
        ...setText('A', chain, 0, pt(20), pt(10), 1),
        ...setText('A', chain, 0, pt(30), pt(10), 1),
        line(),
        ...setText('A', chain, 0, pt(40), pt(10), 1),
      ],
      roles,
    );
    expect(operatorsOf(pageAt(block)).match(/.*B(DC|MC)|EMC/g)).toEqual([
      '/Artifact <</Type /Background /BBox [10 75 40 80]>> BDC',
      'EMC',
      '/H1 <</MCID 0>> BDC',
      'EMC',
      '/P <</MCID 1>> BDC',
      'EMC',
      '/Artifact <</Type /Layout>> BDC',
      'EMC',
      '/P <</MCID 2>> BDC',
      'EMC',
    ]);
    const encoded = encodePage(pageAt(block), () => 7, baseOf(''));
    expect(encoded.marks).toEqual([
      { section: 7, node: 0 },
      { section: 7, node: 1 },
      { section: 7, node: 1 },
    ]);
    expect(encoded.sections.get(7)).toBe(roles);
  });

  test.each([
    ['of a repeated table head', undefined, '/Type /Pagination'],
    ['of the upper margin', 'top', '/Type /Pagination /Subtype /Header /Attached [/Top]'],
    ['of the lower margin', 'bottom', '/Type /Pagination /Subtype /Footer /Attached [/Bottom]'],
  ] as const)('furniture %s is an artifact of pagination, whatever its roles', (_, margin, properties) => {
    const block = blockOf(setText('1', chain, 0, pt(10), pt(10), 0), roles);
    const placed = { block, x: 0, y: 0, from: 0, to: block.height, ...(margin && { margin }) };
    const page = pageAt(block, { placed: [], furniture: [placed] });
    expect(operatorsOf(page).split('\n')[0]).toBe(`/Artifact <<${properties}>> BDC`);
    expect(encodePage(page, () => 0, baseOf('')).marks).toEqual([]);
  });

  test('the bytes of a page do not depend on how its sections are counted', () => {
    const block = blockOf(setText('A', chain, 0, pt(10), pt(10), 0), roles);
    const [one, other] = [0, 40].map((section) => encodePage(pageAt(block), () => section, baseOf('')));
    expect(one?.parts).toEqual(other?.parts);
  });
});

describe('parts', () => {
  const block = blockOf(setText('A', chain, 0, pt(10), pt(10), 0), [{ role: 'P', parent: -1 }]);
  const placed = { block, x: 0, y: 0, from: 0, to: block.height };

  test('each block of a page has a stream of its own, furniture first, numbered on from the one before', () => {
    const other = blockOf(setText('B', chain, 0, pt(10), pt(10), 0), block.roles);
    const head = blockOf(setText('1', chain, 0, pt(10), pt(10)));
    const page = pageAt(block, {
      placed: [placed, { ...placed, block: other }],
      furniture: [{ ...placed, block: head }],
    });
    const { parts, marks } = encodePage(page, (each) => (each === block ? 4 : 5), baseOf(''));
    const opening = parts.map((part) => plain(part).split('\n')[1]);
    expect(opening).toEqual([
      '/Artifact <</Type /Pagination>> BDC',
      '/P <</MCID 0>> BDC',
      '/P <</MCID 1>> BDC',
    ]);
    expect(marks).toEqual([
      { section: 4, node: 0 },
      { section: 5, node: 0 },
    ]);
  });

  test('are deflated, but for those that are too short for it', () => {
    const few = blockOf(setText('A', chain, 0, pt(10), pt(10)));
    const many = blockOf(Array.from({ length: 60 }, () => fill({ x: pt(11), radius: pt(1) })));
    const parts = [few, many].map((each) =>
      sure(encodePage(pageAt(each), () => 0, baseOf('')).parts[0], 'part'),
    );
    expect(parts.map(({ deflated }) => deflated)).toEqual([false, true]);
    expect(parts.map((part) => plain(part).length < 1000)).toEqual([true, false]);
  });

  test('a block that paints nothing has none', () => {
    expect(encodePage(pageAt(blockOf([])), () => 0, baseOf('')).parts).toEqual([]);
  });

  test('a remembered part is given for the same block at the same place after as many marks, and for no other', () => {
    const memory: PaintMemory = {
      parts: memoByObject(),
      paintings: memoByObject(),
      stretches: memoByObject(),
      paths: memoByKey(100),
    };
    const partOf = (page: Page) => sure(encodePage(page, () => 0, baseOf(''), memory).parts.at(-1), 'part');
    const known = partOf(pageAt(block));
    expect(partOf(pageAt(block))).toBe(known);
    const others = [
      pageAt({ ...block }),
      pageAt(block, { height: pt(90) }),
      pageAt(block, { placed: [{ ...placed, x: pt(1) }] }),
      pageAt(block, { placed: [{ ...placed, y: pt(1) }] }),
      pageAt(block, { placed: [{ ...placed, to: block.height - 1 }] }),
      pageAt(block, { placed: [placed, placed] }),
      pageAt(block, { placed: [], furniture: [placed] }),
    ];
    for (const page of others) expect(partOf(page)).not.toBe(known);
  });
});

describe('what a page names', () => {
  test('its faces, base subset and supplement apart, with the glyphs that the base subset lacks, sorted', () => {
    const block = blockOf(setText('BAあA𠮷', chain, 0, pt(10), pt(10)));
    const faces = encodePage(pageAt(block), () => 0, baseOf('AB')).parts.flatMap((part) => part.faces);
    expect(
      faces.map((use) => [
        use.face.id,
        use.resource,
        use.part === 'base' ? 'base' : use.cids.map(use.face.text),
      ]),
    ).toEqual([
      ['biz-udpgothic', 'F1', 'base'],
      ['biz-udpgothic', 'F1s', ['あ']],
      ['noto-sans-jp', 'F2s', ['𠮷']],
    ]);
  });

  test('its links and headings, from the top of the page', () => {
    const link = { x: pt(1), y: pt(2), width: pt(10), height: pt(4), href: 'https://example.jp/', role: 0 };
    const block = blockOf([], [{ role: 'Link', parent: -1 }], {
      lines: [{ content: { items: [], links: [link] }, x: 0, y: pt(3), anchor: pt(3) }],
      headings: [{ level: 2, text: '設定', y: pt(3), role: 0 }],
    });
    const page = pageAt(block, { placed: [{ block, x: pt(2), y: pt(30), from: 0, to: block.height }] });
    const encoded = encodePage(page, () => 3, baseOf(''));
    expect(encoded.links).toEqual([
      {
        x: pt(3),
        y: pt(35),
        width: pt(10),
        height: pt(4),
        href: 'https://example.jp/',
        owner: { section: 3, node: 0 },
      },
    ]);
    expect(encoded.headings).toEqual([{ level: 2, text: '設定', y: pt(33) }]);
  });
});
