/** Takes the arguments of the process, gives its exit code. */

import { prepareShipped } from '../prepare-shipped.js';
import { runCommandLine } from './program.js';
import { processTerminal } from './terminal.js';

/** For `npm run build`: it must be worked out by the very code that asks for it. */
export { prepareShipped };

export async function start(args: readonly string[]): Promise<void> {
  // `annai check … | head` closes the pipe early: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(args, processTerminal(args));
}

/** On a thread that a batch has started: serves that. */
export async function serve(): Promise<void> {
  const { serveSheets } = await import('../batch/serve-sheets.js');
  serveSheets();
}
