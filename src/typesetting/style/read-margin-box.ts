/** Takes a margin box of `@page` (`@bottom-center { … }`), gives what it prints and how (Paged Media 3 §5; GCPM 3 for named strings). */

import type { CssNode } from 'css-tree';
import { CssFault, oneOf } from './css-fault.js';
import type { Declaration } from './declaration.js';
import type { MarginBoxRule } from './page-rule.js';
import type { ContentPart, MarginBoxName } from './page-style.js';
import { PROPERTIES, type PropertyName } from './properties.js';
import {
  type DeclarationReader,
  readBlock,
  refuseImportant,
  refuseVariable,
  valueOfNode,
} from './read-block.js';
import { unexpectedValue } from './read-value.js';
import type { Value } from './value-tokens.js';

export const MARGIN_BOXES: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
];

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

export function readMarginBox(node: CssNode, reader: DeclarationReader): MarginBoxRule | undefined {
  const name =
    node.type === 'Atrule' ? MARGIN_BOXES.find((known) => known === node.name.toLowerCase()) : undefined;
  if (node.type !== 'Atrule' || name === undefined || node.block === null) {
    const written = node.type === 'Atrule' ? node.name : '';
    throw new CssFault(
      'unknown-at-rule',
      { ja: `@page の中に「@${written}」は書けません。`, en: `"@${written}" may not stand in @page.` },
      oneOf(written, MARGIN_BOXES),
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
  return {
    name,
    declarations,
    place: reader.placeAt(node.loc?.start.offset ?? 0),
    ...(content === undefined ? {} : { content }),
  };
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
