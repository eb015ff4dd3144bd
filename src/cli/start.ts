/** Takes the arguments of the process, gives its exit code; on a thread that a batch has started, serves that. */

import { isMainThread } from 'node:worker_threads';
import { prepareShipped } from '../prepare-shipped.js';
import { runCommandLine } from './program.js';
import { processTerminal } from './terminal.js';

/** For `npm run build`: it must be worked out by the very code that asks for it. */
export { prepareShipped };

export async function start(args: readonly string[]): Promise<void> {
  if (!isMainThread) {
    const { serveSheets } = await import('../batch/serve-sheets.js');
    serveSheets();
    return;
  }
  // `annai check … | head` closes the pipe early: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(args, processTerminal(args));
}
