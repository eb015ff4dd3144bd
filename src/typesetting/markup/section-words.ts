/**
 * Takes a section's source, gives its tags and its words apart; and takes an element and other words, gives the element with
 * these.
 *
 * Sections of one template mostly differ in a name or a port: where the tags are the same, letter for letter, the tree of one is
 * the tree of the other but for its words, and need not be read again.
 */

import { checkAttribute } from './check-attribute.js';
import type { Element, Node } from './element.js';
import { isBlank } from './white-space.js';

export interface SectionWords {
  /** Everything but the words: tags, and white space that stands alone between them. */
  readonly tags: string;
  /** What stands between two tags, as written, white space alone left out; and what a barcode says. */
  readonly words: readonly string[];
}

/** The words of an element, within those of its section: from the first to before the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const WORDS = '\u0000';
const BARCODE = 'customer-barcode';
const CODES = ' codes="';

/** Undefined where the source holds what only the parser can part: comments, declarations, a `<` that begins no tag. */
export function sectionWords(html: string): SectionWords | undefined {
  if (html.includes(WORDS)) return undefined;
  const words: string[] = [];
  /** What stands between the words; the last of it begins at `rest`. */
  const between: string[] = [];
  let rest = 0;
  const take = (from: number, to: number): void => {
    between.push(html.slice(rest, from));
    words.push(html.slice(from, to));
    rest = to;
  };
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    if (start < 0) return undefined;
    if (!isBlank(html, position, start)) take(position, start);
    position = html.indexOf('>', start) + 1;
    if (position === 0 || !isTag(html, start) || hasOpenQuote(html, start, position)) return undefined;
    if (html.startsWith(BARCODE, start + 1)) {
      const codes = html.indexOf(CODES, start) + CODES.length;
      if (codes < CODES.length || codes > position) return undefined;
      take(codes, html.indexOf('"', codes));
    }
  }
  between.push(html.slice(rest));
  return { tags: between.join(WORDS), words };
}

function isTag(html: string, start: number): boolean {
  const first = html.charCodeAt(start + 1) | 0x20;
  return (first >= 0x61 && first <= 0x7a) || html.charCodeAt(start + 1) === 0x2f;
}

/** A `>` inside a quoted value is left to the parser. */
function hasOpenQuote(html: string, from: number, to: number): boolean {
  let open = false;
  for (let at = from; at < to; at += 1) {
    const unit = html.charCodeAt(at);
    if (unit === 0x22) open = !open;
    else if (unit === 0x27) return true;
  }
  return open;
}

/** Which of the section's words stand in each element. Undefined where the tree has more or fewer words than the source. */
export function wordRanges(root: Element, count: number): ReadonlyMap<Element, WordRange> | undefined {
  const ranges = new Map<Element, WordRange>();
  const walk = (element: Element, from: number): number => {
    let to = from + (element.tag === BARCODE ? 1 : 0);
    for (const child of element.children) {
      if (child.kind === 'element') to = walk(child, to);
      else if (!isBlank(child.text)) to += 1;
    }
    ranges.set(element, { from, to });
    return to;
  };
  return walk(root, 0) === count ? ranges : undefined;
}

/**
 * `words` are those of a section with the same tags, `range` says which of them are the element's. Undefined where the words
 * cannot be told without the parser: character references other than those that escaping makes.
 */
export function reword(element: Element, range: WordRange, words: readonly string[]): Element | undefined {
  let index = range.from;
  let readable = true;
  const next = (): string => {
    const word = words[index];
    const text = word === undefined ? undefined : unescaped(word);
    index += 1;
    if (text === undefined) readable = false;
    return text ?? '';
  };
  const rewordNode = (node: Node): Node => {
    if (node.kind === 'element') return rewordElement(node);
    return isBlank(node.text) ? node : { ...node, text: next() };
  };
  const rewordElement = (of: Element): Element => {
    if (of.tag !== BARCODE) return { ...of, children: of.children.map(rewordNode) };
    const codes = next();
    if (checkAttribute('codes', 'codes', codes) !== undefined) readable = false;
    return { ...of, attributes: { ...of.attributes, codes } };
  };
  const reworded = rewordElement(element);
  return readable && index === range.to ? reworded : undefined;
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
  if (!word.includes('&')) return word.includes('\r') ? word.replaceAll('\r\n', '\n') : word;
  let readable = true;
  const text = word.replace(/&[^;]*;?/g, (reference) => {
    const character = ESCAPES[reference];
    if (character === undefined) readable = false;
    return character ?? '';
  });
  return readable ? text.replaceAll('\r\n', '\n') : undefined;
}
