/** Takes a tagged file, gives what a screen reader makes of it: one line for each element that says something, indented as they nest; a cell with its headers. */

import { entryText, type StructureElement, type TaggedFile } from './read-structure.js';
import { allHeaders } from './table-headers.js';

export function transcript(tagged: TaggedFile): string {
  return `${linesOf({ tagged, headers: allHeaders(tagged) }, tagged.document, 0).join('\n')}\n`;
}

interface Reading {
  readonly tagged: TaggedFile;
  /** By cell. */
  readonly headers: ReadonlyMap<StructureElement, readonly StructureElement[]>;
}

/** Elements in a line are told within it. */
const INLINE = new Set(['Span', 'Link', 'Ruby', 'RB', 'RT']);

function linesOf(reading: Reading, element: StructureElement, depth: number): readonly string[] {
  const { tagged } = reading;
  const own: string[] = [];
  const below: string[] = [];
  for (const kid of element.kids) {
    if (kid.kind === 'object') continue;
    if (kid.kind === 'content') own.push(tagged.pages[kid.page]?.texts.get(kid.mcid) ?? '');
    else if (INLINE.has(kid.role) || (kid.role === 'Figure' && element.role === 'P'))
      own.push(spoken(tagged, kid));
    else below.push(...linesOf(reading, kid, depth + 1));
  }
  const words = entryText(element, 'Alt') ?? entryText(element, 'ActualText') ?? own.join('');
  const headers = (reading.headers.get(element) ?? []).map((header) => wordsWithin(tagged, header));
  const lang = entryText(element, 'Lang');
  const name = [element.role, ...(lang === undefined ? [] : [lang])].join(' ');
  const line = `${'  '.repeat(depth)}${name}${headers.length === 0 ? '' : ` (${headers.join(', ')})`}${words === '' ? '' : `: ${words}`}`;
  return [line, ...below];
}

const wordsWithin = (tagged: TaggedFile, element: StructureElement): string =>
  element.kids
    .map((kid) => {
      if (kid.kind === 'element') return entryText(kid, 'ActualText') ?? wordsWithin(tagged, kid);
      return kid.kind === 'content' ? (tagged.pages[kid.page]?.texts.get(kid.mcid) ?? '') : '';
    })
    .join('');

function spoken(tagged: TaggedFile, element: StructureElement): string {
  const replaced = entryText(element, 'ActualText') ?? entryText(element, 'Alt');
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
