/**
 * Takes the section sources of many documents, gives their strips: a section seen before is the same strip; one with the tags
 * of another has only those of its leaves set anew whose words differ. What comes out is the same as without memory.
 *
 * A part of typesetter.ts: it calls stages in their order, and remembers.
 */

import type { Length } from '../units.js';
import type { Block } from './layout/block.js';
import type { LayoutContext } from './layout/layout-context.js';
import { type Cast, castSection, type LeafChange, recastSection } from './layout/recast-section.js';
import type { Element, SectionSource } from './markup/element.js';
import { parseSection } from './markup/parse-markup.js';
import { reword, sectionWords, type WordRange, wordRanges } from './markup/section-words.js';
import { cutOut, memoByKey } from './memo.js';
import { counted, type RecallCount } from './recall-count.js';
import type { RoleNode } from './style/box.js';
import type { ElementStyles } from './style/element-style.js';
import type { Leaf } from './style/element-walk.js';
import { restyleLeaf } from './style/restyle-leaf.js';
import { styleSection } from './style/style-section.js';

/** A section as it was laid out, with what is needed to set it with other words. */
interface Mould {
  readonly words: readonly string[];
  readonly cast: Cast;
  readonly leaves: readonly { readonly leaf: Leaf; readonly range: WordRange }[];
  /** The leaf that each word stands in, by its index in `leaves`; −1 outside all of them. */
  readonly leafOf: Int32Array;
}

/** Of sections with the same tags: other words may take other room. */
const MOULDS = 8;

export function rememberSections(
  styles: ElementStyles,
  width: Length,
  context: LayoutContext,
  limit: number,
  recall: RecallCount | undefined,
): (section: SectionSource) => Block {
  const mouldsByTags = memoByKey<Mould[]>(limit);

  const layOut = (section: SectionSource): Block => {
    if (recall !== undefined) recall.moulds.asked += 1;
    const known = sectionWords(section.html);
    const moulds = known === undefined ? [] : mouldsByTags(known.tags, () => []);
    if (known !== undefined) {
      for (const mould of moulds) {
        const block = recast(mould, known.words);
        if (block === undefined) continue;
        if (recall !== undefined) recall.moulds.recalled += 1;
        return block;
      }
    }
    const root = parseSection(section);
    const styled = styleSection(root, styles);
    const { block, cast } = castSection(styled, width, context);
    if (known !== undefined && cast !== undefined) {
      const mould = mouldOf(root, known.words, styled.leaves, cast);
      if (mould !== undefined) moulds.unshift(mould);
      if (moulds.length > MOULDS) moulds.pop();
    }
    return block;
  };
  // What was recast is one customer's; the mould is what may be needed again.
  const strips = memoByKey<Block>(limit, {
    result: (block) => (block.like === undefined ? block : undefined),
  });
  return (section) =>
    strips(
      section.html,
      counted(recall?.sections, () => layOut(section)),
    );
}

function mouldOf(
  root: Element,
  words: readonly string[],
  found: readonly Leaf[],
  cast: Cast,
): Mould | undefined {
  const ranges = wordRanges(root, words.length);
  if (ranges === undefined) return undefined;
  const leafOf = new Int32Array(words.length).fill(-1);
  const leaves = found.flatMap((leaf) => {
    const range = ranges.get(leaf.parent.element);
    return range === undefined ? [] : [{ leaf, range }];
  });
  for (const [index, { range }] of leaves.entries()) leafOf.fill(index, range.from, range.to);
  return { words: words.map(cutOut), cast, leaves, leafOf };
}

/** Undefined where the words take other room, or stand where more depends on them. */
function recast(mould: Mould, words: readonly string[]): Block | undefined {
  const changed = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (word === mould.words[index]) continue;
    const leaf = mould.leafOf[index] ?? -1;
    if (leaf < 0) return undefined;
    changed.add(leaf);
  }
  if (changed.size === 0) return mould.cast.block;
  const changes: LeafChange[] = [];
  for (const index of changed) {
    const change = changeOf(mould, index, words);
    if (change === undefined) return undefined;
    changes.push(change);
  }
  return recastSection(mould.cast, changes);
}

function changeOf({ leaves, cast }: Mould, index: number, words: readonly string[]): LeafChange | undefined {
  const known = leaves[index];
  if (known === undefined) return undefined;
  const { leaf, range } = known;
  const element = reword(leaf.parent.element, range, words);
  if (element === undefined) return undefined;
  const { content, roles } = restyleLeaf(leaf, element);
  const other = new Map<number, RoleNode>();
  for (const [at, { actualText }] of roles.entries()) {
    const before = cast.block.roles[leaf.firstRole + at];
    if (before === undefined) return undefined;
    if (actualText !== undefined && actualText !== before.actualText) {
      other.set(leaf.firstRole + at, { ...before, actualText });
    }
  }
  return { from: leaf.content, to: content, roles: other };
}
