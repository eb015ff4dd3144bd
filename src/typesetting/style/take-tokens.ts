/** Takes a css-tree value node, gives its tokens (CSS Values 4 §2). */

import type { CssNode } from 'css-tree';
import { CssFault } from './css-fault.js';
import type { Token } from './value-tokens.js';

export function tokensOf(nodes: Iterable<CssNode>): readonly Token[] {
  return Array.from(nodes, tokenOf);
}

const WITH_ARGUMENTS: ReadonlySet<string> = new Set(['counter', 'string', 'content']);

function tokenOf(node: CssNode): Token {
  const offset = node.loc?.start.offset ?? 0;
  switch (node.type) {
    case 'Identifier':
      return { kind: 'word', text: node.name, offset };
    case 'Number':
      return { kind: 'number', value: Number(node.value), text: node.value, offset };
    case 'Percentage':
      return { kind: 'percentage', value: Number(node.value), text: `${node.value}%`, offset };
    case 'Dimension':
      return {
        kind: 'dimension',
        value: Number(node.value),
        unit: node.unit,
        text: node.value + node.unit,
        offset,
      };
    case 'String':
      return { kind: 'string', value: node.value, text: `"${node.value}"`, offset };
    case 'Hash':
      return { kind: 'hash', text: node.value, offset };
    case 'Function':
      return {
        kind: 'function',
        name: node.name,
        // What stands in a function that the subset lacks must not be complained of before the function itself.
        arguments: WITH_ARGUMENTS.has(node.name) ? tokensOf(node.children) : [],
        text: `${node.name}()`,
        offset,
      };
    case 'Operator':
      if (node.value.trim() === ',') return { kind: 'comma', text: ',', offset };
      throw unexpected(node.value.trim(), offset);
    default:
      throw unexpected(node.type === 'Raw' ? node.value.trim() : node.type, offset);
  }
}

const unexpected = (text: string, offset: number): CssFault =>
  new CssFault(
    'bad-value',
    { ja: `値に「${text}」は使えません。`, en: `"${text}" may not stand in a value.` },
    { ja: '書き方を確かめてください。', en: 'Check how the value is written.' },
    offset,
  );
