/** Takes the elements of a section, gives its boxes and structure: one case a kind of box, anonymous blocks around stray text. */

import { type SourcePlace, sure } from '../../problem.js';
import type { Element, Node } from '../markup/element.js';
import type { TagName } from '../markup/tags.js';
import type {
  BlockBox,
  BlockLevelBox,
  CellBox,
  InlineLevelBox,
  ListItemBox,
  ReadingAidBox,
  ReplacedBox,
  RowBox,
  RubyBox,
  SectionBox,
  TableBox,
} from './box.js';
import type { Computed } from './cascade.js';
import { collapseWhiteSpace } from './collapse-white-space.js';
import { ElementStyles, subjectOf } from './element-style.js';
import { listMarker, listNumbering } from './list-marker.js';
import { NO_ROLE, RoleTree } from './role-tree.js';
import type { Subject } from './selector.js';
import { refuseInlinePosition, refusePartStyle } from './style-problems.js';
import type { Stylesheet } from './stylesheet.js';
import { DISPLAY, type Display } from './tag-display.js';

type Content = Pick<BlockBox, 'children' | 'content'>;

/** An element on its way to a box: its style, and its nearest structure node. */
interface Styled {
  readonly element: Element;
  readonly computed: Computed;
  readonly role: number;
}

const HEADINGS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { h1: 1, h2: 2, h3: 3, h4: 4 };
const TICK_TEXT = 'チェック欄';
const BARCODE_TEXT = 'カスタマバーコード';

export class BoxBuilder {
  readonly #styles: ElementStyles;
  readonly #roles = new RoleTree();
  /** The elements around the one at work, itself included, as selectors see them. */
  readonly #path: Subject[] = [];

  constructor(sheet: Stylesheet) {
    this.#styles = new ElementStyles(sheet);
  }

  build(section: Element): SectionBox {
    const subject = subjectOf(section, 0, false);
    this.#path.push(subject);
    const computed = this.#styles.section(subject);
    const role = this.#roles.open(section, NO_ROLE);
    const root = this.#block({ element: section, computed, role });
    return { root, roles: this.#roles.nodes };
  }

  /** Calls `work` for each child element with its style, in its place among its siblings. */
  #eachElement(parent: Styled, work: (child: Styled, display: Display) => void): void {
    const elements = parent.element.children.filter((node): node is Element => node.kind === 'element');
    for (const [index, element] of elements.entries()) {
      this.#enter(element, index, elements.length, parent, work);
    }
  }

