// Takes the blocks of a sheet and how many characters stand on each page of annai's, gives the blocks of each page. So every
// contestant turns the page where annai does, as an author's page break would have it, and all sheets have the same pages.

/** @typedef {import('../sheet.d.ts').Block} Block */
/** @typedef {import('../sheet.d.ts').Span} Span */

/** @param {string} text */
const count = (text) => text.replace(/\s/gu, '').length;

/** @param {readonly Span[]} spans */
const inSpans = (spans) =>
  spans.reduce((sum, span) => sum + (span.kind === 'text' ? count(span.text) : 0), 0);

/** @param {Block} block @returns {number} */
export function charactersOf(block) {
  if (block.kind === 'paragraph') return inSpans(block.spans) + inSpans(block.marker ?? []);
  if (block.kind === 'panel') return inBlocks(block.blocks);
  if (block.kind === 'table') {
    return block.rows.flatMap(({ cells }) => cells).reduce((sum, { blocks }) => sum + inBlocks(blocks), 0);
  }
  if (block.kind === 'reading-aid') {
    return block.rows.flat(2).reduce((sum, { character, reading }) => sum + count(character + reading), 0);
  }
  return 0;
}

/** @param {readonly Block[]} blocks */
export const inBlocks = (blocks) => blocks.reduce((sum, block) => sum + charactersOf(block), 0);

/** @param {readonly Block[]} flow @param {readonly number[]} characters @returns {Block[][]} */
export function splitFlow(flow, characters) {
  /** @type {Block[][]} */
  const pages = [];
  let rest = flow;
  for (const limit of characters.slice(0, -1)) {
    const [here, next] = splitBlocks(rest, limit);
    pages.push(here);
    rest = next;
  }
  return [...pages, [...rest]];
}

/** @param {readonly Block[]} blocks @param {number} limit @returns {[Block[], Block[]]} */
function splitBlocks(blocks, limit) {
  let left = limit;
  for (const [index, block] of blocks.entries()) {
    const characters = charactersOf(block);
    if (left === 0 && characters > 0) return [blocks.slice(0, index), blocks.slice(index)];
    if (characters > left) {
      const [head, tail] = splitBlock(block, left);
      return [
        [...blocks.slice(0, index), ...head],
        [...tail, ...blocks.slice(index + 1)],
      ];
    }
    left -= characters;
  }
  return [[...blocks], []];
}

/** @param {Block} block @param {number} limit @returns {[Block[], Block[]]} */
function splitBlock(block, limit) {
  if (block.kind === 'paragraph') {
    const { marker, ...rest } = block;
    const [head, tail] = splitSpans(block.spans, limit - inSpans(marker ?? []));
    return [[{ ...block, spans: head }], [{ ...rest, spans: tail }]];
  }
  if (block.kind === 'panel') {
    const [head, tail] = splitBlocks(block.blocks, limit);
    return [[{ ...block, blocks: head }], [{ ...block, blocks: tail }]];
  }
  if (block.kind === 'table') {
    let left = limit;
    for (const [index, row] of block.rows.entries()) {
      const characters = row.cells.reduce((sum, { blocks }) => sum + inBlocks(blocks), 0);
      if (left < characters || (left === 0 && characters > 0)) {
        const [above, below] = [block.rows.slice(0, index), block.rows.slice(index)];
        if (left === 0) return [[{ ...block, rows: above }], [{ ...block, rows: below }]];
        const [cell, ...others] = row.cells;
        if (cell === undefined || others.length > 0)
          throw new Error('bench: a page ends inside a row of several cells');
        const [head, tail] = splitBlocks(cell.blocks, left);
        return [
          [{ ...block, rows: [...above, { cells: [{ ...cell, blocks: head }] }] }],
          [{ ...block, rows: [{ cells: [{ ...cell, blocks: tail }] }, ...below.slice(1)] }],
        ];
      }
      left -= characters;
    }
  }
  throw new Error(`bench: a page ends inside a ${block.kind}`);
}

/** @param {readonly Span[]} spans @param {number} limit @returns {[Span[], Span[]]} */
function splitSpans(spans, limit) {
  let left = limit;
  for (const [index, span] of spans.entries()) {
    if (span.kind !== 'text') continue;
    const characters = count(span.text);
    if (characters > left) {
      let at = 0;
      while (count(span.text.slice(0, at)) < left) at += 1;
      return [
        [...spans.slice(0, index), { ...span, text: span.text.slice(0, at) }],
        [{ ...span, text: span.text.slice(at) }, ...spans.slice(index + 1)],
      ];
    }
    left -= characters;
  }
  return [[...spans], []];
}
