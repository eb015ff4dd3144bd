/**
 * Takes text and its breaks, removes those inside runs that must hold together (JLREQ 3.1.10 and the practice of
 * Japanese business papers): identifiers, numbers with units, postal codes; and breaks URLs by their own rule.
 */

import { BREAK, NO_BREAK } from './find-breaks.js';

const TOKEN = /[!-~\u00C0-\u024F\u2010\u2013]+/g;
const URL_START = /(?:https?|ftp):\/\/|www\./i;
/** Mail addresses, and hosts and codes with a hyphen in them, after brackets and stops around them are taken off. */
const HOST = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
/** A number and its unit, whether a space parts them or not (SI's units, those of computing and printing, percentages). */
const UNIT =
  /[0-9] (?=(?:(?:[km]?m|cm|[μµ]m|nm)[23²³]?(?:\/[hs])?|ha|[km]?g|[μµ]g|t|[km]?[lL]|d[lL]|[kKMGT]i?B|bit|[kMG]?bps|[kMG]?Hz|[kM]?Wh?|[km]?V|m?Ah?|m?s|h|min|k?cal|k?J|k?N|[hkM]?Pa|dB|lx|lm|rpm|dpi|ppi|ppm|px|pt|Q|K|°C?|℃|%|％|[Ωω]|bar)(?![A-Za-z0-9]))/g;
/**
 * Telephone numbers, addresses and postal codes that are typed full-width, or their hyphens are. Other full-width digits stand
 * like ideographs: between them lines break (JLREQ 3.1.7).
 */
const WIDE_CODE = /[0-9０-９]+(?:[-－‐‑–−][0-9０-９]+)+|〒[0-9０-９]+(?:[-－‐‑–−ー][0-9０-９]+)*/g;
/** ￥500, №5, ±3 and 500€, in `loose` too. */
const AFFIXED = /[\p{Sc}№±](?=[0-9])|[0-9](?=[\p{Sc}№])/gu;
/** 〇・五: a decimal point between ideographic digits. A longer row of digits is no number. */
const DECIMAL = /(?<![〇一二三四五六七八九])[〇一二三四五六七八九]{1,3}・(?=[〇一二三四五六七八九])/g;

export function keepRuns(text: string, breaks: Uint8Array): void {
  for (const match of text.matchAll(TOKEN)) keepToken(match[0], match.index, breaks);
  for (const match of text.matchAll(UNIT)) breaks[match.index + 2] = NO_BREAK;
  for (const match of text.matchAll(WIDE_CODE)) keepInside(match[0], match.index, breaks);
  for (const match of text.matchAll(AFFIXED)) breaks[match.index + 1] = NO_BREAK;
  for (const match of text.matchAll(DECIMAL)) breaks[match.index + match[0].length] = NO_BREAK;
}

function keepToken(token: string, start: number, breaks: Uint8Array): void {
  const url = URL_START.exec(token);
  if (url !== null) {
    keepWords(token.slice(0, url.index), start, breaks);
    breakUrl(token.slice(url.index), start + url.index, breaks);
  } else if (isIdentifier(token)) {
    keepInside(token, start, breaks);
  } else {
    keepWords(token, start, breaks);
  }
}

function isIdentifier(token: string): boolean {
  const bare = strip(token);
  const at = bare.lastIndexOf('@');
  return at > 0 ? at < bare.length - 1 : HOST.test(bare) && bare.includes('-');
}

/** Not by a regular expression: `[…]+$` on a long run would be tried from every place of it. */
function strip(token: string): string {
  let start = 0;
  let end = token.length;
  while (start < end && '([{<"\''.includes(token.charAt(start))) start++;
  while (end > start && ')]}>"\'.,;:!?'.includes(token.charAt(end - 1))) end--;
  return token.slice(start, end);
}

function keepInside(token: string, start: number, breaks: Uint8Array): void {
  breaks.fill(NO_BREAK, start + 1, start + token.length);
}

/** After "/" but not inside "://", and before "?", "&" and "#"; never after a hyphen, which a reader might think added. */
function breakUrl(token: string, start: number, breaks: Uint8Array): void {
  keepInside(token, start, breaks);
  for (let i = 1; i < token.length; i++) {
    const before = token.charAt(i - 1);
    const after = token.charAt(i);
    if ((before === '/' && /[\w~%@$+*=-]/.test(after)) || '?&#'.includes(after)) breaks[start + i] = BREAK;
  }
}

/** Western words break after a hyphen or dash with two letters at least on either side, and after a question mark. */
function keepWords(token: string, start: number, breaks: Uint8Array): void {
  for (let i = 1; i < token.length; i++) {
    if (breaks[start + i] === BREAK && !parts(token, i)) breaks[start + i] = NO_BREAK;
  }
}

function parts(token: string, i: number): boolean {
  const before = token.charAt(i - 1);
  if (before === '?') return true;
  if (!'-‐–'.includes(before)) return false;
  // A dash after Japanese text is no part of the word behind it.
  return (i === 1 && before !== '-') || (lettersBefore(token, i - 1) && lettersAfter(token, i));
}

const isLetter = (character: string): boolean => /^[A-Za-z\u00C0-\u024F]$/.test(character);

function lettersBefore(token: string, end: number): boolean {
  return isLetter(token.charAt(end - 1)) && isLetter(token.charAt(end - 2));
}

function lettersAfter(token: string, start: number): boolean {
  return isLetter(token.charAt(start)) && isLetter(token.charAt(start + 1));
}
