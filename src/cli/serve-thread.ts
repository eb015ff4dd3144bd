/** Starts, on a thread of a batch, the command as `npm run build` compiled it. */

import { compiledCommand } from './compiled-command.js';

void compiledCommand(import.meta.dirname).serve();
