// Takes the pages of sheets, gives pdfmake's document definition.

/** @typedef {import('../../sheet.d.ts').Block} Block */
/** @typedef {import('../../sheet.d.ts').Span} Span */
/** @typedef {import('../../sheet.d.ts').FlowPage} FlowPage */
/** @typedef {Record<string, unknown>} Node */

const ACCENT = '#0f4c81';
const HAIRLINE = '#8aa0b4';
const SIDE = 45.354;

/** @param {readonly FlowPage[]} pages */
export function documentDefinition(pages) {
  return {
    pageSize: 'A4',
    pageMargins: [SIDE, pages[0]?.top ?? 0, SIDE, SIDE],
    defaultStyle: { font: 'Gothic', fontSize: 10.5 },
    info: { title: 'メールソフト設定のご案内' },
    content: pages.map(({ blocks, absolutes, folds }, index) => ({
      ...(index > 0 ? { pageBreak: 'before' } : {}),
      stack: [
        ...folds.map(({ x, y, width }) => ({
          canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.57, lineColor: '#999999' }],
          absolutePosition: { x, y },
        })),
        ...absolutes.map(({ x, y, width, blocks: placed }) => ({
          columns: [{ width, stack: placed.map(setBlock) }],
          absolutePosition: { x, y },
        })),
        ...blocks.map(setBlock),
      ],
    })),
    footer: (/** @type {number} */ page) => {
      const [left = '', right = ''] = pages[page - 1]?.footer ?? [];
      return {
        fontSize: 8.5,
        color: '#333333',
        margin: [SIDE, 17, SIDE, 0],
        columns: [{ text: left }, { text: right, alignment: 'right', width: 'auto' }],
      };
    },
  };
}

const none = () => 0;
const bare = {
  hLineWidth: none,
  vLineWidth: none,
  paddingLeft: none,
  paddingRight: none,
  paddingTop: none,
  paddingBottom: none,
};
const ruled = { ...bare, hLineWidth: () => 0.57, hLineColor: () => HAIRLINE };
const LAYOUTS = {
  none: bare,
  rows: ruled,
  grid: { ...ruled, vLineWidth: () => 0.57, vLineColor: () => HAIRLINE },
};

/** @param {string} fill @param {readonly number[]} margin @param {readonly Node[]} stack @returns {Node} */
const filled = (fill, margin, stack) => ({
  layout: bare,
  table: { widths: ['*'], body: [[{ stack, margin, fillColor: fill }]] },
});

/** @param {Block} block @returns {Node} */
function setBlock(block) {
  switch (block.kind) {
    case 'paragraph': {
      const { size, leading, after, indent, fill, bar, marker, spans } = block;
      const half = 0.5;
      // pdfmake's lines are as high as the font says: those of the mono face are higher.
      const mono = spans.some((span) => span.kind === 'text' && span.face.startsWith('mono'));
      const [first, ...rest] = spans;
      const tick = marker?.[0] ?? (first?.kind === 'tick' ? first : undefined);
      const words = {
        text: (first?.kind === 'tick' ? rest : spans).map((span) => setSpan(span)),
        fontSize: size,
        lineHeight: mono ? 1 : Math.min(leading, 1.3),
      };
      if (fill !== undefined)
        return { ...filled(fill, [8.5, 3.4, 8.5, 1], [words]), margin: [0, 0, 0, after] };
      if (bar !== undefined) {
        return {
          layout: {
            ...bare,
            vLineWidth: (/** @type {number} */ line) => (line === 0 ? 4.5 : 0),
            vLineColor: () => bar,
          },
          table: { widths: ['*'], body: [[{ ...words, margin: [indent - 4.5, half, 0, 0] }]] },
          margin: [0, 0, 0, after],
        };
      }
      if (tick === undefined) return { ...words, margin: [indent, half, 0, after] };
      const width = 1.3 * size;
      return {
        margin: [Math.max(indent - width, 0), half, 0, after],
        columns: [
          tick.kind === 'tick'
            ? {
                width,
                canvas: [{ type: 'rect', x: 0.5, y: 1, w: size * 0.9, h: size * 0.9, r: 1, lineWidth: 0.63 }],
              }
            : { width, text: [setSpan(tick)], fontSize: size },
          { width: '*', ...words },
        ],
      };
    }
    case 'table': {
      const body = block.rows.map(({ cells }) =>
        cells.flatMap(({ blocks, columns, padX, padY, gutter, fill }) => [
          {
            stack: blocks.map(setBlock),
            colSpan: columns,
            margin: [padX, padY, padX + gutter, padY],
            ...(fill === undefined ? {} : { fillColor: fill }),
          },
          ...Array.from({ length: columns - 1 }, () => ({})),
        ]),
      );
      return {
        layout: LAYOUTS[block.rules],
        table: { widths: [...block.widths], body },
        margin: [block.indent, 0, 0, block.after],
      };
    }
    case 'panel':
      return {
        ...filled(block.fill, [block.padX, block.padY, block.padX, block.padY], block.blocks.map(setBlock)),
        margin: [0, 0, 0, block.after],
      };
    case 'symbol':
      return {
        canvas: block.rectangles.map(([x, y, w, h]) => ({ type: 'rect', x, y, w, h, color: '#000000' })),
        margin: [0, 0, 0, block.after],
      };
    case 'reading-aid': {
      const { size, readingSize, box, gap, rows, after } = block;
      const height = 1.4 * size;
      return {
        margin: [0, 0, 0, after],
        stack: rows.map((row) => ({
          margin: [0, 0, 0, 0.8 * readingSize],
          columns: row.flatMap((group) => [
            ...group.map(({ character, reading }) => ({
              width: box,
              stack: [
                {
                  canvas: [
                    { type: 'rect', x: 0, y: 0, w: box, h: height, r: 0.1 * size, lineWidth: 0.04 * size },
                  ],
                },
                {
                  text: character,
                  font: 'Mono',
                  bold: true,
                  fontSize: size,
                  alignment: 'center',
                  margin: [0, 0.1 * size - height, 0, 0],
                },
                { text: reading, fontSize: readingSize, alignment: 'center', margin: [0, 0.1 * size, 0, 0] },
              ],
            })),
            { width: gap, text: '' },
          ]),
        })),
      };
    }
    case 'rule':
      return {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 504.5, y2: 0, lineWidth: block.width, lineColor: ACCENT }],
        margin: [0, 0, 0, block.after],
      };
    case 'gap':
      return { stack: [], margin: [0, block.height, 0, 0] };
  }
}

/** @param {Span} span @returns {Node} */
function setSpan(span) {
  if (span.kind !== 'text') return { text: span.kind === 'break' ? '\n' : '' };
  return {
    text: span.text,
    fontSize: span.size,
    color: span.color,
    ...(span.face.startsWith('mono') ? { font: 'Mono' } : {}),
    ...(span.face.endsWith('bold') ? { bold: true } : {}),
  };
}
