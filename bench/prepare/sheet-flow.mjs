// Takes the HTML of a sheet, gives its paragraphs, tables and symbols for the contestants that lay out: the words, sizes, columns
// and rules of the shipped style sheet, with as much of its finer composition as a plain layout engine has.

/** @typedef {import('../../src/typesetting/markup/element.js').Element} Element */
/** @typedef {import('../../src/typesetting/markup/element.js').Node} Node */
/** @typedef {import('../sheet.d.ts').Block} Block */
/** @typedef {import('../sheet.d.ts').Span} Span */
/** @typedef {import('../sheet.d.ts').Cell} Cell */
/** @typedef {import('../sheet.d.ts').Row} Row */
/** @typedef {import('../sheet.d.ts').FaceName} FaceName */
/** @typedef {import('./inside.mjs').Inside} Inside */

/**
 * @typedef {object} Look
 * @property {number} width
 * @property {number} rem
 * @property {number} size
 * @property {number} leading
 * @property {boolean} bold
 * @property {boolean} mono
 * @property {string} color
 * @property {boolean} large
 * @property {boolean} [boldIdentifiers]
 * @property {boolean} [compared]
 */

export const mm = (/** @type {number} */ millimetres) => (millimetres * 72) / 25.4;
export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(16),
  right: mm(16),
  top: mm(12),
  bottom: mm(16),
};
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const INK = '#000000';
const ACCENT = '#0f4c81';
const TINT = '#e8eff6';
/** Somewhat closer than annai's 1.6: no contestant has to close up a page to hold what annai holds. */
const LEADING = 1.4;
const CIRCLED_ONE = 0x2460;
const GROUP = 4;

const PHRASING = new Set(['strong', 'em', 'small', 'span', 'br', 'a', 'tick']);

/**
 * @param {string} html
 * @param {Inside} inside
 * @returns {{ flow: Block[], absolutes: { x: number, y: number, width: number, blocks: Block[] }[], folds: { x: number, y: number, width: number }[], top: number }}
 */
export function sheetFlow(html, inside) {
  /** @type {{ x: number, y: number, width: number, blocks: Block[] }[]} */
  const absolutes = [];
  /** @type {{ x: number, y: number, width: number }[]} */
  const folds = [];
  /** @type {Block[]} */
  const flow = [];
  for (const source of inside.splitSections(html, 'sheet.html')) {
    const section = inside.parseSection(source);
    const large = hasClass(section, 'large');
    const rem = large ? 14 : 10.5;
    /** @type {Look} */
    const look = {
      width: TEXT_WIDTH,
      rem,
      size: rem,
      leading: LEADING,
      bold: false,
      mono: false,
      color: INK,
      large,
    };
    const post = hasClass(section, 'post');
    for (const aside of elements(section).filter(({ tag }) => tag === 'aside')) {
      if (hasClass(aside, 'fold'))
        folds.push({ x: mm(5), y: mm(hasClass(aside, 'fold-one') ? 99 : 198), width: mm(4) });
      else {
        const width = mm(post ? 86 : 85);
        const blocks = setBlocks(aside.children, { ...look, width, leading: 1.3 }, inside);
        absolutes.push({ x: mm(post ? 32 : 20), y: mm(post ? 30 : 14), width, blocks });
      }
    }
    const rest = section.children.filter((node) => node.kind === 'text' || node.tag !== 'aside');
    const blocks = setBlocks(rest, look, inside);
    if (hasClass(section, 'cautions')) {
      flow.push({
        kind: 'panel',
        fill: TINT,
        padX: mm(4),
        padY: mm(1.5),
        width: TEXT_WIDTH,
        blocks,
        after: 0,
      });
    } else flow.push(...blocks);
    // The title stands below the window of the envelope.
    if (post) flow.push({ kind: 'gap', height: mm(16) });
    if (hasClass(section, 'opening')) flow.push({ kind: 'rule', width: 0.85, after: 0 });
    flow.push({ kind: 'gap', height: mm(2) });
  }
  return { flow, absolutes, folds, top: mm(12) };
}

/** @param {readonly Node[]} nodes @param {Look} look @param {Inside} inside @returns {Block[]} */
function setBlocks(nodes, look, inside) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Node[]} */
  let line = [];
  const close = () => {
    const spans = setSpans(line, look);
    line = [];
    if (spans.length > 0) blocks.push(paragraph(spans, look));
  };
  for (const node of nodes) {
    if (node.kind === 'text' || PHRASING.has(node.tag)) line.push(node);
    else {
      close();
      blocks.push(...setElement(node, look, inside));
    }
  }
  close();
  return blocks;
}

