/** Takes the arguments of the process, gives its exit code. */

import { runCommandLine } from './program.js';
import { processTerminal } from './terminal.js';

export async function start(args: readonly string[]): Promise<void> {
  // `annai check … | head` closes the pipe early: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(args, processTerminal(args));
}
