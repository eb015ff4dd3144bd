/**
 * Takes what sheets are made from, gives digests of it: of template and profile, and for each customer of all of it.
 * Where that is the same, so are the bytes.
 *
 * A password is left out, for a digest of it could be guessed from; so a sheet that prints one has no digest, nor has a
 * file that is locked with one.
 */

import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Customer } from '../office/customers/customer.js';
import { PROVIDER_FILE } from '../office/provider/load-provider.js';
import type { Pipeline, PipelineOptions } from '../pipeline.js';

export type SourceDigest = (customer: Customer) => string | undefined;

export interface OfficeDigests {
  readonly template: string;
  readonly profile: string;
}

export function officeDigests(
  { template, provider }: Pipeline,
  { provider: profileFolder }: PipelineOptions,
): OfficeDigests {
  const ofTemplate = createHash('sha256');
  addFiles(ofTemplate, template.folder);
  const ofProfile = createHash('sha256').update(JSON.stringify(provider));
  const { logo } = provider.contact;
  if (logo !== undefined) ofProfile.update(readFileSync(join(profileFolder ?? template.folder, logo)));
  return { template: ofTemplate.digest('hex'), profile: ofProfile.digest('hex') };
}

/** `revision`: of annai itself, its fonts included. */
export function createSourceDigest(
  pipeline: Pipeline,
  options: PipelineOptions,
  office: OfficeDigests,
  revision: string,
): SourceDigest {
  const { issueDate, edition, allowRisky, standard } = options;
  const chosen = [issueDate, edition ?? null, allowRisky ?? false, standard ?? null];
  const common = JSON.stringify([revision, ...chosen, office]);
  return (customer) => {
    if (options.password !== undefined || printsPassword(customer, pipeline)) return undefined;
    return createHash('sha256').update(common).update(recordContent(customer, pipeline)).digest('hex');
  };
}

const printsPassword = ({ initialPassword }: Customer, { provider }: Pipeline): boolean =>
  provider.passwordPolicy === 'print' && initialPassword !== undefined;

/** Every field that may be printed, in one order. Holds the password where it is printed: never to be kept, nor a plain digest of it. */
export function recordContent(customer: Customer, pipeline: Pipeline): string {
  const { initialPassword, place: _place, headings: _headings, ...content } = customer;
  const secret = printsPassword(customer, pipeline) ? [['initialPassword', initialPassword]] : [];
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([...fields, ...secret]);
}

/** What a template is made of; an office may keep its profile, its customers and sheets beside it. */
const OF_TEMPLATE = /\.(?:hbs|css|yaml|png|jpe?g)$/i;

function addFiles(hash: Hash, folder: string): void {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => OF_TEMPLATE.test(name) && name !== PROVIDER_FILE)
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => isFileInside(folder, path));
  for (const path of paths.sort()) hash.update(`${relative(folder, path)}\n`).update(readFileSync(path));
}

/** A link to somewhere else is no part of the template: none can read it. */
function isFileInside(folder: string, path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && realpathSync(path).startsWith(folder + sep);
}
