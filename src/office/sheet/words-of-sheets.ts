/**
 * Takes nothing, gives the words that sheets say on their own, whoever the customer is, as HTML: their glyphs are subset once
 * for all files, instead of again for each.
 *
 * A word that is missing here costs a customer's file some time, and nothing else.
 */

import { issueDateText } from './issue-date.js';
import { legendFor } from './look-alikes.js';
import { SETTINGS_ITEMS } from './settings-items.js';
import { WORDS_OF_VALUES } from './settings-values.js';
import { spellOut } from './spelling.js';

/** What mail addresses are made of. */
const IDENTIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@.-_';
/** Between values, where several stand together. */
const BETWEEN = '・：／';
/** What nearly every address is written with. */
const ADDRESS = '県市区郡町村字丁目番地号';

export function wordsOfSheets(): string {
  const settings = [...SETTINGS_ITEMS.map(({ item }) => item), WORDS_OF_VALUES].join('');
  const readings = spellOut(IDENTIFIERS).map(({ reading }) => reading);
  const legend = legendFor([IDENTIFIERS]).map(({ explanation }) => explanation);
  const plain = [settings, BETWEEN, ADDRESS, issueDateText('2026-11-23'), ...readings, ...legend].join('');
  return `<p>${plain}</p><strong>${settings}</strong>`;
}
