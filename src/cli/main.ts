#!/usr/bin/env node
/** Starts the command as `npm run build` compiled it. */

import { compiledCommand } from './compiled-command.js';

await compiledCommand(import.meta.dirname).start(process.argv.slice(2));
