/**
 * Takes CSS text and font families, gives what the text says as it was prepared for the same; reads it where it was not.
 *
 * A part of typesetter.ts: it calls stages.
 */

import { createHash } from 'node:crypto';
import { prepared } from '../prepared.js';
import { fromJson, jsonWithout } from '../prepared-json.js';
import type { Environment } from './style/properties.js';
import { readSheet } from './style/read-sheet.js';
import type { StatedSheet } from './style/stated-sheet.js';
import { USER_AGENT_SHEET } from './style/user-agent-sheet.js';

/** `find` gives the bytes under a key. */
export function preparedSheet(
  css: string,
  file: string,
  environment: Environment,
  find: typeof prepared = prepared,
): StatedSheet {
  const json = find(keyOf(css, environment));
  return json === undefined ? readSheet(css, file, environment) : (fromJson(json, file) as StatedSheet);
}

/** What `preparedSheet` looks for, for this text and for annai's own. */
export function prepareSheets(css: string, environment: Environment): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [USER_AGENT_SHEET, css].map((text) => {
      const sheet = readSheet(text, FILE, environment);
      if (sheet.problems.length > 0)
        throw new Error('annai: internal error: a style sheet that is shipped is wrong');
      return [keyOf(text, environment), jsonWithout(FILE, sheet)];
    }),
  );
}

/** A name that no style sheet holds. */
const FILE = 'style sheet being prepared';

const keyOf = (css: string, { families }: Environment): string =>
  `style sheet ${createHash('sha256')
    .update(JSON.stringify([css, families]))
    .digest('base64')}`;
