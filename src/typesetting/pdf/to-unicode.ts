/** Takes character ids and their texts, gives the CMap that brings the text back on copying (ISO 32000-1 §9.10.3). */

import { fourDigits, utf16Hex } from './string-syntax.js';

/** A block of a CMap holds at most a hundred entries. */
const BLOCK = 100;

export const toUnicodeCMap = (cids: Cids, text: (cid: number) => string): string =>
  toUnicodeBegin(cids, text) + toUnicodeEnd([], text);

type Cids = readonly number[] | Uint16Array;

/** Its beginning, with these. */
export function toUnicodeBegin(cids: Cids, text: (cid: number) => string): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
  ];
  return [...lines, ...blocks(cids, text), ''].join('\n');
}

/** Its end, with these before it. */
export const toUnicodeEnd = (cids: Cids, text: (cid: number) => string): string =>
  [...blocks(cids, text), 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'].join(
    '\n',
  );

function blocks(cids: Cids, text: (cid: number) => string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < cids.length; start += BLOCK) {
    const block = cids.slice(start, start + BLOCK);
    lines.push(`${block.length} beginbfchar`);
    for (const cid of block) lines.push(`<${fourDigits(cid)}> <${utf16Hex(text(cid))}>`);
    lines.push('endbfchar');
  }
  return lines;
}
