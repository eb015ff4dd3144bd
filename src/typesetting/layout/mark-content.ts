/** Takes a container, gives what it announces: its heading and its named strings, at its top edge. */

import type { BlockBox, CellBox, InlineLevelBox, ListItemBox } from '../style/box.js';
import { contentOf } from './container.js';
import type { Part } from './fragment.js';
import type { LayoutContext } from './layout-context.js';
import { plainText, textOfInlines } from './plain-text.js';

export function markContent(
  container: BlockBox | ListItemBox | CellBox,
  { trace }: LayoutContext,
): readonly Part[] {
  const answer = announced(container);
  if (trace === undefined || answer.length === 0) return answer;
  const content = contentOf(container);
  if ('blocks' in content) trace.beyondLeaves = true;
  else {
    const ask = (children: readonly InlineLevelBox[]) => announced({ ...container, children });
    trace.questions.push({ kind: 'announced', held: content.inlines, ask, answer });
  }
  return answer;
}

function announced(container: BlockBox | ListItemBox | CellBox): readonly Part[] {
  const { role } = container;
  const parts: Part[] = [];
  const level = container.kind === 'block' ? container.heading : undefined;
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
