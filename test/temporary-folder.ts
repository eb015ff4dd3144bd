/** Gives the tests of a run a temporary folder of their own, and takes it away with whatever they left in it. */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'annai-tests-'));
  // Tests that run the command as another user have their folders in it.
  chmodSync(folder, 0o755);
  // TEMP is what Windows asks.
  for (const name of ['TMPDIR', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
