// Takes the folder of a checkout (default: this one), cruises its src/ by .dependency-cruiser.cjs, and fails on any
// import that goes against the corridor, or where the cruiser saw nothing to judge.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';

const require = createRequire(import.meta.url);
/** @type {Required<import('dependency-cruiser').IConfiguration>} */
const { forbidden, options } = require('../.dependency-cruiser.cjs');
// `cruise` wants the parsed compiler options where its own command line takes a file name; it needs neither here.
delete options?.tsConfig;

const root = resolve(process.argv[2] ?? '.');
const { output } = await cruise(['src'], {
  ...options,
  baseDir: root,
  ruleSet: { forbidden: forbidden ?? [] },
  validate: true,
});
if (typeof output === 'string')
  throw new Error('dependency-cruiser answered with text instead of its result');

const { totalCruised, totalDependenciesCruised = 0, violations } = output.summary;
// A cruiser that cannot read TypeScript reports success over zero modules, or over modules without imports.
if (totalCruised === 0 || totalDependenciesCruised === 0) {
  console.error(
    `directions: nothing was checked (${totalCruised} modules, ${totalDependenciesCruised} imports)`,
  );
  process.exit(1);
}
for (const { rule, from, to, cycle } of violations) {
  const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
  const why = forbidden?.find((known) => known.name === rule.name)?.comment;
  console.error(`${rule.name}: ${from} → ${path}${why === undefined ? '' : `\n  ${why}`}`);
}
console.log(
  `directions: ${totalCruised} modules, ${totalDependenciesCruised} imports, ${violations.length} against the rules`,
);
process.exit(violations.length === 0 ? 0 : 1);
