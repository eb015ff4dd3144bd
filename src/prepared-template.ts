/** Takes what a template's files hold, gives what they say as it was prepared for the same; undefined where it was not. */

import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import type { ParsedTemplate, TemplateSources } from './office/template/load-template.js';
import type { TemplateSource } from './office/template/parse-source.js';
import { prepared } from './prepared.js';
import { fromJson, jsonWithout } from './prepared-json.js';

export function preparedTemplate(sources: TemplateSources): ParsedTemplate | undefined {
  const json = prepared(keyOf(sources));
  return json && (fromJson(json, sources.folder) as ParsedTemplate);
}

/** What `preparedTemplate` looks for. */
export const prepareTemplate = (
  sources: TemplateSources,
  parsed: ParsedTemplate,
): readonly [key: string, bytes: Uint8Array] => [keyOf(sources), jsonWithout(sources.folder, parsed)];

function keyOf({ manifest, css, facts, main, partials }: TemplateSources): string {
  const hash = createHash('sha256').update(JSON.stringify([sep, ...partials.keys()]));
  const add = ({ text }: TemplateSource) => hash.update(JSON.stringify(text));
  for (const source of [manifest, css, facts, main, ...partials.values()]) add(source);
  return `template ${hash.digest('base64')}`;
}
