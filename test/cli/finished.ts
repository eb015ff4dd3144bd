/** Takes a running command, gives what it said when it has ended. */

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';

export async function finished(child: ChildProcessWithoutNullStreams): Promise<{
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}> {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}
