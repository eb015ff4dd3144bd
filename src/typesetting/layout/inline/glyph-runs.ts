/** Takes glyphs and objects in reading order, gives items: glyphs of one face, size, colour, role and baseline as one run. */

import { fromFontUnits, type Length } from '../../../units.js';
import type { Face, ResolvedCluster } from '../../fonts/face.js';
import type { Style } from '../../style/style.js';
import type { Item } from '../block.js';

interface OpenRun {
  readonly kind: 'run';
  readonly face: Face;
  readonly style: Style;
  readonly role: number;
  readonly x: Length;
  readonly y: Length;
  readonly cids: number[];
  readonly offsets: Length[];
}

export function glyphRuns() {
  const sequence: (OpenRun | Item)[] = [];
  return {
    /** `x` is the origin of the cluster's first glyph; further glyphs follow by their advances. */
    add({ face, cids }: ResolvedCluster, x: Length, y: Length, style: Style, role: number): void {
      let run = sequence.at(-1);
      if (run?.kind !== 'run' || !continues(run, face, y, style, role)) {
        run = { kind: 'run', face, style, role, x, y, cids: [], offsets: [] };
        sequence.push(run);
      }
      let offset = x - run.x;
      for (const [n, cid] of cids.entries()) {
        run.cids.push(cid);
        run.offsets.push(offset);
        if (n < cids.length - 1) offset += fromFontUnits(face.advance(cid), face.unitsPerEm, style.fontSize);
      }
    },
    addObject(item: Item): void {
      sequence.push(item);
    },
    finish(): readonly Item[] {
      return sequence.map((part) => {
        if (part.kind !== 'run') return part;
        const { face, style, role, x, y, cids, offsets } = part;
        return { kind: 'glyphs', face, size: style.fontSize, color: style.color, role, x, y, cids, offsets };
      });
    },
  };
}

function continues(run: OpenRun, face: Face, y: Length, style: Style, role: number): boolean {
  return (
    run.face === face &&
    run.role === role &&
    run.y === y &&
    run.style.fontSize === style.fontSize &&
    run.style.color === style.color
  );
}
