/**
 * Takes a style sheet and text that many documents will show, with its tags where it has any, gives what of it is set in
 * which fonts. Only what every document carries along depends on it, never how one looks: so it may be a template's
 * source, whose tags need not match, and whose classes may be filled in later.
 */

import type { Computed } from './cascade.js';
import { ElementStyles } from './element-style.js';
import { markersOf } from './list-marker.js';
import type { Subject } from './selector.js';
import { statedValues } from './stated-values.js';
import type { Stylesheet } from './stylesheet.js';

export interface BaseText {
  readonly text: string;
  /** A `font-family` list. */
  readonly families: readonly string[];
  readonly weight: 400 | 700;
}

/** Every list and weight, be its text empty. */
export function baseTexts(source: string, stylesheet: Stylesheet): readonly BaseText[] {
  const texts = inEveryFont('', stylesheet);

  const plain = texts.get(keyOf(stylesheet.root.fontFamily, 400));
  if (plain !== undefined)
    plain.text = [...new Set(statedValues(stylesheet, 'listStyleType').map(markersOf))].join('');

  const styles = new ElementStyles(stylesheet);
  const section = (subject: Subject): OpenElement => ({ subject, computed: styles.section(subject) });
  const outside = section(subjectOf('section', ''));
  const open: OpenElement[] = [];
  for (const [words, end, tag = '', attributes = ''] of source.matchAll(TOKEN)) {
    if (tag === '') {
      const inside = open.at(-1);
      // Nobody knows where what has no tags will be.
      const { fontFamily, fontWeight } = inside?.computed.style ?? {};
      for (const [key, each] of texts)
        if (fontFamily === undefined || key === keyOf(fontFamily, fontWeight ?? 400)) each.text += words;
    } else if (end !== '') {
      const last = open.findLastIndex(({ subject }) => subject.tag === tag);
      if (last >= 0) open.length = last;
    } else if (!attributes.endsWith('/') && !VOID.has(tag)) {
      const subject = subjectOf(tag, attributes);
      const path = [outside, ...open].map((each) => each.subject);
      const parent = open.at(-1) ?? outside;
      open.push(
        tag === 'section'
          ? section(subject)
          : { subject, computed: styles.of([...path, subject], parent.computed) },
      );
    }
  }
  return [...texts.values()];
}

/** The same words for every list and weight: nobody knows where they will be. */
export function everywhere(words: string, stylesheet: Stylesheet): readonly BaseText[] {
  return [...inEveryFont(words, stylesheet).values()];
}

interface GrowingText extends BaseText {
  text: string;
}

function inEveryFont(text: string, stylesheet: Stylesheet): Map<string, GrowingText> {
  const texts = new Map<string, GrowingText>();
  for (const families of statedValues(stylesheet, 'fontFamily'))
    for (const weight of [400, 700] as const) texts.set(keyOf(families, weight), { text, families, weight });
  return texts;
}

const keyOf = (families: readonly string[], weight: number): string => [...families, weight].join('\n');

interface OpenElement {
  readonly subject: Subject;
  readonly computed: Computed;
}

/** A tag, or text up to the next one. */
const TOKEN = /<(\/?)([a-z][a-z0-9-]*)([^>]*)>|[^<]+|</g;
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

function subjectOf(tag: string, attributes: string): Subject {
  const [, names = ''] = /\bclass="([^"]*)"/.exec(attributes) ?? [];
  return { tag, classes: names.split(/\s+/).filter((name) => name !== ''), ordinal: 1, last: false };
}
