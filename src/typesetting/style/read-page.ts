/** Takes the `@page` rules of a style sheet, gives the page styles (CSS Paged Media 3; GCPM 3 for named strings). */

import type { Atrule, CssNode, Declaration as DeclarationNode } from 'css-tree';
import { type Length, mm } from '../../units.js';
import { type Computed, cascade } from './cascade.js';
import { CssFault, oneOf } from './css-fault.js';
import type { Declaration } from './declaration.js';
import type { ContentPart, MarginBox, MarginBoxName, PageStyle, PageStyles } from './page-style.js';
import { type Environment, PROPERTIES, type PropertyName } from './properties.js';
import { attempt, type DeclarationReader, readBlock, refuseImportant, valueOfNode } from './read-block.js';
import { unknownProperty } from './read-declaration.js';
import { fixed, readLength, unexpectedValue } from './read-value.js';
import type { Value } from './value-tokens.js';

type Sides = 'marginTop' | 'marginRight' | 'marginBottom' | 'marginLeft';

interface MarginBoxRule {
  readonly name: MarginBoxName;
  readonly content?: readonly ContentPart[];
  readonly declarations: readonly Declaration[];
}

export interface PageRule {
  readonly first: boolean;
  readonly geometry: Partial<Pick<PageStyle, 'width' | 'height' | Sides>>;
  readonly marginBoxes: readonly MarginBoxRule[];
}

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  b4: [257, 364],
  b5: [182, 257],
};

const SIDES: readonly Sides[] = ['marginTop', 'marginRight', 'marginBottom', 'marginLeft'];
const SIDE_NAMES: Readonly<Record<string, Sides>> = {
  'margin-top': 'marginTop',
  'margin-right': 'marginRight',
  'margin-bottom': 'marginBottom',
  'margin-left': 'marginLeft',
};

const DEFAULT_ALIGN: Readonly<Record<MarginBoxName, 'start' | 'center' | 'end'>> = {
  'top-left': 'start',
  'top-center': 'center',
  'top-right': 'end',
  'bottom-left': 'start',
  'bottom-center': 'center',
  'bottom-right': 'end',
};
const BOX_NAMES = Object.keys(DEFAULT_ALIGN) as MarginBoxName[];

/** What a margin box may say besides inherited properties. */
const BOX_PROPERTIES: ReadonlySet<PropertyName> = new Set<PropertyName>([
  'verticalAlign',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTop',
  'borderBottom',
]);

