/** Takes plain text, gives it as layout would hand it to paint, without any line breaking: what these tests need of layout. */

import { collectGraphemes } from 'unicode-segmenter/grapheme';
import type { Face, FontChain } from '../../../src/typesetting/fonts/face.js';
import type { Block, GlyphRun, Item } from '../../../src/typesetting/layout/block.js';
import type { Page } from '../../../src/typesetting/layout/page.js';
import type { RoleNode } from '../../../src/typesetting/style/box.js';
import { fromFontUnits, mm } from '../../../src/units.js';

/** A run for each stretch of one face, from x on the baseline y, with the faces' own advances. */
export function setText(
  text: string,
  chain: FontChain,
  x: number,
  y: number,
  size: number,
  role = 0,
): readonly GlyphRun[] {
  const runs: { face: Face; x: number; cids: number[]; offsets: number[] }[] = [];
  let pen = x;
  for (const cluster of collectGraphemes(text)) {
    const resolved = chain.resolve(cluster);
    if (resolved === undefined) throw new Error(`no face for ${cluster}`);
    const { face, cids } = resolved;
    let run = runs.at(-1);
    if (run?.face !== face) {
      run = { face, x: pen, cids: [], offsets: [] };
      runs.push(run);
    }
    for (const cid of cids) {
      run.cids.push(cid);
      run.offsets.push(pen - run.x);
      pen += fromFontUnits(face.advance(cid), face.unitsPerEm, size);
    }
  }
  return runs.map((run) => ({ kind: 'glyphs', y, role, size, color: '#000000', ...run }));
}

export function blockOf(
  items: readonly Item[],
  roles: readonly RoleNode[] = [{ role: 'P', parent: -1 }],
  rest: Partial<Block> = {},
): Block {
  return {
    width: mm(170),
    height: mm(257),
    decorations: items,
    lines: [],
    roles,
    cuts: [],
    headings: [],
    strings: [],
    absolutes: [],
    breakBefore: 'auto',
    breakAfter: 'auto',
    marginTop: 0,
    marginBottom: 0,
    ...rest,
  };
}

/** A4 with margins of 20 mm. */
export function pageOf(...blocks: readonly Block[]): Page {
  return {
    width: mm(210),
    height: mm(297),
    placed: blocks.map((block) => ({ block, x: mm(20), y: mm(20), from: 0, to: block.height })),
    furniture: [],
  };
}
