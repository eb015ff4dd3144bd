/** Takes an element in its surroundings, gives its computed style: finds the rules that fit and runs the cascade. */

import type { Element } from '../markup/element.js';
import { type Computed, cascade } from './cascade.js';
import { anonymousStyle, computeStyle } from './compute-style.js';
import type { Setting } from './declaration.js';
import { matches, type Subject } from './selector.js';
import type { Style } from './style.js';
import type { Rule, Stylesheet } from './stylesheet.js';

const NO_RULES: readonly Rule[] = [];

const MARKER = { textAlign: 'start', textIndent: 0, whiteSpace: 'nowrap' } as const;
/** A reading wider than its box goes on in a second line, between any two characters. */
const CENTRED = {
  textAlign: 'center',
  textIndent: 0,
  whiteSpace: 'normal',
  wordBreak: 'normal',
  overflowWrap: 'anywhere',
  textWrap: 'balance',
} as const;

/** Styles already computed under one parent, by the rules that fit, in their order. */
interface Shared {
  computed?: Computed;
  readonly next: Map<Rule, Shared>;
}

/**
 * For all sections of one style sheet: elements with the same parent style and the same rules share one style. There are
 * as many of them as the sheet has ways to combine its rules, however many documents are set.
 */
export class ElementStyles {
  readonly #sheet: Stylesheet;
  readonly #root: Computed;
  readonly #shared = new Map<Computed, Shared>();
  readonly #markers = new Map<Style, Style>();
  readonly #centred = new Map<Style, Style>();

  constructor(sheet: Stylesheet) {
    this.#sheet = sheet;
    this.#root = { style: sheet.root, customProperties: sheet.customProperties };
  }

  /** The style of the section itself, whose font size is 1rem. */
  section(subject: Subject): Computed {
    return this.#share(this.#root, this.#rules([subject]));
  }

  /** `path` ends with the element's own subject. */
  of(path: readonly Subject[], parent: Computed): Computed {
    return this.#share(parent, this.#rules(path));
  }

  /** The style of an anonymous box: inherited values, the rest initial. */
  anonymous(parent: Computed): Computed {
    return this.#share(parent, NO_RULES);
  }

  /** The style of a list item's marker. */
  marker(item: Style): Style {
    return derived(this.#markers, item, MARKER);
  }

  /** The style of a text in a box of a reading aid. */
  centred(style: Style): Style {
    return derived(this.#centred, style, CENTRED);
  }

  #share(parent: Computed, rules: readonly Rule[]): Computed {
    let shared = at(this.#shared, parent);
    for (const rule of rules) shared = at(shared.next, rule);
    shared.computed ??= this.#inSection(parent, this.#compute(parent, rules));
    return shared.computed;
  }

  #inSection(parent: Computed, computed: Computed): Computed {
    return { ...computed, rem: parent.rem ?? computed.style.fontSize };
  }

  #compute(parent: Computed, rules: readonly Rule[]): Computed {
    const { customProperties, rem } = parent;
    if (rules.length === 0) return { style: anonymousStyle(parent.style), customProperties };
    const settings: (readonly Setting[])[] = [];
    for (const rule of rules) if (rule.settings !== undefined) settings.push(rule.settings);
    if (settings.length < rules.length) {
      const declarations = rules.flatMap((rule) => rule.declarations);
      return cascade(declarations, parent, this.#sheet.environment, rem);
    }
    const anonymous = this.anonymous(parent).style;
    return { style: computeStyle(settings, parent.style, anonymous, rem), customProperties };
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

function derived(known: Map<Style, Style>, style: Style, changes: Partial<Style>): Style {
  let found = known.get(style);
  if (found === undefined) {
    found = { ...style, ...changes };
    known.set(style, found);
  }
  return found;
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
