// Takes BudouX's Japanese model, gives src/typesetting/layout/inline/phrase-model.generated.ts.
//
// Only the model is wanted: the package brings a DOM, a command line and an uploader with it. Run by hand when a
// better model is published:
//   node scripts/generate-phrase-model.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BUDOUX = 'budoux@0.9.2';
const TARGET = fileURLToPath(
  new URL('../src/typesetting/layout/inline/phrase-model.generated.ts', import.meta.url),
);

const folder = mkdtempSync(path.join(tmpdir(), 'phrase-model-'));
try {
  const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, BUDOUX], {
    encoding: 'utf8',
  });
  execFileSync('tar', ['xzf', path.join(folder, file.trim().split('\n').at(-1) ?? ''), '-C', folder]);
  const source = readFileSync(path.join(folder, 'package/src/data/models/ja.ts'), 'utf8');
  const model = JSON.parse(source.slice(source.indexOf('= {') + 2, source.lastIndexOf('}') + 1));
  const features = Object.entries(model);
  const weights = JSON.stringify(
    Object.fromEntries(features.map(([name, ofName]) => [name, Object.entries(ofName)])),
  );
  if (/['\\]/.test(weights)) throw new Error('a character that a quoted string would not hold as it is');
  const sum = features
    .flatMap(([, ofName]) => Object.values(ofName))
    .reduce((before, weight) => before + weight, 0);
  writeFileSync(
    TARGET,
    `/**
 * The Japanese model of BudouX 0.9.2: the weight of each feature, by its characters.
 * Written by scripts/generate-phrase-model.mjs; not for editing.
 *
 * Copyright 2021 Google LLC. Licensed under the Apache License, Version 2.0:
 * https://www.apache.org/licenses/LICENSE-2.0 (licenses/Apache-2.0.txt)
 * Changed: of each feature the pairs of characters and weight are a list; their sum is worked out.
 */

/** JSON: by feature, pairs of characters and weight. As text it is read sooner than as code. */
export const PHRASE_WEIGHTS =
  '${weights}';

/** Of all features. */
export const SUM_OF_WEIGHTS = ${sum};
`,
  );
  console.log(`${features.length} features → ${path.relative(process.cwd(), TARGET)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