export function readPageRule(node: Atrule, reader: DeclarationReader): PageRule | undefined {
  const first = attempt(reader, node, () => readPageSelector(node));
  if (first === undefined || node.block === null) return undefined;
  const geometry: Partial<Record<'width' | 'height' | Sides, Length>> = {};
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

/** Both are read once, before any element or custom property is in force. */
function refuseVariable(node: DeclarationNode): void {
  const nodes = node.value.type === 'Value' ? node.value.children.toArray() : [];
  const variable = nodes.find((part) => part.type === 'Function' && part.name.toLowerCase() === 'var');
  if (variable === undefined) return;
  throw new CssFault(
    'unknown-function',
    {
      ja: `@page の ${node.property} に var() は使えません。`,
      en: `${node.property} in @page does not take var().`,
    },
    { ja: '値をそのまま書いてください。', en: 'Write the value itself.' },
    variable.loc?.start.offset,
  );
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

function readMarginBox(node: CssNode, reader: DeclarationReader): MarginBoxRule | undefined {
  const name =
    node.type === 'Atrule' ? BOX_NAMES.find((known) => known === node.name.toLowerCase()) : undefined;
  if (node.type !== 'Atrule' || name === undefined || node.block === null) {
    const written = node.type === 'Atrule' ? node.name : '';
    throw new CssFault(
      'unknown-at-rule',
      { ja: `@page の中に「@${written}」は書けません。`, en: `"@${written}" may not stand in @page.` },
      oneOf(written, BOX_NAMES),
    );
  }
  let content: readonly ContentPart[] | undefined;
  const { declarations, nested } = readBlock(node.block, reader, (declaration) => {
    if (declaration.property.toLowerCase() !== 'content') return false;
    refuseImportant(declaration);
    refuseVariable(declaration);
    content = readContent(valueOfNode(declaration));
    return true;
  });
  if (nested.length > 0) {
    throw new CssFault(
      'nested-rule',
      { ja: `@${name} の中に規則は書けません。`, en: `@${name} holds no rules.` },
      { ja: '宣言だけを書いてください。', en: 'Write declarations only.' },
    );
  }
  for (const declaration of declarations) {
    const fault = checkBoxDeclaration(declaration, name);
    if (fault !== undefined) reader.report(fault, declaration.place);
  }
  return { name, declarations, ...(content === undefined ? {} : { content }) };
}

function checkBoxDeclaration(declaration: Declaration, name: MarginBoxName): CssFault | undefined {
  if (declaration.kind !== 'settings') return undefined;
  const fits = declaration.settings.every(
    ({ property }) => PROPERTIES[property].inherited || BOX_PROPERTIES.has(property),
  );
  if (fits) return undefined;
  return new CssFault(
    'no-effect',
    {
      ja: `@${name} の ${declaration.property} は効きません。`,
      en: `${declaration.property} has no effect in @${name}.`,
    },
    {
      ja: '文字のプロパティと vertical-align・padding・border-top・border-bottom だけを書いてください。',
      en: 'Use text properties, vertical-align, padding, border-top and border-bottom.',
    },
  );
}

function readContent(value: Value): readonly ContentPart[] {
  if (value.word('none', 'normal') !== undefined) {
    value.finish();
    return [];
  }
  const parts: ContentPart[] = [];
  do {
    const token = value.next();
    const [argument, second] = token.kind === 'function' ? token.arguments : [];
    const name = argument?.kind === 'word' && second === undefined ? argument.text : undefined;
    if (token.kind === 'string') parts.push({ kind: 'text', text: token.value });
    else if (token.kind === 'function' && token.name === 'counter' && (name === 'page' || name === 'pages')) {
      parts.push({ kind: 'counter', counter: name });
    } else if (token.kind === 'function' && token.name === 'string' && name !== undefined) {
      parts.push({ kind: 'string', name });
    } else {
      throw unexpectedValue({ ...token, kind: 'word' } as typeof token, [
        '"文字"',
        'counter(page)',
        'counter(pages)',
        'string(名前)',
        'none',
      ]);
    }
  } while (!value.done);
  return parts;
}

/** `:first` takes what it does not say from `@page`, whatever the order (CSS Page 3 §4.4). */
export function pageStyles(rules: readonly PageRule[], root: Computed, environment: Environment): PageStyles {
  const general = rules.filter((rule) => !rule.first);
  const first = rules.filter((rule) => rule.first);
  return {
    rest: pageStyle(general, root, environment),
    first: pageStyle([...general, ...first], root, environment),
  };
}

function pageStyle(rules: readonly PageRule[], root: Computed, environment: Environment): PageStyle {
  const geometry = Object.assign({}, ...rules.map((rule) => rule.geometry)) as Omit<PageStyle, 'marginBoxes'>;
  const marginBoxes = BOX_NAMES.flatMap((name): readonly MarginBox[] => {
    const own = rules.flatMap((rule) => rule.marginBoxes).filter((box) => box.name === name);
    const content = own.findLast((box) => box.content !== undefined)?.content ?? [];
    if (content.length === 0) return [];
    const { style } = cascade(
      [defaults(name), ...own.flatMap((box) => box.declarations)],
      root,
      environment,
      root.style.fontSize,
    );
    return [{ name, content, style }];
  });
  return { ...geometry, marginBoxes };
}

const defaults = (name: MarginBoxName): Declaration => ({
  kind: 'settings',
  property: '',
  place: { kind: 'source', file: 'annai', line: 1, column: 1 },
  settings: [
    { property: 'textAlign', specified: fixed(DEFAULT_ALIGN[name]) },
    { property: 'verticalAlign', specified: fixed('middle') },
  ],
});
