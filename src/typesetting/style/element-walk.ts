/** Takes the styles of a sheet and walks a section's elements with it: what each child is, its style, and its place in the structure. */

import type { Element, Node } from '../markup/element.js';
import type { TagName } from '../markup/tags.js';
import type { BlockBox, InlineLevelBox, ReadingAidBox, RoleNode } from './box.js';
import type { Computed } from './cascade.js';
import { type ElementStyles, subjectOf } from './element-style.js';
import { RoleTree } from './role-tree.js';
import type { Subject } from './selector.js';
import { DISPLAY, type Display } from './tag-display.js';

/** An element on its way to a box: its style, and the structure node that it belongs to. */
export interface Styled {
  readonly element: Element;
  readonly computed: Computed;
  readonly role: number;
}

/** What fills a block, item or cell. Given to the makers of lists and tables, whose cells hold anything again. */
export type Content = Pick<BlockBox, 'children' | 'content'>;
export type ContentOf = (parent: Styled, walk: ElementWalk) => Content;

/** An element that holds lines and nothing else, or a reading aid: no word in it counts outside it. */
export interface Leaf {
  readonly parent: Styled;
  /** What its box holds: the children of a container, the characters of a reading aid. */
  readonly content: LeafContent;
  /** The children of a container, one for each node of its element, with their white space as written. */
  readonly written: readonly InlineLevelBox[];
  /** Its structure nodes, as its tags gave them (see settle-roles), and the index of the first. */
  readonly roles: readonly RoleNode[];
  readonly firstRole: number;
}

export type LeafContent = readonly InlineLevelBox[] | ReadingAidBox['characters'];

export class ElementWalk {
  readonly styles: ElementStyles;
  readonly roles = new RoleTree();
  /** The elements around the one at work, itself included, as selectors see them. */
  readonly #path: Subject[] = [];
  /** In document order. */
  readonly leaves: Leaf[] = [];

  constructor(styles: ElementStyles) {
    this.styles = styles;
  }

  /** The section itself, with which every walk begins. */
  start(section: Element): Computed {
    const subject = subjectOf(section, 0, false);
    this.#path.push(subject);
    return this.styles.section(subject);
  }

  /** The tag of the element around the one at work. */
  get parentTag(): string | undefined {
    return this.#path.at(-2)?.tag;
  }

  /** Calls `work` for each child element, text left out (the markup lets none stand here). */
  eachElement(parent: Styled, work: (child: Styled) => void): void {
    this.eachNode(parent, (_node, child) => {
      if (child !== undefined) work(child);
    });
  }

  /** Calls `work` for each child; `child` is undefined for text. The child's surroundings last only as long as the call. */
  eachNode(parent: Styled, work: (node: Node, child: Styled | undefined) => void): void {
    const { children } = parent.element;
    const count = children.reduce((sum, node) => (node.kind === 'element' ? sum + 1 : sum), 0);
    let ordinal = 0;
    for (const node of children) {
      if (node.kind === 'text') {
        work(node, undefined);
        continue;
      }
      ordinal += 1;
      work(node, { element: node, computed: this.#enter(node, parent, ordinal, count), role: parent.role });
      this.#path.pop();
    }
  }

  /** Says what a leaf holds; `firstRole` is the index of the first structure node in it. */
  leaf(
    parent: Styled,
    content: LeafContent,
    firstRole: number,
    written: readonly InlineLevelBox[] = [],
  ): void {
    this.leaves.push({ parent, content, written, roles: this.roles.since(firstRole), firstRole });
  }

  /** Puts the element on the path and gives its style. */
  #enter(element: Element, parent: Styled, ordinal: number, count: number): Computed {
    this.#path.push(subjectOf(element, ordinal, ordinal === count));
    return this.styles.of(this.#path, parent.computed);
  }
}

export const displayOf = ({ element }: Styled): Display => DISPLAY[element.tag as TagName];
