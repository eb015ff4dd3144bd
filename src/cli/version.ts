/** Gives annai's version, as its package says, and what tells builds of one version apart. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { shipped } from '../package-root.js';

export function version(): string {
  const text = readFileSync(shipped('package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** Changes with every change of the code: the command is one file, and this module is in it. */
export function revision(): string {
  const code = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex');
  return `${version()} ${code}`;
}
