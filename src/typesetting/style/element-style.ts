/** Takes an element in its surroundings, gives its computed style: finds the rules that fit and runs the cascade. */

import type { Length } from '../../units.js';
import type { Element } from '../markup/element.js';
import { type Computed, cascade } from './cascade.js';
import { anonymousStyle, computeStyle } from './compute-style.js';
import type { Setting } from './declaration.js';
import { matches, type Subject } from './selector.js';
import type { Rule, Stylesheet } from './stylesheet.js';

const NO_RULES: readonly Rule[] = [];

/** Styles already computed under one parent, by the rules that fit, in their order. */
interface Shared {
  computed?: Computed;
  readonly next: Map<Rule, Shared>;
}

/** For one section. Elements with the same parent style and the same rules share one style. */
export class ElementStyles {
  readonly #sheet: Stylesheet;
  readonly #shared = new Map<Computed, Shared>();
  #rem: Length | undefined;

  constructor(sheet: Stylesheet) {
    this.#sheet = sheet;
  }

  /** The style of the section itself; sets what 1rem is. */
  section(subject: Subject): Computed {
    const { root, customProperties } = this.#sheet;
    const computed = this.#share({ style: root, customProperties }, this.#rules([subject]));
    this.#rem = computed.style.fontSize;
    return computed;
  }

  /** `path` ends with the element's own subject. */
  of(path: readonly Subject[], parent: Computed): Computed {
    return this.#share(parent, this.#rules(path));
  }

  /** The style of an anonymous box: inherited values, the rest initial. */
  anonymous(parent: Computed): Computed {
    return this.#share(parent, NO_RULES);
  }

  #share(parent: Computed, rules: readonly Rule[]): Computed {
    let shared = at(this.#shared, parent);
    for (const rule of rules) shared = at(shared.next, rule);
    shared.computed ??= this.#compute(parent, rules);
    return shared.computed;
  }

  #compute(parent: Computed, rules: readonly Rule[]): Computed {
    const { customProperties } = parent;
    if (rules.length === 0) return { style: anonymousStyle(parent.style), customProperties };
    const settings: (readonly Setting[])[] = [];
    for (const rule of rules) if (rule.settings !== undefined) settings.push(rule.settings);
    if (settings.length < rules.length) {
      const declarations = rules.flatMap((rule) => rule.declarations);
      return cascade(declarations, parent, this.#sheet.environment, this.#rem);
    }
    const anonymous = this.anonymous(parent).style;
    return { style: computeStyle(settings, parent.style, anonymous, this.#rem), customProperties };
  }

  #rules(path: readonly Subject[]): readonly Rule[] {
    const subject = path[path.length - 1];
    if (subject === undefined) return NO_RULES;
    const found: Rule[] = [];
    const take = (rules: readonly Rule[] | undefined): void => {
      for (const rule of rules ?? NO_RULES) if (matches(rule.selector, path)) found.push(rule);
    };
    take(this.#sheet.byTag.get(subject.tag));
    for (const name of subject.classes) take(this.#sheet.byClass.get(name));
    take(this.#sheet.byNeither);
    return found.length < 2 ? found : found.sort((a, b) => a.rank - b.rank);
  }
}

function at<Key>(map: Map<Key, Shared>, key: Key): Shared {
  let shared = map.get(key);
  if (shared === undefined) {
    shared = { next: new Map() };
    map.set(key, shared);
  }
  return shared;
}

export function subjectOf(element: Element, ordinal: number, last: boolean): Subject {
  const names = element.attributes.class ?? '';
  const classes = names === '' ? [] : [...new Set(names.split(/[ \t\n\r\f]+/).filter((name) => name !== ''))];
  return { tag: element.tag, classes, ordinal, last };
}