/**
 * @param {Span[]} spans
 * @param {Look} look
 * @param {Partial<import('../sheet.d.ts').Paragraph>} [more]
 * @returns {import('../sheet.d.ts').Paragraph}
 */
const paragraph = (spans, look, more = {}) => ({
  kind: 'paragraph',
  spans,
  size: look.size,
  leading: look.leading,
  after: 0,
  indent: 0,
  ...more,
});

/** @param {Element} element @param {Look} look @param {Inside} inside @returns {Block[]} */
function setElement(element, look, inside) {
  const { tag } = element;
  if (tag === 'h1' || tag === 'h2' || tag === 'h3') return [setHeading(element, look)];
  if (tag === 'p') return setParagraph(element, look, inside);
  if (tag === 'ul' || tag === 'ol') return setList(element, look, inside);
  if (tag === 'table') return [setTable(element, look, inside)];
  if (tag === 'reading-aid') return [setReadingAid(element, look)];
  if (tag === 'qr') {
    const width = mm(look.large ? 25 : 20);
    const rectangles = inside.qrRectangles(element.attributes.text ?? '', inside.pt(width));
    return [symbol(width, width, rectangles, inside)];
  }
  throw new Error(`bench: <${tag}> is new: teach sheet-flow.mjs`);
}

/** @param {number} width @param {number} height @param {readonly (readonly number[])[]} rectangles @param {Inside} inside @returns {Block} */
const symbol = (width, height, rectangles, { toPt }) => ({
  kind: 'symbol',
  width,
  height,
  rectangles: rectangles.map(([x = 0, y = 0, wide = 0, high = 0]) => [
    toPt(x),
    toPt(y),
    toPt(wide),
    toPt(high),
  ]),
  after: 0,
});

/** @param {Element} element @param {Look} look */
function setHeading(element, look) {
  const level = /** @type {1 | 2 | 3} */ (Number(element.tag.slice(1)));
  const size = look.rem * ([0, 1.9, 1.2, 1][level] ?? 1);
  const onAccent = level === 2 && elements(element).some((child) => hasClass(child, 'subtitle'));
  const inner = { ...look, size, bold: true, leading: 1.35, color: onAccent ? '#ffffff' : ACCENT };
  return paragraph(setSpans(element.children, inner), inner, {
    level,
    after: mm(1),
    indent: level === 2 ? mm(3.5) : 0,
    ...(onAccent ? { fill: ACCENT } : level === 2 ? { bar: ACCENT } : {}),
  });
}

/** @param {Element} element @param {Look} look @param {Inside} inside @returns {Block[]} */
function setParagraph(element, look, inside) {
  const barcode = elements(element).find(({ tag }) => tag === 'customer-barcode');
  if (barcode !== undefined) {
    const { width, height, rectangles } = inside.barcodeRectangles(barcode.attributes.codes ?? '', 10);
    return [
      { kind: 'gap', height: mm(2) },
      symbol(inside.toPt(width), inside.toPt(height), rectangles, inside),
    ];
  }
  const warning = hasClass(element, 'warning');
  const size = hasClass(element, 'name') ? 15 : hasClass(element, 'postal-code') ? 12 : look.size;
  const base = hasClass(element, 'note') ? inlineLook(element, look) : { ...look, size };
  const inner = {
    ...base,
    bold: base.bold || warning,
    mono: base.mono || hasClass(element, 'identifier'),
  };
  const spans = setSpans(element.children, inner);
  if (spans.length === 0) return [];
  return [paragraph(spans, inner, warning ? { bar: INK, indent: mm(4), after: mm(1) } : {})];
}

/** @param {Element} list @param {Look} look @param {Inside} inside @returns {Block[]} */
function setList(list, look, inside) {
  const checks = hasClass(list, 'checks');
  const indent = look.rem * 1.3;
  return elements(list).flatMap((item, index) => {
    const mark = list.tag === 'ol' ? String.fromCodePoint(CIRCLED_ONE + index) : '・';
    const [first, ...rest] = setBlocks(item.children, { ...look, width: look.width - indent }, inside);
    if (first?.kind !== 'paragraph') throw new Error('bench: a list item that begins with no words');
    const tick = checks ? first.spans.slice(0, 1) : [text(mark, look)];
    const spans = checks ? first.spans.slice(1) : first.spans;
    return [
      { ...first, spans, marker: tick, indent: indent + first.indent, after: mm(0.5) },
      ...rest.map((block) => shifted(block, indent)),
    ];
  });
}

