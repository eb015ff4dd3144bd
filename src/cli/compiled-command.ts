/**
 * Takes the folder of the bundled command, gives the command ready to start.
 *
 * V8 keeps what it compiled of a script: with that beside the script (`npm run build` puts it there) a sheet at the counter
 * need not wait for a megabyte of JavaScript to be read again. Another version of Node finds the cache strange, and
 * compiles as if there were none. That it is of this code is seen to here: V8 compares nothing but lengths, and would run
 * what it compiled of other code.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { prepareShipped, serve, start } from './start.js';

export const COMMAND = 'command.cjs';
export const CACHE = 'command.cache';

interface CompiledCommand {
  readonly script: Script;
  /** The file of what V8 has compiled of the command by now. */
  readonly cache: () => Uint8Array;
  readonly start: typeof start;
  readonly serve: typeof serve;
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
  // `npm run build` writes it in ASCII.
  const source = readFileSync(file, 'latin1');
  const cachedData = readCache(join(folder, CACHE), source);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} as Omit<CompiledCommand, 'script' | 'cache'> };
  (script.runInThisContext() as Module)(module.exports, createRequire(file), module, file, folder);
  return { script, cache: () => cacheOf(source, script), ...module.exports };
}

/** Before what V8 made: what the code is told by (see prepared.ts), and the sum of what follows. */
const CODE = 'annai-code:';
const MARK = CODE.length + 64;
/** A multiple of eight: of what begins elsewhere, V8 makes a copy. */
const HEAD = Math.ceil((MARK + 4) / 8) * 8;
const SUM = HEAD - 4;

const markOf = (source: string): string => {
  const at = source.indexOf(CODE);
  return source.slice(at, at + MARK);
};

/** Undefined where there is none, or one that is damaged or of other code. */
function readCache(file: string, source: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length <= HEAD || bytes.toString('latin1', 0, MARK) !== markOf(source)) return undefined;
  const data = bytes.subarray(HEAD);
  return crc32(data) === bytes.readUInt32LE(SUM) ? data : undefined;
}

function cacheOf(source: string, script: Script): Uint8Array {
  const data = script.createCachedData();
  const head = Buffer.alloc(HEAD);
  head.write(markOf(source), 'latin1');
  head.writeUInt32LE(crc32(data), SUM);
  return Buffer.concat([head, data]);
}
