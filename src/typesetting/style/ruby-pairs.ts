/** Takes a `<ruby>`, gives its bases and readings in pairs. White space around either is the template's layout, not text. */

import type { SourcePlace } from '../../problem.js';
import type { Element } from '../markup/element.js';
import type { ReadingAidBox } from './box.js';

export interface RubyPair {
  readonly base: string;
  readonly basePlace: SourcePlace;
  readonly reading: string;
  readonly readingPlace: SourcePlace;
}

export function rubyPairs(ruby: Element): readonly RubyPair[] {
  const pairs: RubyPair[] = [];
  let base = '';
  let basePlace = ruby.place;
  for (const node of ruby.children) {
    if (node.kind === 'text') {
      if (base === '') basePlace = node.place;
      base += trimmed(node.text);
      continue;
    }
    const reading = trimmed(node.children.map((child) => (child.kind === 'text' ? child.text : '')).join(''));
    pairs.push({ base, basePlace, reading, readingPlace: node.children[0]?.place ?? node.place });
    base = '';
  }
  return pairs;
}

/** Of a reading aid, which holds nothing but `<ruby>`. */
export const charactersOf = (aid: Element): ReadingAidBox['characters'] =>
  aid.children.flatMap((node) =>
    node.kind === 'element' ? rubyPairs(node).map(({ base, reading }) => ({ base, reading })) : [],
  );

export const spelling = (characters: ReadingAidBox['characters']): string =>
  characters.map(({ base }) => base).join('');

/** HTML's white space only: U+3000 and U+00A0 are text. */
const trimmed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
