/**
 * Takes a leaf and its element with other words, gives what it holds now. No selector sees words: its boxes are what they were,
 * but for the text in them.
 */

import type { Element, Node } from '../markup/element.js';
import type { InlineLevelBox, ReadingAidBox, RubyBox } from './box.js';
import { collapseWhiteSpace } from './collapse-white-space.js';
import { displayOf, type Leaf } from './element-walk.js';
import { drawingOf } from './picture.js';
import { charactersOf, rubyPairs, spelling } from './ruby-pairs.js';

export type Restyled = Pick<Leaf, 'content' | 'roles'>;

export function restyleLeaf({ parent, written, roles }: Leaf, element: Element): Restyled {
  if (displayOf(parent) === 'reading-aid') {
    const content = charactersOf(element);
    return { content, roles: respelled(roles, content) };
  }
  return { content: collapseWhiteSpace(restyled(written, element)), roles };
}

const restyled = (boxes: readonly InlineLevelBox[], { children }: Element): readonly InlineLevelBox[] =>
  boxes.map((box, index) => restyledBox(box, children[index]));

function restyledBox(box: InlineLevelBox, node: Node | undefined): InlineLevelBox {
  if (node?.kind === 'text') return box.kind === 'text' ? { ...box, text: node.text } : box;
  if (node === undefined) return box;
  switch (box.kind) {
    case 'inline':
      return { ...box, children: restyled(box.children, node) };
    case 'ruby':
      return { ...box, pairs: restyledPairs(box, node) };
    case 'replaced':
      return { ...box, drawing: drawingOf(node) };
    case 'break':
    case 'text':
      return box;
  }
}

function restyledPairs({ pairs }: RubyBox, ruby: Element): RubyBox['pairs'] {
  const words = rubyPairs(ruby);
  return pairs.map(({ base, reading }, index) => ({
    base: { ...base, text: words[index]?.base ?? '' },
    reading: { ...reading, text: words[index]?.reading ?? '' },
  }));
}

const respelled = (roles: Leaf['roles'], characters: ReadingAidBox['characters']): Leaf['roles'] =>
  roles.map((node) => (node.spelled ? { ...node, actualText: spelling(characters) } : node));
