#!/usr/bin/env node
/** Starts the command as `npm run build` compiled it. */

import { compiledCommand } from './compiled-command.js';
import { optimiseLate } from './optimise-late.js';

const args = process.argv.slice(2);
const command = compiledCommand(import.meta.dirname);
// Not before: what V8 compiled is for its flags as they were then.
if (args.includes('sheet')) optimiseLate();
void command.start(args);
