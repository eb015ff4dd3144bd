/** Takes inline content, gives the key under which whoever has a memory may keep what layout makes of it. */

import type { Length } from '../../../units.js';
import type { InlineLevelBox } from '../../style/box.js';
import type { Style } from '../../style/style.js';
import type { InlineLine, InlineMeasure } from './inline-line.js';
import type { Setting } from './setting.js';

/**
 * Kept results by key: what `compute` once gave for a key is given again for the same key. Labels, ports and letters
 * stand in every sheet, in sections that differ in a name elsewhere.
 */
export interface ParagraphMemory {
  lines(key: string, compute: () => readonly InlineLine[]): readonly InlineLine[];
  widths(key: string, compute: () => InlineMeasure): InlineMeasure;
  settings(key: string, compute: () => Setting): Setting;
  /** What the key says of the content: a paragraph is measured, then laid out, and asks for both. */
  contentKey(content: readonly InlineLevelBox[], compute: () => string): string;
  /** The same number for the same style, another for every other. */
  numberOf(style: Style): number;
}

/** Everything that lines come from but the fonts and pictures. Places are not in: a paragraph with a problem is never kept. */
export function paragraphKey(
  content: readonly InlineLevelBox[],
  style: Style,
  available: Length,
  memory: ParagraphMemory,
): string {
  return `${memory.numberOf(style)} ${available}${contentKey(content, memory)}`;
}

/** For what a paragraph is before its width is known: undefined where parts of it depend on that width. */
export function settingKey(
  content: readonly InlineLevelBox[],
  style: Style,
  memory: ParagraphMemory,
): string | undefined {
  const rigid = content.every(({ kind }) => kind === 'text' || kind === 'break' || kind === 'ruby');
  return rigid ? `${memory.numberOf(style)}${contentKey(content, memory)}` : undefined;
}

const contentKey = (content: readonly InlineLevelBox[], memory: ParagraphMemory): string =>
  memory.contentKey(content, () => keyOf(content, memory.numberOf));

function keyOf(content: readonly InlineLevelBox[], numberOf: (style: Style) => number): string {
  let key = '';
  for (const box of content) {
    key += ` ${box.kind} ${numberOf(box.style)} ${box.role}`;
    switch (box.kind) {
      case 'text':
        key += textKey(box.text);
        break;
      case 'inline':
        key += `${textKey(box.href ?? '')}${box.href === undefined ? '' : '!'}(${keyOf(box.children, numberOf)})`;
        break;
      case 'ruby':
        for (const { base, reading } of box.pairs) key += `(${keyOf([base, reading], numberOf)})`;
        break;
      case 'replaced':
        key += textKey(JSON.stringify(box.drawing));
        break;
      case 'break':
        break;
    }
  }
  return key;
}

/** With its length, so that no text can pass for the end of its own key. */
const textKey = (text: string): string => ` ${text.length}:${text}`;
