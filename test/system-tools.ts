/** Takes the names of system tools, gives a test that needs them: skipped by name where one is missing, a failure where CI is set. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'vitest';

function installed(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function testWithTools(
  tools: readonly string[],
  title: string,
  body: () => void | Promise<void>,
): void {
  const missing = tools.filter((tool) => !installed(tool));
  if (missing.length === 0) test(title, body);
  else if (process.env.CI) {
    test(title, () => {
      throw new Error(`not installed: ${missing.join(', ')}`);
    });
  } else test.skip(`${title} (needs ${missing.join(', ')})`, body);
}
