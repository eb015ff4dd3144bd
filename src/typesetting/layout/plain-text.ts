/** Takes boxes, gives the text in them as one line: for bookmarks and `string()` (CSS GCPM 3 §1.1.1). */

import type { BlockLevelBox, InlineLevelBox } from '../style/box.js';
import { type Container, contentOf } from './container.js';

export function plainText(container: Container): string {
  const content = contentOf(container);
  const text =
    'blocks' in content ? content.blocks.map(textOfBlock).join('\n') : textOfInlines(content.inlines);
  return joinLines(text);
}

export function textOfInlines(boxes: readonly InlineLevelBox[]): string {
  return joinLines(boxes.map(textOfInline).join(''));
}

function textOfBlock(box: BlockLevelBox): string {
  return box.kind === 'block' || box.kind === 'list-item' ? plainText(box) : '';
}

function textOfInline(box: InlineLevelBox): string {
  switch (box.kind) {
    case 'text':
      return box.text;
    case 'inline':
      return box.children.map(textOfInline).join('');
    case 'ruby':
      return box.pairs.map((pair) => pair.base.text).join('');
    case 'break':
      return '\n';
    case 'replaced':
      return '';
  }
}

/** A forced break between Western words is a space; in Japanese it is nothing. */
function joinLines(text: string): string {
  return text
    .replace(/(?<=[!-~])\s*\n\s*(?=[!-~])/g, ' ')
    .replace(/\s*\n\s*/g, '')
    .trim();
}
