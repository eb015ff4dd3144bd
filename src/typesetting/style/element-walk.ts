/** Takes the styles of a sheet and walks a section's elements with it: what each child is, its style, and its place in the structure. */

import type { Element, Node } from '../markup/element.js';
import type { TagName } from '../markup/tags.js';
import type { BlockBox } from './box.js';
import type { BoxMemory } from './box-memory.js';
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

export class ElementWalk {
  readonly styles: ElementStyles;
  readonly roles = new RoleTree();
  /** The elements around the one at work, itself included, as selectors see them. */
  readonly #path: Subject[] = [];

  readonly #memory: BoxMemory | undefined;

  constructor(styles: ElementStyles, memory?: BoxMemory) {
    this.styles = styles;
    this.#memory = memory;
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

  /** The box of an element with all that is in it, as built before where the element is the same. */
  built<Built extends object>(element: Element, build: () => Built): Built {
    const known = this.#memory?.boxes.get(element);
    const first = this.roles.nodes.length;
    if (known !== undefined && known.first === first) {
      this.roles.nodes.push(...known.roles);
      return known.box as Built;
    }
    const box = build();
    this.#memory?.boxes.set(element, { box, first, roles: this.roles.nodes.slice(first) });
    return box;
  }

  /** Puts the element on the path and gives its style. */
  #enter(element: Element, parent: Styled, ordinal: number, count: number): Computed {
    const known = this.#memory?.styles.get(element);
    if (known !== undefined) {
      this.#path.push(known.subject);
      return known.computed;
    }
    const subject = subjectOf(element, ordinal, ordinal === count);
    this.#path.push(subject);
    const computed = this.styles.of(this.#path, parent.computed);
    this.#memory?.styles.set(element, { subject, computed });
    return computed;
  }
}

export const displayOf = ({ element }: Styled): Display => DISPLAY[element.tag as TagName];