  #enter(
    element: Element,
    index: number,
    count: number,
    parent: Styled,
    work: (child: Styled, display: Display) => void,
  ): void {
    this.#path.push(subjectOf(element, index + 1, index + 1 === count));
    const computed = this.#styles.of(this.#path, parent.computed);
    work({ element, computed, role: parent.role }, DISPLAY[element.tag as TagName]);
    this.#path.pop();
  }

  #block({ element, computed, role }: Styled): BlockBox {
    const heading = HEADINGS[element.tag];
    return {
      kind: 'block',
      style: computed.style,
      role,
      place: element.place,
      ...this.#content({ element, computed, role }),
      ...(heading === undefined ? {} : { heading }),
    };
  }

  /** Children as blocks or as inlines, never both: runs of inlines between blocks get an anonymous block. */
  #content(parent: Styled): Content {
    const blocks: BlockLevelBox[] = [];
    let run: InlineLevelBox[] = [];
    let runPlace: SourcePlace | undefined;
    const flush = (): void => {
      const children = collapseWhiteSpace(run);
      const place = runPlace;
      run = [];
      runPlace = undefined;
      if (children.length === 0) return;
      blocks.push(this.#anonymous(children, parent, sure(place, 'place of a run')));
    };
    this.#eachNode(parent, (node, child) => {
      if (child === undefined) {
        run.push({
          kind: 'text',
          text: sure(node.kind === 'text' ? node.text : undefined, 'text'),
          ...this.#base(parent, node.place),
        });
      } else {
        const box = this.#blockLevel(child);
        if (box !== undefined) {
          flush();
          blocks.push(box);
          return;
        }
        run.push(this.#inline(child));
      }
      if (
        runPlace === undefined &&
        (child !== undefined || (node.kind === 'text' && node.text.trim() !== ''))
      ) {
        runPlace = node.place;
      }
    });
    if (blocks.length === 0) return { content: 'inlines', children: collapseWhiteSpace(run) };
    flush();
    return { content: 'blocks', children: blocks };
  }

  #eachNode(parent: Styled, work: (node: Node, child: Styled | undefined) => void): void {
    const count = parent.element.children.filter((node) => node.kind === 'element').length;
    let index = 0;
    for (const node of parent.element.children) {
      if (node.kind === 'text') {
        work(node, undefined);
      } else {
        this.#enter(node, index, count, parent, (child) => work(node, child));
        index += 1;
      }
    }
  }

  #anonymous(children: readonly InlineLevelBox[], parent: Styled, place: SourcePlace): BlockLevelBox {
    const [only] = children;
    // A picture alone between blocks is a block itself, so that it has no line around it.
    if (children.length === 1 && only?.kind === 'replaced') return only;
    return {
      kind: 'block',
      style: this.#styles.anonymous(parent.computed).style,
      role: parent.role,
      place,
      content: 'inlines',
      children,
    };
  }

  #base({ computed, role }: Styled, place: SourcePlace): Pick<BlockBox, 'style' | 'role' | 'place'> {
    return { style: computed.style, role, place };
  }

  #blockLevel(child: Styled): BlockLevelBox | undefined {
    const { element, computed, role } = child;
    switch (DISPLAY[element.tag as TagName]) {
      case 'block':
        return this.#block({ ...child, role: this.#roles.open(element, role) });
      case 'list':
        return this.#list(child);
      case 'definitions':
        return this.#definitions(child);
      case 'table':
        return this.#table(child);
      case 'figure':
        return this.#figure(child);
      case 'rule':
        return { kind: 'rule', style: computed.style, role: NO_ROLE, place: element.place };
      case 'reading-aid':
        return this.#readingAid(child);
      case 'replaced':
        return computed.style.position === 'absolute' ? this.#replaced(child) : undefined;
      default:
        return undefined;
    }
  }

  #list(list: Styled): BlockBox {
    const { element, computed } = list;
    const role = this.#roles.open(element, list.role, {
      listNumbering: listNumbering(computed.style.listStyleType),
    });
    const children: ListItemBox[] = [];
    let number = Number(element.attributes.start ?? 1);
    this.#eachElement({ ...list, role }, (item) => {
      children.push(this.#listItem(item, number));
      number += 1;
    });
    return { kind: 'block', style: computed.style, role, place: element.place, content: 'blocks', children };
  }

  #listItem({ element, computed, role }: Styled, number: number): ListItemBox {
    const { style } = computed;
    const { lang } = element.attributes;
    const item = this.#roles.add({ role: 'LI', parent: role, ...(lang === undefined ? {} : { lang }) });
    const marker = listMarker(style.listStyleType, number, element.place);
    const markerRole = marker === '' ? NO_ROLE : this.#roles.add({ role: 'Lbl', parent: item });
    const body = this.#roles.add({ role: 'LBody', parent: item });
    return {
      kind: 'list-item',
      style,
      role: body,
      place: element.place,
      marker,
      markerRole,
      ...this.#content({ element, computed, role: body }),
    };
  }

  #definitions(list: Styled): BlockBox {
    const { element, computed } = list;
    const role = this.#roles.open(element, list.role, { listNumbering: 'None' });
    const children: BlockBox[] = [];
    let item = role;
    let before = 'dd';
    this.#eachElement({ ...list, role }, (child) => {
      if (child.element.tag === 'dt' && before === 'dd') item = this.#roles.add({ role: 'LI', parent: role });
      before = child.element.tag;
      children.push(this.#block({ ...child, role: this.#roles.open(child.element, item) }));
    });
    return { kind: 'block', style: computed.style, role, place: element.place, content: 'blocks', children };
  }

  #table(table: Styled): TableBox {
    const { element, computed } = table;
    const role = this.#roles.open(element, table.role);
    const head: RowBox[] = [];
    const body: RowBox[] = [];
    let looseBody: number | undefined;
    this.#eachElement({ ...table, role }, (child, display) => {
      if (display === 'row') {
        looseBody ??= this.#roles.add({ role: 'TBody', parent: role });
        body.push(this.#row({ ...child, role: looseBody }));
        return;
      }
      refusePartStyle(child.computed.style, child.element);
      looseBody = undefined;
      const part = this.#roles.open(child.element, role);
      const rows = child.element.tag === 'thead' ? head : body;
      this.#eachElement({ ...child, role: part }, (row) => rows.push(this.#row(row)));
    });
    return { kind: 'table', style: computed.style, role, place: element.place, head, body };
  }

  #row(row: Styled): RowBox {
    const role = this.#roles.open(row.element, row.role);
    const cells: CellBox[] = [];
    this.#eachElement({ ...row, role }, (cell) => cells.push(this.#cell(cell)));
    return { kind: 'row', style: row.computed.style, role, place: row.element.place, cells };
  }

  #cell(cell: Styled): CellBox {
    const { element, computed } = cell;
    const { colspan = '1', rowspan = '1', scope } = element.attributes;
    const colSpan = Number(colspan);
    const rowSpan = Number(rowspan);
    const role = this.#roles.open(element, cell.role, {
      ...(scope === undefined ? {} : { scope: scope === 'row' ? 'Row' : 'Column' }),
      ...(colSpan === 1 ? {} : { colSpan }),
      ...(rowSpan === 1 ? {} : { rowSpan }),
    });
    return {
      kind: 'cell',
      style: computed.style,
      role,
      place: element.place,
      colSpan,
      rowSpan,
      ...this.#content({ element, computed, role }),
    };
  }

  /** A figure with a picture is one Figure, described by it; with anything else it only groups. */
  #figure(figure: Styled): BlockBox {
    const { lang } = figure.element.attributes;
    const pictures = figure.element.children.filter(isPicture);
    const alt = pictures.map((picture) => descriptionOf(picture)).join('、');
    const role = this.#roles.add({
      role: alt === '' ? 'Div' : 'Figure',
      parent: figure.role,
      ...(alt === '' ? {} : { alt }),
      placement: 'Block',
      ...(lang === undefined ? {} : { lang }),
    });
    return this.#block({ ...figure, role });
  }

  #readingAid(aid: Styled): ReadingAidBox {
    const characters: { readonly base: string; readonly reading: string }[] = [];
    let readingStyle = aid.computed.style;
    const { lang } = aid.element.attributes;
    this.#eachElement(aid, (ruby) => {
      for (const { base, reading } of pairsOf(ruby.element))
        characters.push({ base, reading: reading?.text ?? '' });
      this.#eachElement(ruby, (rt) => {
        readingStyle = rt.computed.style;
      });
    });
    const role = this.#roles.add({
      role: 'Span',
      parent: aid.role,
      actualText: characters.map(({ base }) => base).join(''),
      placement: 'Block',
      ...(lang === undefined ? {} : { lang }),
    });
    return {
      kind: 'reading-aid',
      style: aid.computed.style,
      role,
      place: aid.element.place,
      characters,
      readingStyle,
    };
  }

  #inline(child: Styled): InlineLevelBox {
    const { element, computed, role } = child;
    const { place } = element;
    const { style } = computed;
    refuseInlinePosition(style, element);
    switch (DISPLAY[element.tag as TagName]) {
      case 'break':
        return { kind: 'break', style, role, place };
      case 'ruby':
        return this.#ruby(child);
      case 'replaced':
        return this.#replaced(child);
      case 'inline':
        break;
      default:
        throw new Error(`annai: internal error: <${element.tag}> in a line`);
    }
    const own = this.#roles.open(element, role);
    const children: InlineLevelBox[] = [];
    this.#eachNode({ ...child, role: own }, (node, inner) => {
      if (inner !== undefined) children.push(this.#inline(inner));
      else if (node.kind === 'text')
        children.push({ kind: 'text', text: node.text, style, role: own, place: node.place });
    });
    const { href } = element.attributes;
    return { kind: 'inline', style, role: own, place, children, ...(href === undefined ? {} : { href }) };
  }

  #ruby(ruby: Styled): RubyBox {
    const { element, computed } = ruby;
    const readings: Styled[] = [];
    this.#eachElement(ruby, (rt) => readings.push(rt));
    let first: number | undefined;
    const pairs = pairsOf(element).map(({ base, reading, place }, index) => {
      const pair = this.#roles.add({ role: 'Ruby', parent: ruby.role });
      first ??= pair;
      const baseRole = this.#roles.add({ role: 'RB', parent: pair });
      const readingRole = this.#roles.add({ role: 'RT', parent: pair });
      const { style } = sure(readings[index], 'reading').computed;
      return {
        base: { kind: 'text', text: base, style: computed.style, role: baseRole, place },
        reading: {
          kind: 'text',
          text: reading?.text ?? '',
          style,
          role: readingRole,
          place: reading?.place ?? place,
        },
      } as const;
    });
    return { kind: 'ruby', style: computed.style, role: first ?? ruby.role, place: element.place, pairs };
  }

  #replaced({ element, computed, role }: Styled): ReplacedBox {
    const inFigure = this.#path.at(-2)?.tag === 'figure';
    return {
      kind: 'replaced',
      style: computed.style,
      role: this.#roleOfPicture(element, role, inFigure),
      place: element.place,
      drawing: drawingOf(element),
    };
  }

  #roleOfPicture(element: Element, parent: number, inFigure: boolean): number {
    if (element.tag === 'tick') {
      return this.#roles.add({ role: 'Span', parent, actualText: TICK_TEXT, placement: 'Inline' });
    }
    const alt = descriptionOf(element);
    if (alt === '') return NO_ROLE;
    return inFigure ? parent : this.#roles.add({ role: 'Figure', parent, alt, placement: 'Inline' });
  }
}

