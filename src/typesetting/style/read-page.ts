/** Takes an `@page` rule of css-tree, gives the page's size and margins and what its margin boxes say (CSS Paged Media 3). */

import type { Atrule, Declaration as DeclarationNode } from 'css-tree';
import { type Length, mm } from '../../units.js';
import { CssFault } from './css-fault.js';
import type { MarginBoxRule, PageRule, PageSide } from './page-rule.js';
import {
  attempt,
  type DeclarationReader,
  readBlock,
  refuseImportant,
  refuseVariable,
  valueOfNode,
} from './read-block.js';
import { unknownProperty } from './read-declaration.js';
import { readMarginBox } from './read-margin-box.js';
import { readLength, unexpectedValue } from './read-value.js';
import type { Value } from './value-tokens.js';

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  b4: [257, 364],
  b5: [182, 257],
};

const SIDES: readonly PageSide[] = ['marginTop', 'marginRight', 'marginBottom', 'marginLeft'];
const SIDE_NAMES: Readonly<Record<string, PageSide>> = {
  'margin-top': 'marginTop',
  'margin-right': 'marginRight',
  'margin-bottom': 'marginBottom',
  'margin-left': 'marginLeft',
};

export function readPageRule(node: Atrule, reader: DeclarationReader): PageRule | undefined {
  const first = attempt(reader, node, () => readPageSelector(node));
  if (first === undefined || node.block === null) return undefined;
  const geometry: Partial<Record<'width' | 'height' | PageSide, Length>> = {};
  const { declarations, nested } = readBlock(node.block, reader, (declaration) => {
    Object.assign(geometry, readGeometry(declaration));
    return true;
  });
  if (declarations.length > 0) throw new Error('annai: internal error: a page declaration was not read');
  const marginBoxes: MarginBoxRule[] = [];
  for (const inner of nested) {
    const box = attempt(reader, inner, () => readMarginBox(inner, reader));
    if (box !== undefined) marginBoxes.push(box);
  }
  return { first, geometry, marginBoxes };
}

function readPageSelector(node: Atrule): boolean {
  if (node.prelude === null) return false;
  const selectors = node.prelude.type === 'AtrulePrelude' ? node.prelude.children.toArray() : [];
  const list = selectors[0]?.type === 'SelectorList' ? selectors[0].children.toArray() : [];
  const parts = list[0]?.type === 'Selector' ? list[0].children.toArray() : [];
  const [only, second] = parts;
  if (
    list.length === 1 &&
    only?.type === 'PseudoClassSelector' &&
    only.name === 'first' &&
    second === undefined
  ) {
    return true;
  }
  throw new CssFault(
    'unknown-selector',
    { ja: 'この @page の指定は使えません。', en: 'This @page selector is not part of the subset.' },
    { ja: '使えるのは @page と @page :first です。', en: 'Allowed: @page and @page :first.' },
    node.prelude.loc?.start.offset,
  );
}

function readGeometry(node: DeclarationNode): PageRule['geometry'] {
  refuseImportant(node);
  refuseVariable(node);
  const property = node.property.toLowerCase();
  const side = Object.hasOwn(SIDE_NAMES, property) ? SIDE_NAMES[property] : undefined;
  if (property !== 'size' && property !== 'margin' && side === undefined) {
    throw unknownProperty(property, ['size', 'margin', ...Object.keys(SIDE_NAMES)]);
  }
  const value = valueOfNode(node);
  const read =
    property === 'size'
      ? readSize(value)
      : side === undefined
        ? readMargins(value)
        : { [side]: readAbsolute(value) };
  value.finish();
  return read;
}

function readSize(value: Value): PageRule['geometry'] {
  const token = value.peek();
  if (token?.kind !== 'word') {
    const width = readAbsolute(value);
    return { width, height: value.done ? width : readAbsolute(value) };
  }
  const name = value.next();
  const size = Object.hasOwn(SIZES, token.text.toLowerCase()) ? SIZES[token.text.toLowerCase()] : undefined;
  if (size === undefined) throw unexpectedValue(name, ['A4', 'A5', 'A3', 'B4', 'B5', '210mm 297mm']);
  const [short, long] = size;
  return value.word('portrait', 'landscape') === 'landscape'
    ? { width: mm(long), height: mm(short) }
    : { width: mm(short), height: mm(long) };
}

function readMargins(value: Value): PageRule['geometry'] {
  const given: Length[] = [];
  do {
    given.push(readAbsolute(value));
  } while (!value.done && given.length < 4);
  const [top = 0, right = top, bottom = top, left = right] = given;
  return Object.fromEntries(SIDES.map((side, index) => [side, [top, right, bottom, left][index]]));
}

/** A page has no font: only lengths that stand for themselves. */
function readAbsolute(value: Value): Length {
  const token = value.peek();
  const specified = readLength(value);
  if (specified.unit === 'absolute') return specified.length;
  throw new CssFault(
    'bad-value',
    {
      ja: `@page に単位 ${specified.unit} は使えません。`,
      en: `@page takes no lengths in ${specified.unit}.`,
    },
    { ja: 'mm Q pt のどれかで書いてください。', en: 'Use mm, Q or pt.' },
    token?.offset,
  );
}
