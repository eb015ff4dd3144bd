#!/usr/bin/env node
/** Takes the process's arguments, gives its exit code. */

import { runCommandLine } from './program.js';
import { processTerminal } from './terminal.js';

// `annai check … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const args = process.argv.slice(2);
process.exitCode = await runCommandLine(args, processTerminal(args));
