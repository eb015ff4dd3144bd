/** Takes the width of a base and its ruby, gives how both are spread over the wider of the two (JLREQ 3.3.6). */

import { type Length, ZERO } from '../../../units.js';
import type { ResolvedCluster } from '../../fonts/face.js';
import type { Style } from '../../style/style.js';
import type { PlacedRubyGlyph } from './placed-reading.js';

export interface RubyGlyph {
  readonly resolved: ResolvedCluster;
  readonly advance: Length;
  readonly style: Style;
  readonly role: number;
}

export interface RubyFit {
  /** Room that the base gains at either edge and between its characters. */
  readonly edge: Length;
  readonly between: Length;
  /** From the left edge of the base's room. */
  readonly glyphs: readonly PlacedRubyGlyph[];
  /** Of the ruby text. */
  readonly size: Length;
}

export function fitRuby(baseWidth: Length, bases: number, glyphs: readonly RubyGlyph[]): RubyFit {
  const size = glyphs.reduce((most, { style }) => Math.max(most, style.fontSize), ZERO);
  const rubyWidth = glyphs.reduce((sum, { advance }) => sum + advance, ZERO);
  const ruby = spread(Math.max(baseWidth - rubyWidth, 0), glyphs.length, size);
  const base = spread(Math.max(rubyWidth - baseWidth, 0), bases, undefined);
  let x = ruby.edge;
  const placed = glyphs.map(({ resolved, advance, style, role }) => {
    const at = x;
    x += advance + ruby.between;
    return { resolved, style, role, x: at };
  });
  return { ...base, glyphs: placed, size };
}

/** Edges to inner room as 1:2; where the edges may hold `most` at most, the rest goes between. */
function spread(
  slack: Length,
  count: number,
  most: Length | undefined,
): { readonly edge: Length; readonly between: Length } {
  if (count <= 1) return { edge: Math.floor(slack / 2), between: ZERO };
  const even = Math.floor(slack / (2 * count));
  const edge = most === undefined ? even : Math.min(even, most);
  return { edge, between: Math.floor((slack - 2 * edge) / (count - 1)) };
}
