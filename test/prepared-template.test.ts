import { cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseFacts } from '../src/office/sheet/facts.js';
import { loadTemplate, type TemplateSources } from '../src/office/template/load-template.js';
import { parseTemplate } from '../src/office/template/parse-template.js';
import { SHIPPED_TEMPLATE } from '../src/pipeline.js';
import { prepareTemplate } from '../src/prepared-template.js';

const parse = (sources: TemplateSources) => parseTemplate(sources, parseFacts);

/** What the template of a folder is kept under, and as what. */
function kept(folder: string): readonly [key: string, json: string] {
  let result: readonly [string, Uint8Array] | undefined;
  loadTemplate(folder, (sources) => {
    result = prepareTemplate(sources, parse(sources));
    return parse(sources);
  });
  const [key, bytes] = result ?? ['', new Uint8Array()];
  return [key, Buffer.from(bytes).toString()];
}

/** The shipped template at another place. */
function elsewhere(): string {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'annai-template-'))), 'mail-settings');
  cpSync(SHIPPED_TEMPLATE, folder, { recursive: true });
  return folder;
}

test('what is kept of a template is the same wherever its folder lies', () => {
  const [key, json] = kept(SHIPPED_TEMPLATE);
  expect(kept(elsewhere())).toEqual([key, json]);
  expect(json).not.toContain(JSON.stringify(realpathSync(SHIPPED_TEMPLATE)).slice(1, -1));
});

test.each(['sheet.hbs', 'partials/opening.hbs', 'facts.yaml', 'template.yaml', 'style.css'])(
  'a change of %s has it read again',
  (name) => {
    const folder = elsewhere();
    const file = join(folder, name);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(kept(folder)[0]).not.toBe(kept(SHIPPED_TEMPLATE)[0]);
  },
);

test('a partial by another name has it read again', () => {
  const folder = elsewhere();
  cpSync(join(folder, 'partials/opening.hbs'), join(folder, 'partials/opening2.hbs'));
  expect(kept(folder)[0]).not.toBe(kept(SHIPPED_TEMPLATE)[0]);
});
