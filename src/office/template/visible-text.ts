/** Takes a piece of HTML, says whether a reader would see any word of it, or a certain value in it. */

import { escapeValue } from './escape-value.js';

const WORD = /[\p{L}\p{N}]/u;

export function saysSomething(html: string): boolean {
  if (!isPlain(html)) return WORD.test(visible(html));
  // Most sentences begin with a word: no need to take the rest apart.
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at);
    const end = tag < 0 ? -1 : html.indexOf('>', tag);
    if (end < 0) return WORD.test(html.slice(at));
    if (WORD.test(html.slice(at, tag))) return true;
    at = end + 1;
  }
  return false;
}

export function shows(html: string, value: string): boolean {
  const escaped = escapeValue(value);
  return (isPlain(html) && standsInText(html, escaped)) || visible(html).includes(visible(escaped));
}

/** Where it stands first: behind no tag that is still open. */
function standsInText(html: string, escaped: string): boolean {
  const at = html.indexOf(escaped);
  const tag = at < 0 ? -1 : html.lastIndexOf('<', at);
  const end = html.indexOf('>', tag);
  return at >= 0 && (tag < 0 || (end >= 0 && end < at));
}

/** Nothing but tags and text. */
const isPlain = (html: string): boolean => !html.includes('&') && !html.includes('<!--');

/** What a reader would see of a piece of HTML, good enough to tell something from nothing. */
function visible(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#([0-9]+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&[a-z]+;/gi, '');
}
