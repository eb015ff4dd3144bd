/** Takes HTML text of the subset, gives its sections as text, and of one section the tree of its elements. */

import { type Problem, ProblemError, type SourcePlace } from '../../problem.js';
import { SourceText } from '../../source-text.js';
import type { Element, SectionSource } from './element.js';
import { outsideSection, unfinished } from './markup-problems.js';
import { readTree } from './read-tree.js';
import { isWhiteSpace } from './white-space.js';

const SECTION_START = /<section(?=[\s/>])/y;
const SECTION_END = /<\/section\s*>/y;

/**
 * Cuts a body into its sections without parsing them: the caller may know a section's text already. Throws where
 * anything but white space or comments stands between sections. What is wrong inside one is found by `parseSection`.
 */
export function splitSections(html: string, file: string): readonly SectionSource[] {
  const source = new SourceText(html, { kind: 'source', file, line: 1, column: 1 });
  const sections: SectionSource[] = [];
  let position = skipBlank(html, 0);
  while (position < html.length) {
    if (html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4);
      if (end < 0) throw new ProblemError([unfinished(source.at(position), COMMENT)]);
      position = skipBlank(html, end + 3);
      continue;
    }
    if (!matchesAt(SECTION_START, html, position))
      throw new ProblemError([outsideSection(source.at(position))]);
    const start = position;
    const end = endOfSection(html, start);
    sections.push({
      html: html.slice(start, end),
      // A section that is known is not asked where it stands: lines are counted only for the others.
      get place() {
        return source.at(start);
      },
    });
    position = skipBlank(html, end);
  }
  return sections;
}

/** Throws every problem of the section at once. */
export function parseSection(section: SectionSource): Element {
  const source = new SourceText(section.html, section.place);
  const { roots, problems } = readTree(source);
  const [root, second] = roots;
  const found: Problem[] = [...problems];
  if (root === undefined) {
    if (found.length === 0) found.push(outsideSection(section.place));
  } else if (root.kind !== 'element' || root.tag !== 'section') {
    found.push(outsideSection(root.place));
  } else if (second !== undefined) {
    found.push(outsideSection(second.place));
  } else if (found.length === 0) {
    return root;
  }
  throw new ProblemError(found.toSorted(byPlace));
}

const COMMENT = { ja: 'コメント', en: 'A comment' };

const byPlace = (a: Problem, b: Problem): number => order(a.place as SourcePlace, b.place as SourcePlace);
const order = (a: SourcePlace, b: SourcePlace): number => a.line - b.line || a.column - b.column;

/** Offset behind the section's end tag; the end of the text where it has none. */
function endOfSection(html: string, start: number): number {
  let position = endOfTag(html, start + 1);
  let depth = 1;
  while (position < html.length) {
    position = html.indexOf('<', position);
    if (position < 0) return html.length;
    if (html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4);
      if (end < 0) return html.length;
      position = end + 3;
    } else if (html.startsWith('</section', position) && matchesAt(SECTION_END, html, position)) {
      depth -= 1;
      position = SECTION_END.lastIndex;
      if (depth === 0) return position;
    } else {
      if (html.startsWith('<section', position) && matchesAt(SECTION_START, html, position)) depth += 1;
      position = isLetter(html.charCodeAt(position + 1)) ? endOfTag(html, position + 1) : position + 1;
    }
  }
  return html.length;
}

/** Offset behind the `>` that ends a tag: one in a quoted value does not count. */
function endOfTag(html: string, start: number): number {
  let afterEquals = false;
  for (let index = start; index < html.length; index += 1) {
    const unit = html.charCodeAt(index);
    if (unit === GREATER) return index + 1;
    if ((unit === DOUBLE || unit === SINGLE) && afterEquals) {
      const end = html.indexOf(unit === DOUBLE ? '"' : "'", index + 1);
      if (end < 0) return html.length;
      index = end;
      afterEquals = false;
    } else if (unit === EQUALS) {
      afterEquals = true;
    } else if (!isWhiteSpace(unit)) {
      afterEquals = false;
    }
  }
  return html.length;
}

const GREATER = 0x3e;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const EQUALS = 0x3d;

const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

function matchesAt(pattern: RegExp, text: string, position: number): boolean {
  pattern.lastIndex = position;
  return pattern.test(text);
}

function skipBlank(text: string, start: number): number {
  let position = start;
  while (isWhiteSpace(text.charCodeAt(position))) position += 1;
  return position;
}
