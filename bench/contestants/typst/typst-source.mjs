// Takes the pages of a sheet, gives Typst source that calls the functions of sheet.typ.

/** @typedef {import('../../sheet.d.ts').Block} Block */
/** @typedef {import('../../sheet.d.ts').Span} Span */

const pt = (/** @type {number} */ value) => `${Math.round(value * 1000) / 1000}pt`;
const quoted = (/** @type {string} */ value) => `"${value.replace(/["\\]/g, '\\$&')}"`;
const list = (/** @type {readonly string[]} */ items) => `(${items.map((item) => `${item},`).join('')})`;

/** @param {readonly import('../../sheet.d.ts').FlowPage[]} pages */
export function typstSource(pages) {
  return pages
    .map(({ top, blocks, absolutes, folds, footer: [left, right] }) => {
      const marks = folds.map(({ x, y, width }) => `#fold(${pt(x)}, ${pt(y)}, ${pt(width)})`).join('');
      const placed = absolutes
        .map(
          (each) =>
            `#at(${pt(each.x - 45.354)}, ${pt(each.y - top)}, ${pt(each.width)})[${set(each.blocks)}]`,
        )
        .join('');
      return `#sheet-page(${pt(top)}, [${marks}], ${quoted(left)}, ${quoted(right)})[\n${placed}${set(blocks)}]\n`;
    })
    .join('');
}

/** @param {readonly Block[]} blocks */
const set = (blocks) => blocks.map((block) => `#${setBlock(block)}\n`).join('');

/** @param {Block} block @returns {string} */
function setBlock(block) {
  switch (block.kind) {
    case 'paragraph': {
      const { size, leading, after, indent, level, fill, bar, marker } = block;
      const words = setSpans(block.spans, size);
      const body = level === undefined ? `[${words}]` : `title(${level}, [${words}])`;
      const lines = `${pt(size)}, ${leading}, ${pt(after)}`;
      if (fill !== undefined) return `filled(rgb("${fill}"), ${lines}, ${body})`;
      if (bar !== undefined) return `barred(rgb("${bar}"), ${lines}, ${pt(indent)}, ${body})`;
      if (marker !== undefined) return `item([${setSpans(marker, size)}], ${lines}, ${pt(indent)}, ${body})`;
      return `p(${lines}, ${pt(indent)}, ${body})`;
    }
    case 'table': {
      const ruled = block.rules !== 'none';
      const cells = block.rows.flatMap((row) =>
        row.cells.map(({ columns, padX, padY, gutter, fill, blocks }) =>
          ruled
            ? `td(${columns}, ${pt(padX)}, ${pt(padY)}, ${fill === undefined ? 'none' : `rgb("${fill}")`})[${set(blocks)}]`
            : `cell(${columns}, ${pt(padX)}, ${pt(padY)}, ${pt(gutter)})[${set(blocks)}]`,
        ),
      );
      const name = { none: 'columns-of', rows: 'rows-of', grid: 'grid-of' }[block.rules];
      return `${name}(${pt(block.after)}, ${pt(block.indent)}, ${list(block.widths.map(pt))}, ${cells.join(', ')})`;
    }
    case 'panel':
      return `panel(rgb("${block.fill}"), ${pt(block.padX)}, ${pt(block.padY)}, ${pt(block.after)})[${set(block.blocks)}]`;
    case 'symbol': {
      const rectangles = block.rectangles.map((each) => `(${each.map(pt).join(',')})`).join(',');
      return `symbol(${pt(block.width)}, ${pt(block.height)}, ${pt(block.after)}, ${rectangles})`;
    }
    case 'reading-aid': {
      const rows = block.rows.map((row) =>
        list(
          row.map((group) =>
            list(group.map(({ character, reading }) => `(${quoted(character)},${quoted(reading)})`)),
          ),
        ),
      );
      return `aid(${[block.size, block.readingSize, block.box, block.gap, block.after].map(pt).join(', ')}, ${rows.join(', ')})`;
    }
    case 'rule':
      return `rule(${pt(block.width)}, ${pt(block.after)})`;
    case 'gap':
      return `v(${pt(block.height)})`;
  }
}

/** @param {readonly Span[]} spans @param {number} size */
function setSpans(spans, size) {
  return spans
    .map((span) => {
      if (span.kind === 'tick') return `#tick(${pt(span.size)})`;
      if (span.kind === 'break') return '#linebreak()';
      const name = { regular: '', bold: 'b', mono: 'm', 'mono-bold': 'mb' }[span.face];
      const words = name === '' ? quoted(span.text) : `${name}(${quoted(span.text)})`;
      const other = [
        ...(span.size === size ? [] : [`size: ${pt(span.size)}`]),
        ...(span.color === '#000000' ? [] : [`fill: rgb("${span.color}")`]),
      ];
      return other.length === 0 ? `#${words};` : `#text(${other.join(', ')}, ${words})`;
    })
    .join('');
}
