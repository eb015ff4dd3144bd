/** Takes a container, gives what it announces: its heading and its named strings, at its top edge. */

import type { BlockBox, InlineLevelBox } from '../style/box.js';
import { type Container, contentOf } from './container.js';
import type { Part } from './fragment.js';
import { plainText, textOfInlines } from './plain-text.js';

export function markContent(container: Container, level: BlockBox['heading'], role: number): readonly Part[] {
  const parts: Part[] = [];
  if (level !== undefined) parts.push({ kind: 'heading', y: 0, level, text: plainText(container), role });
  if (container.style.stringSet !== 'none') {
    parts.push({ kind: 'string', y: 0, name: container.style.stringSet, value: plainText(container) });
  }
  const content = contentOf(container);
  if ('inlines' in content) parts.push(...content.inlines.flatMap(stringsOf));
  return parts;
}

function stringsOf(box: InlineLevelBox): readonly Part[] {
  if (box.kind !== 'inline') return [];
  const own: readonly Part[] =
    box.style.stringSet === 'none'
      ? []
      : [{ kind: 'string', y: 0, name: box.style.stringSet, value: textOfInlines(box.children) }];
  return [...own, ...box.children.flatMap(stringsOf)];
}
