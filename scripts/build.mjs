// Takes src/, gives dist/: a fresh compile, so that no file of a renamed module stays behind in a published package.

import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(`${root}dist`, { recursive: true, force: true });
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}
// npm sets this bit on what it installs, not on the checkout that `npx annai` runs in.
chmodSync(`${root}dist/cli/main.js`, 0o755);
