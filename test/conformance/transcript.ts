/** Takes a tagged file, gives what a screen reader makes of it: one line for each element that says something, indented as they nest. */

import { entryText, type StructureElement, type TaggedFile } from './read-structure.js';

export function transcript(tagged: TaggedFile): string {
  return `${linesOf(tagged, tagged.document, 0).join('\n')}\n`;
}

/** Elements in a line are told within it. */
const INLINE = new Set(['Span', 'Link', 'Ruby', 'RB', 'RT']);

function linesOf(tagged: TaggedFile, element: StructureElement, depth: number): readonly string[] {
  const own: string[] = [];
  const below: string[] = [];
  for (const kid of element.kids) {
    if (kid.kind === 'object') continue;
    if (kid.kind === 'content') own.push(tagged.pages[kid.page]?.texts.get(kid.mcid) ?? '');
    else if (INLINE.has(kid.role)) own.push(spoken(tagged, kid));
    else below.push(...linesOf(tagged, kid, depth + 1));
  }
  const words = entryText(element, 'Alt') ?? entryText(element, 'ActualText') ?? own.join('');
  const line = `${'  '.repeat(depth)}${element.role}${words === '' ? '' : `: ${words}`}`;
  return [line, ...below];
}

function spoken(tagged: TaggedFile, element: StructureElement): string {
  const replaced = entryText(element, 'ActualText');
  const words =
    replaced ??
    element.kids
      .map((kid) => {
        if (kid.kind === 'object') return '';
        return kid.kind === 'element'
          ? spoken(tagged, kid)
          : (tagged.pages[kid.page]?.texts.get(kid.mcid) ?? '');
      })
      .join('');
  const lang = entryText(element, 'Lang');
  return `[${element.role}${lang === undefined ? '' : ` ${lang}`} ${words}]`;
}
