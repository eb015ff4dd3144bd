/** Takes what a template's files hold, gives what they say as it was prepared for the same; undefined where it was not. */

import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import type { ParsedTemplate, TemplateSources } from './office/template/load-template.js';
import type { TemplateSource } from './office/template/parse-source.js';
import { prepared } from './prepared.js';

/** In the place of the folder's path, which may be another than it was. No text of a template holds it, as is seen to. */
const HERE = '\\u0000';

export function preparedTemplate(sources: TemplateSources): ParsedTemplate | undefined {
  const json = prepared(keyOf(sources))?.toString();
  return json && JSON.parse(json.replaceAll(HERE, () => inJson(sources.folder)));
}

/** What `preparedTemplate` looks for. */
export function prepareTemplate(
  sources: TemplateSources,
  parsed: ParsedTemplate,
): readonly [key: string, bytes: Uint8Array] {
  refuseUnlikeJson(parsed);
  const json = JSON.stringify(parsed);
  if (json.includes(HERE)) throw new Error('annai: internal error: U+0000 in a template that is shipped');
  return [keyOf(sources), Buffer.from(json.replaceAll(inJson(sources.folder), () => HERE))];
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function keyOf({ manifest, css, facts, main, partials }: TemplateSources): string {
  const hash = createHash('sha256').update(JSON.stringify([sep, ...partials.keys()]));
  const add = ({ text }: TemplateSource) => hash.update(JSON.stringify(text));
  for (const source of [manifest, css, facts, main, ...partials.values()]) add(source);
  return `template ${hash.digest('base64')}`;
}

/** What JSON would silently change. A key that is undefined is as good as none. */
function refuseUnlikeJson(value: unknown): void {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return;
  const isPlain = typeof value === 'object' && (Array.isArray(value) || !(Symbol.iterator in value));
  if (!isPlain) throw new Error(`annai: internal error: ${String(value)} is not for JSON`);
  for (const each of Object.values(value)) if (each !== undefined) refuseUnlikeJson(each);
}
