/**
 * Takes a section's source, gives its tags and its words apart; and takes a tree and other words, gives the tree with these.
 *
 * Sections of one template mostly differ in a name or a port: where the tags are the same, letter for letter, the tree of one is
 * the tree of the other but for its words, and need not be read again. Nodes whose words are the same stay the same objects.
 */

import type { Element, Node } from './element.js';

export interface SectionWords {
  /** Everything but the words: tags, and white space that stands alone between them. */
  readonly tags: string;
  /** What stands between two tags, as written, white space alone left out. */
  readonly words: readonly string[];
}

const WORDS = '\u0000';
const LETTER_OR_SLASH = /[A-Za-z/]/;
const BLANK = /^[ \t\n\r\f]*$/;

/** Undefined where the source holds what only the parser can part: comments, declarations, a `<` that begins no tag. */
export function sectionWords(html: string): SectionWords | undefined {
  if (html.includes(WORDS)) return undefined;
  const words: string[] = [];
  let tags = '';
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    if (start < 0) return undefined;
    const between = html.slice(position, start);
    if (BLANK.test(between)) tags += between;
    else {
      tags += WORDS;
      words.push(between);
    }
    if (!LETTER_OR_SLASH.test(html.charAt(start + 1))) return undefined;
    position = html.indexOf('>', start) + 1;
    const tag = html.slice(start, position);
    if (position === 0 || hasOpenQuote(tag)) return undefined;
    tags += tag;
  }
  return { tags, words };
}

/** A `>` inside a quoted value is left to the parser. */
const hasOpenQuote = (tag: string): boolean => tag.split('"').length % 2 === 0 || tag.includes("'");

/**
 * `before` are the words of `root`, `after` those of a section with the same tags. Undefined where the words cannot be told
 * without the parser: character references other than those that escaping makes.
 */
export function reword(
  root: Element,
  before: readonly string[],
  after: readonly string[],
): Element | undefined {
  let index = 0;
  let readable = true;
  const rewordNode = (node: Node): Node => {
    if (node.kind === 'element') return rewordElement(node);
    if (BLANK.test(node.text)) return node;
    const [old, word] = [before[index], after[index]];
    index += 1;
    if (word === old) return node;
    const text = word === undefined ? undefined : unescaped(word);
    if (text === undefined) readable = false;
    return { ...node, text: text ?? '' };
  };
  const rewordElement = (element: Element): Element => {
    let changed = false;
    const children = element.children.map((child) => {
      const reworded = rewordNode(child);
      changed ||= reworded !== child;
      return reworded;
    });
    return changed ? { ...element, children } : element;
  };
  const reworded = rewordElement(root);
  return readable && index === before.length && index === after.length ? reworded : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

function unescaped(word: string): string | undefined {
  let readable = true;
  const text = word.replace(/&[^;]*;?/g, (reference) => {
    const character = ESCAPES[reference];
    if (character === undefined) readable = false;
    return character ?? '';
  });
  return readable ? text.replaceAll('\r\n', '\n') : undefined;
}
