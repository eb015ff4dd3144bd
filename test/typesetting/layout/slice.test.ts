import { describe, expect, test } from 'vitest';
import { ARTIFACT, type Block, type Item } from '../../../src/typesetting/layout/block.js';
import { decorationsOf, headingsOf, linesOf } from '../../../src/typesetting/layout/slice.js';

const base = { role: ARTIFACT, x: 0, color: '#000000' } as const;
const fill = (y: number, height: number): Item => ({
  ...base,
  kind: 'fill',
  y,
  width: 10,
  height,
  radius: 1,
});
const frame = (y: number, height: number): Item => ({
  ...base,
  kind: 'frame',
  y,
  width: 10,
  height,
  radius: 1,
  stroke: 1,
});
const line = (y: number, dx: number, dy: number): Item => ({
  ...base,
  kind: 'line',
  y,
  dx,
  dy,
  width: 1,
  dash: 'solid',
});

function block(items: readonly Item[], more: Partial<Block> = {}): Block {
  return {
    width: 10,
    height: 100,
    decorations: items,
    lines: [],
    cuts: [],
    roles: [],
    headings: [],
    strings: [],
    absolutes: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    marginTop: 0,
    marginBottom: 0,
    ...more,
  };
}

const slice = (items: readonly Item[], from: number, to: number) =>
  decorationsOf({ block: block(items), x: 0, y: 0, from, to });

describe('a slice', () => {
  test('clips a fill, and leaves the cut sides open', () => {
    const whole = fill(10, 80);
    expect(slice([whole], 0, 40)).toEqual([{ ...whole, height: 30, open: 'bottom' }]);
    expect(slice([whole], 40, 60)).toEqual([{ ...whole, y: 40, height: 20, open: 'both' }]);
    expect(slice([whole], 60, 100)).toEqual([{ ...whole, y: 60, height: 30, open: 'top' }]);
    expect(slice([whole], 0, 95)).toEqual([whole]);
  });

  test('clips a frame likewise', () => {
    expect(slice([frame(10, 80)], 40, 60)).toEqual([{ ...frame(40, 20), open: 'both' }]);
  });

  test('leaves out what only touches it', () => {
    expect(slice([fill(0, 40)], 40, 60)).toEqual([]);
    expect(slice([fill(60, 10)], 40, 60)).toEqual([]);
  });

  test('clips an upright line', () => {
    expect(slice([line(10, 0, 80)], 40, 60)).toEqual([line(40, 0, 20)]);
    expect(slice([line(90, 0, -80)], 40, 60)).toEqual([line(40, 0, 20)]);
  });

  test('holds a level line on its upper edge, not on its lower one', () => {
    expect(slice([line(40, 10, 0), line(60, 10, 0)], 40, 60)).toEqual([line(40, 10, 0)]);
  });

  test('takes what stands in a line by its anchor, however far it hangs out', () => {
    const hanging = { content: { items: [fill(-7, 30)], links: [] }, x: 0, y: 45, anchor: 45 };
    const placed = { block: block([], { lines: [hanging] }), x: 0, y: 0 };
    expect(linesOf({ ...placed, from: 40, to: 60 })).toEqual([hanging]);
    expect(linesOf({ ...placed, from: 0, to: 40 })).toEqual([]);
    expect(linesOf({ ...placed, from: 60, to: 100 })).toEqual([]);
  });

  test('at an end of the block holds what hangs out of it', () => {
    const [above, below] = [line(-5, 10, 0), line(105, 10, 0)];
    expect(slice([above, below], 0, 50)).toEqual([above]);
    expect(slice([above, below], 50, 100)).toEqual([below]);
    expect(slice([above, below], 0, 100)).toEqual([above, below]);
  });

  test('holds headings by their top', () => {
    const heading = { level: 2, text: '見出し', y: 60, role: 0 } as const;
    const whole = block([], { headings: [heading] });
    const placed = { block: whole, x: 0, y: 0, from: 40, to: 60 };
    expect(headingsOf(placed)).toEqual([]);
    expect(headingsOf({ ...placed, from: 60, to: 80 })).toEqual([heading]);
  });
});