/** @param {Block} block @param {number} by @returns {Block} */
const shifted = (block, by) => ('indent' in block ? { ...block, indent: block.indent + by } : block);

/** @param {Element} table @param {Look} look @param {Inside} inside @returns {import('../sheet.d.ts').Table} */
function setTable(table, look, inside) {
  const kind = (table.attributes.class ?? '').split(' ')[0] ?? '';
  const rows = elements(table).flatMap((part) => elements(part));
  const count = Math.max(...rows.map((row) => elements(row).reduce((sum, cell) => sum + columnsOf(cell), 0)));
  const indent = kind === 'sender' ? look.width - mm(look.large ? 80 : 70) : 0;
  const outer = look.width - indent;
  const widths = columnWidths(kind, outer, count, look, rows);
  const [padX, padY] =
    kind === 'settings'
      ? [mm(1.5), mm(0.4)]
      : kind === 'compare'
        ? [mm(3), mm(1.2)]
        : kind === 'device-list'
          ? [mm(1), mm(0.6)]
          : [0, 0];
  return {
    kind: 'table',
    widths,
    indent,
    after: mm(1),
    rules: kind === 'settings' || kind === 'device-list' ? 'rows' : kind === 'compare' ? 'grid' : 'none',
    rows: rows.map((row) => {
      let at = 0;
      return {
        cells: elements(row).map((cell) => {
          const columns = columnsOf(cell);
          const width = widths.slice(at, at + columns).reduce((sum, each) => sum + each, 0);
          at += columns;
          const gutter = kind === 'columns' && count > 1 ? mm(4) : 0;
          const inner = { ...cellLook(cell, kind, look), width: width - gutter - 2 * padX };
          return {
            blocks: setBlocks(cell.children, inner, inside),
            columns,
            padX,
            padY,
            gutter,
            ...(kind === 'compare' && cell.tag === 'th' ? { fill: ACCENT } : {}),
            ...(cell.tag === 'th' ? { header: /** @type {const} */ (true) } : {}),
          };
        }),
      };
    }),
  };
}

/** @param {string} kind @param {number} width @param {number} count @param {Look} look @param {readonly Element[]} rows */
function columnWidths(kind, width, count, look, rows) {
  const first = (/** @type {number} */ points) => [points, width - points];
  if (kind === 'sender') return first(look.rem * 5.6);
  if (kind === 'contacts') return first(look.rem * 3.6);
  if (kind === 'reach') return [width - mm(look.large ? 29 : 24), mm(look.large ? 29 : 24)].slice(0, count);
  if (kind === 'device-list') {
    const [done, last] = [look.rem * 5.2, look.rem * 6.2];
    return count === 3 ? [done, width - done - last, last] : first(done);
  }
  if (kind === 'columns' && count === 2) {
    const right = elements(rows[0])[1];
    const share = right !== undefined && hasClass(right, 'long-right') ? 0.46 : 0.5;
    return [width * (1 - share), width * share];
  }
  if (kind === 'settings' && count > 2) {
    const [code, name] = look.large ? [mm(14.2), mm(48.8)] : [mm(13), mm(44)];
    const value = look.large ? (width - code - name) / (count - 2) : mm(50);
    const rest = (width - code - name - value) / Math.max(count - 3, 1);
    return [code, name, value, ...Array.from({ length: count - 3 }, () => rest)];
  }
  return Array.from({ length: count }, () => width / count);
}

/** @param {Element} cell @param {string} kind @param {Look} look @returns {Look} */
function cellLook(cell, kind, look) {
  const close = { ...look, leading: kind === 'columns' || kind === 'compare' ? look.leading : 1.35 };
  if (kind === 'settings') {
    if (hasClass(cell, 'code')) return { ...close, bold: true, color: ACCENT };
    if (hasClass(cell, 'identifier')) return { ...close, mono: true, bold: true, size: look.rem * 1.3 };
    if (hasClass(cell, 'text')) return { ...close, bold: true, size: look.rem * 1.15 };
    return close;
  }
  if (kind === 'compare' && cell.tag === 'td') return { ...close, compared: true };
  if (cell.tag !== 'th') return close;
  if (kind === 'compare') return { ...close, bold: true, color: '#ffffff', size: look.rem * 1.15 };
  return { ...close, color: ACCENT };
}

