/**
 * Takes a font's cmap table, gives every variation sequence it holds, by selector and base (OpenType 1.9 §cmap, format 14).
 *
 * The default and the non-default list of a selector are independent: a base that the first lacks may stand in the
 * second. fontkit 2.0.4 does not look there, and prints 葛󠄀 as 葛.
 */

import { subtable } from './cmap-characters.js';

/** `glyphId` is undefined where the sequence looks like the base alone (default UVS). */
export type VisitVariation = (base: number, selector: number, glyphId: number | undefined) => void;

export function eachVariation(cmap: Buffer, visit: VisitVariation): void {
  const table = subtable(cmap, 14);
  if (table === undefined) return;
  const selectors = table.readUInt32BE(6);
  for (let i = 0; i < selectors; i += 1) {
    const record = 10 + i * 11;
    const selector = table.readUIntBE(record, 3);
    const defaults = table.readUInt32BE(record + 3);
    const others = table.readUInt32BE(record + 7);
    if (defaults !== 0) eachDefault(table, defaults, selector, visit);
    if (others !== 0) eachOther(table, others, selector, visit);
  }
}

function eachDefault(table: Buffer, at: number, selector: number, visit: VisitVariation): void {
  const ranges = table.readUInt32BE(at);
  for (let i = 0; i < ranges; i += 1) {
    const first = table.readUIntBE(at + 4 + i * 4, 3);
    const additional = table.readUInt8(at + 7 + i * 4);
    for (let base = first; base <= first + additional; base += 1) visit(base, selector, undefined);
  }
}

function eachOther(table: Buffer, at: number, selector: number, visit: VisitVariation): void {
  const mappings = table.readUInt32BE(at);
  for (let i = 0; i < mappings; i += 1) {
    const mapping = at + 4 + i * 5;
    visit(table.readUIntBE(mapping, 3), selector, table.readUInt16BE(mapping + 3));
  }
}
