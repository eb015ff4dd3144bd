// Takes the pages of a sheet, gives them as HTML for a browser.

/** @typedef {import('../../sheet.d.ts').Block} Block */
/** @typedef {import('../../sheet.d.ts').Span} Span */
/** @typedef {import('../../sheet.d.ts').FlowPage} FlowPage */

const FACES = { regular: '', bold: 'b', mono: 'm', 'mono-bold': 'mb' };

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const pt = (/** @type {number} */ value) => `${Math.round(value * 1000) / 1000}pt`;

/** @param {(face: import('../../sheet.d.ts').FaceName) => string} url */
export const styleSheet = (url) => `
@font-face { font-family: Gothic; src: url("${url('regular')}") }
@font-face { font-family: Gothic; font-weight: bold; src: url("${url('bold')}") }
@font-face { font-family: Mono; src: url("${url('mono')}") }
@font-face { font-family: Mono; font-weight: bold; src: url("${url('mono-bold')}") }
@page { size: A4; margin: 0 }
* { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
body { font: 10.5pt Gothic; line-break: strict; print-color-adjust: exact }
.page { position: relative; box-sizing: border-box; width: 210mm; height: 296.9mm; overflow: hidden; padding: 0 16mm; break-after: page }
.page:last-child { break-after: auto }
footer { position: absolute; left: 16mm; right: 16mm; bottom: 6mm; display: flex; justify-content: space-between; font-size: 8.5pt; color: #333333 }
.absolute { position: absolute }
.b, .mb { font-weight: bold }
.m, .mb { font-family: Mono }
.tick { display: inline-block; width: 0.8em; height: 0.8em; border: 0.06em solid; border-radius: 0.08em }
.item { display: flex }
.item > :first-child { flex: none }
table { border-collapse: collapse; table-layout: fixed }
td { vertical-align: top }
.rows td { border: solid #8aa0b4; border-width: 0.57pt 0 }
.grid td { border: 0.57pt solid #8aa0b4 }
svg { display: block }
.aid { display: flex }
.aid div { text-align: center }
.aid span { display: block; box-sizing: border-box; border: 0.04em solid; border-radius: 0.1em; line-height: 1.3 }
`;

/** @param {readonly FlowPage[]} pages */
export const pagesHtml = (pages) =>
  pages
    .map(
      ({ top, blocks, absolutes, folds, footer: [left, right] }) =>
        `<div class="page" style="padding-top:${pt(top)}">${absolutes
          .map(
            (each) =>
              `<div class="absolute" style="left:${pt(each.x)};top:${pt(each.y)};width:${pt(each.width)}">${set(each.blocks)}</div>`,
          )
          .join('')}${folds
          .map(
            ({ x, y, width }) =>
              `<div class="absolute" style="left:${pt(x)};top:${pt(y)};width:${pt(width)};border-top:0.57pt solid #999999"></div>`,
          )
          .join(
            '',
          )}${set(blocks)}<footer><span>${escaped(left)}</span><span>${escaped(right)}</span></footer></div>`,
    )
    .join('');

/** @param {readonly Block[]} blocks */
const set = (blocks) => blocks.map(setBlock).join('');

/** @param {Block} block @returns {string} */
function setBlock(block) {
  switch (block.kind) {
    case 'paragraph': {
      const { size, leading, after, indent, fill, bar, marker, level } = block;
      const tag = level === undefined ? 'p' : `h${level}`;
      const words = setSpans(block.spans, size);
      const base = `font-size:${pt(size)};line-height:${leading};margin-bottom:${pt(after)}`;
      if (fill !== undefined)
        return `<${tag} style="${base};background:${fill};padding:1mm 3mm">${words}</${tag}>`;
      if (bar !== undefined)
        return `<${tag} style="${base};border-left:1.6mm solid ${bar};padding-left:${pt(indent - 4.5)}">${words}</${tag}>`;
      if (marker === undefined) return `<${tag} style="${base};padding-left:${pt(indent)}">${words}</${tag}>`;
      const width = 1.3 * size;
      return `<div class="item" style="${base};padding-left:${pt(Math.max(indent - width, 0))}"><div style="width:${pt(width)}">${setSpans(marker, size)}</div><p>${words}</p></div>`;
    }
    case 'table': {
      const { widths, rows, rules } = block;
      const columns = widths.map((width) => `<col style="width:${pt(width)}">`).join('');
      const body = rows
        .map(
          ({ cells }) =>
            `<tr>${cells
              .map(
                ({ blocks, columns: span, padX, padY, gutter, fill }) =>
                  `<td colspan="${span}" style="padding:${pt(padY)} ${pt(padX + gutter)} ${pt(padY)} ${pt(padX)}${fill === undefined ? '' : `;background:${fill}`}">${set(blocks)}</td>`,
              )
              .join('')}</tr>`,
        )
        .join('');
      const width = widths.reduce((sum, each) => sum + each, 0);
      return `<table class="${rules}" style="width:${pt(width)};margin-left:${pt(block.indent)};margin-bottom:${pt(block.after)}"><colgroup>${columns}</colgroup>${body}</table>`;
    }
    case 'panel':
      return `<div style="background:${block.fill};padding:${pt(block.padY)} ${pt(block.padX)};margin-bottom:${pt(block.after)}">${set(block.blocks)}</div>`;
    case 'symbol': {
      const d = block.rectangles.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h${-w}z`).join('');
      return `<svg width="${pt(block.width)}" height="${pt(block.height)}" viewBox="0 0 ${block.width} ${block.height}"><path d="${d}"/></svg>`;
    }
    case 'reading-aid': {
      const { size, readingSize, box, gap, rows, after } = block;
      const lines = rows.map((row) => {
        const groups = row.flatMap((group) => [
          ...group.map(
            ({ character, reading }) =>
              `<div style="width:${pt(box)};font-size:${pt(readingSize)}"><span class="mb" style="font-size:${pt(size)}">${escaped(character)}</span>${escaped(reading)}</div>`,
          ),
          `<div style="width:${pt(gap)}"></div>`,
        ]);
        return `<div class="aid" style="margin-bottom:${pt(0.6 * readingSize)}">${groups.join('')}</div>`;
      });
      return `<div style="margin-bottom:${pt(after)}">${lines.join('')}</div>`;
    }
    case 'rule':
      return `<div style="border-bottom:${pt(block.width)} solid #0f4c81;margin-bottom:${pt(block.after)}"></div>`;
    case 'gap':
      return `<div style="height:${pt(block.height)}"></div>`;
  }
}

/** @param {readonly Span[]} spans @param {number} size */
function setSpans(spans, size) {
  return spans
    .map((span) => {
      if (span.kind === 'tick') return '<span class="tick"></span>';
      if (span.kind === 'break') return '<br>';
      const style = [
        ...(span.size === size ? [] : [`font-size:${pt(span.size)}`]),
        ...(span.color === '#000000' ? [] : [`color:${span.color}`]),
      ];
      const face = FACES[span.face];
      if (face === '' && style.length === 0) return escaped(span.text);
      return `<span${face === '' ? '' : ` class="${face}"`}${style.length === 0 ? '' : ` style="${style.join(';')}"`}>${escaped(span.text)}</span>`;
    })
    .join('');
}
