// Takes files of vectors (test/vectors/README.md), sets each vector by the engine, prints pass/total per kind and each failure,
// with the reason where it is known to contradict its specification (test/vectors/contradictions.json). Exit code 1 where
// another one fails. The engine's answers are those of the tests: test/typesetting/layout/inline/vectors.ts.

import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

const ADAPTER = new URL('../test/typesetting/layout/inline/vectors.ts', import.meta.url).pathname;

/** @type {readonly { readonly id: string; readonly reason: string }[]} */
const CONTRADICTIONS = JSON.parse(
  readFileSync(new URL('../test/vectors/contradictions.json', import.meta.url), 'utf8'),
);

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run vectors -- FILE.json …');
  process.exit(1);
}

const bundle = await rolldown({ input: ADAPTER, platform: 'node', logLevel: 'silent' });
const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
await bundle.close();
/** @type {typeof import('../test/typesetting/layout/inline/vectors.ts')} */
const { score } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);

let failed = false;
for (const file of files) {
  if (files.length > 1) console.log(file);
  for (const [kind, { pass, total, failures }] of score(JSON.parse(readFileSync(file, 'utf8')))) {
    console.log(`${kind} ${pass}/${total}`);
    for (const { id, mode, text, wanted, given } of failures) {
      const known = CONTRADICTIONS.find((contradiction) => contradiction.id === id);
      if (known === undefined) failed = true;
      console.log(`  ${id} ${mode} ${JSON.stringify(text)}`);
      console.log(`    wanted ${JSON.stringify(wanted)}`);
      console.log(`    given  ${JSON.stringify(given)}`);
      if (known !== undefined) console.log(`    contradicts its specification: ${known.reason}`);
    }
  }
}
process.exitCode = failed ? 1 : 0;
