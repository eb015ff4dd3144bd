/**
 * Takes the folder of the bundled command, gives the command ready to start.
 *
 * V8 keeps what it compiled of a script: with that beside the script (`npm run build` puts it there) a sheet at the counter
 * need not wait for a megabyte of JavaScript to be read again. Another version of Node finds the cache strange, and
 * compiles as if there were none.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { prepareShipped, start } from './start.js';

export const COMMAND = 'command.cjs';
export const CACHE = 'command.cache';

interface CompiledCommand {
  readonly script: Script;
  readonly start: typeof start;
  readonly prepareShipped: typeof prepareShipped;
}

/** What CommonJS modules find around them. */
type Module = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  filename: string,
  dirname: string,
) => void;

export function compiledCommand(folder: string): CompiledCommand {
  const file = join(folder, COMMAND);
  const cache = join(folder, CACHE);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
    { filename: file, ...(existsSync(cache) && { cachedData: readFileSync(cache) }) },
  );
  const module = { exports: {} as Omit<CompiledCommand, 'script'> };
  (script.runInThisContext() as Module)(module.exports, createRequire(file), module, file, folder);
  return { script, ...module.exports };
}
