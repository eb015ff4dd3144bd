/**
 * Takes what sheets are made from, gives for each customer the digest of all of it: where it is the same, so are the bytes.
 *
 * A password is left out, for a digest of it could be guessed from; so a sheet that prints one has no digest, nor has a
 * file that is locked with one.
 */

import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Customer } from '../office/customers/customer.js';
import type { Pipeline, PipelineOptions } from '../pipeline.js';

export type SourceDigest = (customer: Customer) => string | undefined;

/** `revision`: of annai itself, its fonts included. */
export function createSourceDigest(
  { template, provider }: Pipeline,
  options: PipelineOptions,
  revision: string,
): SourceDigest {
  const hash = createHash('sha256');
  const { issueDate, edition, allowRisky, standard } = options;
  const chosen = [issueDate, edition ?? null, allowRisky ?? false, standard ?? null];
  hash.update(JSON.stringify([revision, ...chosen, provider]));
  addFiles(hash, template.folder);
  const { logo } = provider.contact;
  if (logo !== undefined) hash.update(readFileSync(join(options.provider ?? template.folder, logo)));
  const common = hash.digest();
  return ({ initialPassword, place: _place, headings: _headings, ...content }) => {
    if (options.password !== undefined) return undefined;
    if (provider.passwordPolicy === 'print' && initialPassword !== undefined) return undefined;
    const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash('sha256').update(common).update(JSON.stringify(fields)).digest('hex');
  };
}

/** What a template is made of; an office may keep its customers and sheets beside it. */
const OF_TEMPLATE = /\.(?:hbs|css|yaml|png|jpe?g)$/i;

function addFiles(hash: Hash, folder: string): void {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => OF_TEMPLATE.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => isFileInside(folder, path));
  for (const path of paths.sort()) hash.update(`${relative(folder, path)}\n`).update(readFileSync(path));
}

/** A link to somewhere else is no part of the template: none can read it. */
function isFileInside(folder: string, path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && realpathSync(path).startsWith(folder + sep);
}
