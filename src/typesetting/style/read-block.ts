/** Takes a `{ … }` of css-tree, gives its declarations; what is nested in it is handed back as it is. */

import type { Block, CssNode, Declaration as DeclarationNode } from 'css-tree';
import type { SourcePlace } from '../../problem.js';
import { CssFault } from './css-fault.js';
import { usesVariable } from './custom-properties.js';
import type { Declaration } from './declaration.js';
import type { Environment } from './properties.js';
import { PROPERTY_NAMES, readDeclaration, unknownProperty } from './read-declaration.js';
import { tokensOf } from './take-tokens.js';
import { Value } from './value-tokens.js';

/** What reading a declaration needs to know of the sheet that it stands in. */
export interface DeclarationReader {
  readonly css: string;
  readonly environment: Environment;
  /** `where` is an offset or a place; a fault that knows its own offset goes before it. */
  readonly report: (fault: CssFault, where: number | SourcePlace) => void;
  readonly placeAt: (offset: number) => SourcePlace;
}

export interface ReadBlock {
  readonly declarations: readonly Declaration[];
  readonly nested: readonly CssNode[];
}

/** `special` takes the declarations that are not about properties of the table (`size`, `content`) and says whether it did. */
export function readBlock(
  block: Block,
  reader: DeclarationReader,
  special: (node: DeclarationNode) => boolean = () => false,
): ReadBlock {
  const declarations: Declaration[] = [];
  const nested: CssNode[] = [];
  for (const node of block.children.toArray()) {
    if (node.type === 'Declaration') {
      const declaration = attempt(reader, node, () => (special(node) ? undefined : readOne(node, reader)));
      if (declaration !== undefined) declarations.push(declaration);
    } else if (node.type === 'Rule' || node.type === 'Atrule') {
      nested.push(node);
    }
  }
  return { declarations, nested };
}

export function attempt<T>(reader: DeclarationReader, node: CssNode, work: () => T): T | undefined {
  try {
    return work();
  } catch (fault) {
    if (!(fault instanceof CssFault)) throw fault;
    reader.report(fault, node.loc?.start.offset ?? 0);
    return undefined;
  }
}

export function refuseImportant(node: DeclarationNode): void {
  if (node.important === false) return;
  throw new CssFault(
    'important',
    { ja: '!important は使えません。', en: '!important is not part of the subset.' },
    {
      ja: 'セレクターを詳しくするか、順番をあとにしてください。',
      en: 'Use a more specific selector or a later rule.',
    },
  );
}

export /** `size`, `margin` and `content` of pages are read once, before any custom property is in force. */
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

function readOne(node: DeclarationNode, reader: DeclarationReader): Declaration {
  refuseImportant(node);
  const start = node.loc?.start.offset ?? 0;
  const text = valueText(node, reader);
  const place = reader.placeAt(start);
  if (node.property.startsWith('--')) return { kind: 'custom', name: node.property, text, place };
  const property = node.property.toLowerCase();
  if (!PROPERTY_NAMES.includes(property)) throw unknownProperty(property);
  if (usesVariable(text)) return { kind: 'waiting', property, text, place };
  return {
    kind: 'settings',
    property,
    settings: readDeclaration(property, valueOfNode(node), reader.environment),
    place,
  };
}

export function valueOfNode(node: DeclarationNode): Value {
  const nodes = node.value.type === 'Value' ? node.value.children.toArray() : [node.value];
  return new Value(tokensOf(nodes), node.loc?.start.offset ?? 0);
}

/** As written: css-tree's own text would lose the difference between one form of a value and another. */
const valueText = (node: DeclarationNode, reader: DeclarationReader): string =>
  node.value.loc === undefined || node.value.loc === null
    ? ''
    : reader.css.slice(node.value.loc.start.offset, node.value.loc.end.offset).trim();
