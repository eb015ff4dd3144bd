// Takes the checkout, fails where git sees a changed or an unknown file: what the gate judged must be what is committed,
// and no test may leave anything behind.

import { execFileSync } from 'node:child_process';

const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
if (changed !== '') {
  console.error(`clean tree: these files are not committed\n${changed}`);
  process.exit(1);
}
console.log('clean tree: yes');
