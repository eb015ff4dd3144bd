/** Takes css-tree's selector, gives ours; refuses what the subset lacks. */

import type { CssNode, Selector as SelectorNode } from 'css-tree';
import { CssFault, oneOf } from './css-fault.js';
import type { Compound, PseudoClass, Selector } from './selector.js';
import { TAG_NAMES } from './tag-display.js';

/** `:root` stands for the document around the sections: their parent, where the sheet's defaults are set. */
export const isRoot = (node: SelectorNode): boolean => {
  const [only, second] = node.children.toArray();
  return only?.type === 'PseudoClassSelector' && only.name === 'root' && second === undefined;
};

export function readSelector(node: SelectorNode): Selector {
  const compounds: Compound[] = [];
  let tag: string | undefined;
  let classes: string[] = [];
  let pseudoClasses: PseudoClass[] = [];
  let combinator: Compound['combinator'] = 'none';
  let specificity = 0;
  const close = (): void => {
    // Two combinators in a row, or one at either end.
    if (tag === undefined && classes.length === 0 && pseudoClasses.length === 0) throw unknown(node, '>');
    compounds.unshift({ ...(tag === undefined ? {} : { tag }), classes, pseudoClasses, combinator });
    tag = undefined;
    classes = [];
    pseudoClasses = [];
  };
  for (const part of node.children.toArray()) {
    switch (part.type) {
      case 'TypeSelector':
        if (!TAG_NAMES.includes(part.name)) throw unknownTag(part);
        tag = part.name;
        specificity += 1;
        break;
      case 'ClassSelector':
        classes.push(part.name);
        specificity += 1000;
        break;
      case 'PseudoClassSelector':
        pseudoClasses.push(readPseudoClass(part));
        specificity += 1000;
        break;
      case 'Combinator':
        if (part.name !== ' ' && part.name !== '>') throw unknown(part, part.name);
        close();
        combinator = part.name === '>' ? 'child' : 'descendant';
        break;
      default:
        throw unknown(part, describe(part));
    }
  }
  close();
  if (compounds.some((compound) => compound.tag === 'section' && compound.pseudoClasses.length > 0)) {
    throw new CssFault(
      'unknown-selector',
      { ja: 'section の順番は選べません。', en: 'A section cannot be selected by its order.' },
      { ja: 'section に class を付けてください。', en: 'Give the section a class.' },
      node.loc?.start.offset,
    );
  }
  return { compounds, specificity };
}

function readPseudoClass(part: CssNode & { type: 'PseudoClassSelector' }): PseudoClass {
  const children = part.children?.toArray() ?? [];
  if ((part.name === 'first-child' || part.name === 'last-child') && children.length === 0) return part.name;
  const nth = children[0];
  if (
    part.name === 'nth-child' &&
    nth?.type === 'Nth' &&
    nth.selector === null &&
    nth.nth.type === 'Identifier'
  ) {
    if (nth.nth.name === 'odd' || nth.nth.name === 'even') return nth.nth.name;
  }
  throw unknown(part, `:${part.name}`);
}

function describe(part: CssNode): string {
  switch (part.type) {
    case 'IdSelector':
      return `#${part.name}`;
    case 'PseudoElementSelector':
      return `::${part.name}`;
    case 'AttributeSelector':
      return `[${part.name.name}]`;
    default:
      return part.type;
  }
}

const unknownTag = (part: CssNode & { type: 'TypeSelector' }): CssFault =>
  part.name === '*'
    ? unknown(part, '*')
    : new CssFault(
        'unknown-selector',
        { ja: `${part.name} というタグはありません。`, en: `There is no tag ${part.name}.` },
        oneOf(part.name, TAG_NAMES),
        part.loc?.start.offset,
      );

const unknown = (part: CssNode, text: string): CssFault =>
  new CssFault(
    'unknown-selector',
    { ja: `セレクター「${text}」は使えません。`, en: `The selector "${text}" is not part of the subset.` },
    {
      ja: '使えるのは タグ / .class / 空白と「>」によるつなぎ / :first-child / :last-child / :nth-child(odd) / :nth-child(even) です。',
      en: 'Allowed: tags, .class, descendant and child, :first-child, :last-child, :nth-child(odd), :nth-child(even).',
    },
    part.loc?.start.offset,
  );