const isPicture = (node: Node): node is Element =>
  node.kind === 'element' && (node.tag === 'img' || node.tag === 'qr' || node.tag === 'customer-barcode');

const descriptionOf = (element: Element): string =>
  element.attributes.alt ?? (element.tag === 'customer-barcode' ? BARCODE_TEXT : '');

function drawingOf({ tag, attributes }: Element): ReplacedBox['drawing'] {
  switch (tag) {
    case 'img':
      return { kind: 'image', src: sure(attributes.src, 'src') };
    case 'qr':
      return { kind: 'qr', text: sure(attributes.text, 'text') };
    case 'customer-barcode':
      return { kind: 'customer-barcode', codes: sure(attributes.codes, 'codes') };
    case 'tick':
      return { kind: 'tick' };
    default:
      throw new Error(`annai: internal error: <${tag}> draws nothing`);
  }
}

interface Pair {
  readonly base: string;
  readonly reading: { readonly text: string; readonly place: SourcePlace } | undefined;
  readonly place: SourcePlace;
}

/** Bases and readings of a ruby, in pairs; white space around either is the template's layout, not text. */
function pairsOf(ruby: Element): readonly Pair[] {
  const pairs: Pair[] = [];
  let base = '';
  let place = ruby.place;
  for (const node of ruby.children) {
    if (node.kind === 'text') {
      if (base === '') place = node.place;
      base += node.text.trim();
      continue;
    }
    const text = node.children
      .map((child) => (child.kind === 'text' ? child.text : ''))
      .join('')
      .trim();
    pairs.push({ base, reading: { text, place: node.children[0]?.place ?? node.place }, place });
    base = '';
  }
  return pairs;
}
