// Takes src/, gives dist/. What an earlier compile left of renamed modules goes; dist/ is never missing meanwhile, so that
// a command that runs can go on.

import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const begun = Date.now();
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, name);
  const entry = statSync(file);
  // tsc writes every output anew. File times are coarser than the clock on some file systems, hence the second.
  if (entry.isFile() && entry.mtimeMs < begun - 1000) rmSync(file);
}
// What package.json promises to those who import annai.
for (const { types, default: code } of Object.values(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports,
)) {
  for (const file of [types, code]) statSync(join(root, file));
}
// npm sets this bit on what it installs, not on the checkout that `npx annai` runs in.
chmodSync(join(dist, 'cli', 'main.js'), 0o755);
