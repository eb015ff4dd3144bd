/** Gives annai's version, as its package says. */

import { readFileSync } from 'node:fs';
import { shipped } from '../package-root.js';

export function version(): string {
  const text = readFileSync(shipped('package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
