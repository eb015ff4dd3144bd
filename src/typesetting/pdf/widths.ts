/** Takes character ids and their advances, gives the `W` array of a CIDFont (ISO 32000-1 §9.7.4.3), widths unrounded. */

/** The width that `W` need not name: that of most kanji. */
export const DEFAULT_WIDTH = 1000;

/** `width` in thousandths of the em. Ids must be sorted. */
export function widthArray(cids: Iterable<number>, width: (cid: number) => number): string {
  const parts: string[] = [];
  let next = -1;
  for (const cid of cids) {
    const value = width(cid);
    if (value === DEFAULT_WIDTH) continue;
    // A rounded width would move all that follows in a line: 0.3 thousandths on 40 glyphs are a visible gap.
    if (cid === next) parts.push(` ${value}`);
    else parts.push(next === -1 ? `${cid} [${value}` : `] ${cid} [${value}`);
    next = cid + 1;
  }
  return parts.length === 0 ? '[]' : `[${parts.join('')}]]`;
}
