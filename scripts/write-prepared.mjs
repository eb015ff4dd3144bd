// Takes the bundled command, has it work out what it can before any customer comes, and keeps that beside it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/cli', import.meta.url));
const { compiledCommand } = await import(join(folder, 'compiled-command.js'));
writeFileSync(join(folder, 'prepared.bin'), compiledCommand(folder).prepareShipped());
