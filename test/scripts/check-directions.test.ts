import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A checkout with these files in it, judged by the real rules. */
function judge(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'annai-directions-'));
  folders.push(folder);
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { pdfkit: '*', fontkit: '*' } }),
  );
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-directions.mjs', folder], {
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

const lawful = {
  'src/typesetting/style/box.ts': 'export type Thing = string;',
  'src/typesetting/fonts/face.ts': 'export const thing = 1;',
  'src/typesetting/layout/lay.ts':
    "import type { Thing } from '../style/box.js';\nimport { thing } from '../fonts/face.js';\nexport const lay = (it: Thing) => [it, thing];",
};

/** One module for each rule that breaks it: [rule, folder, what it imports]. */
const unlawful = [
  ['wings-never-meet', 'office/template', "type { Thing } from '../../typesetting/target.js'"],
  ['wings-never-meet-either-way', 'typesetting', "type { Thing } from '../office/sheet/target.js'"],
  ['typesetting-style-calls-no-other-stage', 'typesetting/style', "{ thing } from '../markup/target.js'"],
  [
    'typesetting-style-knows-no-later-stage',
    'typesetting/style',
    "type { Thing } from '../layout/target.js'",
  ],
  ['office-customers-knows-no-later-stage', 'office/customers', "type { Thing } from '../sheet/target.js'"],
  ['fonts-and-symbols-call-no-stage', 'typesetting/fonts', "{ thing } from '../layout/target.js'"],
  ['only-the-typesetter-remembers', 'typesetting/layout', "{ thing } from '../memo.js'"],
  ['nobody-imports-a-face', 'batch', "{ thing } from '../cli/target.js'"],
  ['nobody-below-knows-the-pipeline', 'office/sheet', "type { Thing } from '../../pipeline.js'"],
  ['postal-stands-alone', 'postal', "{ thing } from '../office/sheet/target.js'"],
  ['pure-stages-do-no-io', 'typesetting/paint', "{ readFileSync } from 'node:fs'"],
  ['pdfkit-in-pdf-only', 'typesetting/paint', "PDFDocument from 'pdfkit'"],
  ['fontkit-in-fonts-only', 'typesetting/pdf', "* as fontkit from 'fontkit'"],
  ['shipped-code-needs-shipped-packages', 'batch', "{ test } from 'vitest'"],
  ['everything-resolves', 'batch', "{ thing } from './nowhere.js'"],
  ['no-cycles', 'batch', "type { Thing } from './target.js'"],
] as const;

const targets = [
  'typesetting/target',
  'typesetting/markup/target',
  'typesetting/layout/target',
  'typesetting/memo',
  'office/sheet/target',
  'cli/target',
  'pipeline',
];

describe('the direction rules', () => {
  test('let a stage import the types of an earlier stage and call fonts and symbols', () => {
    const { status, text } = judge(lawful);
    expect(text).toContain('2 imports, 0 against the rules');
    expect(status).toBe(0);
  });

  describe('refuse', () => {
    let verdict: { status: number | null; text: string };
    beforeAll(() => {
      verdict = judge({
        ...lawful,
        ...Object.fromEntries(
          targets.map((target) => [
            `src/${target}.ts`,
            'export type Thing = string;\nexport const thing = 1;',
          ]),
        ),
        ...Object.fromEntries(
          unlawful.map(([rule, folder, what]) => [
            `src/${folder}/${rule}.ts`,
            `import ${what};\nexport type It = 1;`,
          ]),
        ),
        'src/batch/target.ts': "import type { It } from './no-cycles.js';\nexport type Thing = It;",
      });
    });

    test.each(unlawful)('%s', (rule, folder) => {
      expect(verdict.text).toContain(`${rule}: src/${folder}/${rule}.ts → `);
    });

    test('with a failing exit code', () => {
      expect(verdict.status).toBe(1);
    });
  });

  test('a run that sees no module is a failure, not a success', () => {
    const { status, text } = judge({ 'src/readme.txt': 'nothing to cruise' });
    expect(text).toContain('nothing was checked');
    expect(status).toBe(1);
  });
});
