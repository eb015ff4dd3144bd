import { describe, expect, test } from 'vitest';
import { charactersOf, inBlocks, splitFlow } from '../../bench/prepare/split-flow.mjs';
import type { Block, Paragraph, Table } from '../../bench/sheet.js';

const paragraph = (text: string): Paragraph => ({
  kind: 'paragraph',
  spans: [{ kind: 'text', text, face: 'regular', size: 10, color: '#000000' }],
  size: 10,
  leading: 1.5,
  after: 0,
  indent: 0,
});

const table = (...rows: readonly string[]): Table => ({
  kind: 'table',
  widths: [100],
  after: 0,
  indent: 0,
  rules: 'rows',
  rows: rows.map((text) => ({
    cells: [{ blocks: [paragraph(text)], columns: 1, padX: 0, padY: 0, gutter: 0 }],
  })),
});

const texts = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => texts(cell.blocks)))
      : block.kind === 'paragraph'
        ? block.spans.map((span) => (span.kind === 'text' ? span.text : ''))
        : [],
  );

describe('the pages of what is to be laid out', () => {
  test('are turned where annai turns them, between blocks', () => {
    const pages = splitFlow([paragraph('あいう'), paragraph('えお')], [3, 2]);
    expect(pages.map(texts)).toEqual([['あいう'], ['えお']]);
  });

  test('are turned between the rows of a table, and inside a paragraph', () => {
    const pages = splitFlow([table('いろ', 'は'), paragraph('に ほへと')], [2, 3, 2]);
    expect(pages.map(texts)).toEqual([['いろ'], ['は', 'に ほ'], ['へと']]);
  });

  test('lose no character', () => {
    const blocks = [paragraph('一 二'), table('三', '四五'), paragraph('六')];
    const pages = splitFlow(blocks, [1, 3, 2]);
    expect(inBlocks(pages.flat())).toBe(inBlocks(blocks));
    expect(charactersOf(paragraph('一　二'))).toBe(2);
  });
});