/** @param {Element} aid @param {Look} look @returns {import('../sheet.d.ts').ReadingAid} */
function setReadingAid(aid, look) {
  const size = look.rem * 1.3;
  const readingSize = look.rem * (look.large ? 0.52 : 0.65);
  const box = Math.max(size * 1.5, readingSize * 4.2);
  const gap = box * 0.4;
  const characters = elements(aid).map((ruby) => ({
    character: words(ruby.children.filter((child) => child.kind === 'text')),
    reading: words(elements(ruby).flatMap(({ children }) => children)),
  }));
  const groups = chunks(characters, GROUP);
  const groupsInRow = Math.max(Math.floor((look.width + gap) / (GROUP * box + gap)), 1);
  return {
    kind: 'reading-aid',
    size,
    readingSize,
    box,
    gap,
    rows: chunks(groups, groupsInRow),
    after: mm(1),
  };
}

/** @template Item @param {readonly Item[]} list @param {number} length */
const chunks = (list, length) =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );

/** @param {readonly Node[]} nodes @returns {string} */
const words = (nodes) =>
  nodes
    .map((node) => (node.kind === 'text' ? node.text : words(node.children)))
    .join('')
    .trim();

/** @param {readonly Node[]} nodes @param {Look} look @returns {Span[]} White space is collapsed and trimmed. */
function setSpans(nodes, look) {
  /** @type {Span[]} */
  const spans = [];
  for (const node of nodes) {
    if (node.kind === 'text') {
      const last = spans.at(-1);
      const collapsed = node.text.replace(/[ \t\r\n]+/g, ' ');
      const open =
        last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith(' '));
      const content = open ? collapsed.replace(/^ /, '') : collapsed;
      if (content !== '') spans.push(...textSpans(content, look));
    } else if (node.tag === 'br') spans.push({ kind: 'break' });
    else if (node.tag === 'tick') spans.push({ kind: 'tick', size: look.size });
    else if (node.tag !== 'qr') spans.push(...setSpans(node.children, inlineLook(node, look)));
  }
  const last = spans.at(-1);
  if (last?.kind !== 'text') return spans;
  const trimmed = last.text.replace(/ +$/, '');
  return trimmed === '' ? spans.slice(0, -1) : [...spans.slice(0, -1), { ...last, text: trimmed }];
}

/** @param {Element} element @param {Look} look @returns {Look} */
function inlineLook(element, look) {
  if (element.tag === 'strong' || element.tag === 'em') return { ...look, bold: true };
  if (hasClass(element, 'subtitle')) return { ...look, bold: false, size: look.rem };
  if (hasClass(element, 'legend')) return { ...look, bold: false, color: INK };
  if (hasClass(element, 'entry')) return { ...look, boldIdentifiers: true };
  if (hasClass(element, 'note')) return { ...look, bold: false, mono: false, size: look.rem };
  if (hasClass(element, 'method')) return { ...look, size: look.rem, mono: false, color: ACCENT };
  if (hasClass(element, 'number')) return { ...look, bold: true, size: look.rem * 1.35 };
  if (hasClass(element, 'issuer') || (look.compared && hasClass(element, 'suits')))
    return { ...look, bold: true };
  if (hasClass(element, 'identifier') || hasClass(element, 'control'))
    return { ...look, mono: true, bold: look.bold || look.boldIdentifiers === true };
  return look;
}

/** @param {string} content @param {Look} look @returns {Span[]} Letters and digits of identifiers have a face of their own. */
function textSpans(content, look) {
  if (!look.mono) return [text(content, look)];
  return (content.match(/[\x21-\x7e]+|[^\x21-\x7e]+/g) ?? []).map((part) =>
    text(part, { ...look, mono: /^[\x21-\x7e]/.test(part) }),
  );
}

/** @param {string} content @param {Look} look @returns {Span} */
const text = (content, { bold, mono, size, color }) => ({
  kind: 'text',
  text: content,
  face: /** @type {FaceName} */ (mono ? (bold ? 'mono-bold' : 'mono') : bold ? 'bold' : 'regular'),
  size,
  color,
});

/** @param {Element | undefined} element @returns {Element[]} */
const elements = (element) =>
  (element?.children ?? [])
    .filter((node) => /** @type {Node} */ (node).kind === 'element')
    .map((node) => /** @type {Element} */ (node));

const hasClass = (/** @type {Element} */ { attributes }, /** @type {string} */ name) =>
  (attributes.class ?? '').split(/\s+/).includes(name);

const columnsOf = (/** @type {Element} */ { attributes }) => Number(attributes.colspan ?? 1);
