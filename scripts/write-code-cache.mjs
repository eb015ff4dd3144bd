// Takes the bundled command, runs it once as at the counter, and keeps what V8 compiled of it. A process of its own: what
// it compiles must be what the command alone would.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/cli', import.meta.url));
const { CACHE, compiledCommand } = await import(join(folder, 'compiled-command.js'));
const command = compiledCommand(folder);
const customer = fileURLToPath(new URL('../examples/customer.json', import.meta.url));
const aside = mkdtempSync(join(tmpdir(), 'annai-build-'));
try {
  await command.start(['sheet', '--customer', customer, '-o', join(aside, 'sheet.pdf')]);
  if (process.exitCode !== 0)
    throw new Error(`the example sheet was not made: exit code ${process.exitCode}`);
} finally {
  rmSync(aside, { recursive: true, force: true });
}
writeFileSync(join(folder, CACHE), command.cache());
