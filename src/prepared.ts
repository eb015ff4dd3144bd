/**
 * Takes a key, gives what `npm run build` worked out for it: results that depend on what the key tells and on annai's code,
 * and on nothing else, so that a sheet at the counter need not wait for them. Where there is nothing under a key, whoever
 * asks works it out himself, and it comes out the same.
 *
 * The file lies beside the bundled command and is for that code alone. Beside src/ and the library there is none.
 */

import { fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const PREPARED = 'prepared.bin';

/** What the code is told by: `npm run build` writes the digest of the bundled command here. */
const CODE = 'annai-code:0000000000000000000000000000000000000000000000000000000000000000';

/** Where an entry stands in the file, and the sum that says that it is whole. */
type Entry = readonly [offset: number, length: number, sum: number];

interface Index {
  readonly code: string;
  readonly length: number;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** The length of the index, then the index. */
const HEAD = 4;

let opened: { readonly handle: number; readonly entries: ReadonlyMap<string, Entry> } | undefined;

/** They begin where their buffer begins. */
export function prepared(key: string): Buffer | undefined {
  opened ??= open(join(import.meta.dirname, PREPARED)) ?? { handle: -1, entries: new Map() };
  const [offset = 0, length = 0, sum] = opened.entries.get(key) ?? [];
  if (sum === undefined) return undefined;
  const bytes = read(opened.handle, offset, length);
  return bytes !== undefined && crc32(bytes) === sum ? bytes : undefined;
}

/** Undefined where there is no such file, it is damaged, or of other code. */
function open(file: string): typeof opened {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return undefined;
  }
  const length = read(handle, 0, HEAD)?.readUInt32LE(0) ?? 0;
  const json = length < fstatSync(handle).size ? read(handle, HEAD, length) : undefined;
  const index = json && parseIndex(json);
  if (index?.code !== CODE || index.length !== fstatSync(handle).size) return undefined;
  return { handle, entries: new Map(Object.entries(index.entries)) };
}

function parseIndex(json: Buffer): Index | undefined {
  try {
    return JSON.parse(json.toString()) as Index;
  } catch {
    return undefined;
  }
}

function read(handle: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(length);
  return readSync(handle, bytes, 0, length, offset) === length ? bytes : undefined;
}

/** The file of these results: whole bytes under their keys. */
export function preparedFile(results: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies = [...results.values()];
  const indexAt = (start: number, length: number): Buffer => {
    let offset = start;
    const entries: Record<string, Entry> = {};
    for (const [index, [key, bytes]] of [...results].entries()) {
      entries[key] = [offset, bytes.length, crc32(bytes)];
      offset += bodies[index]?.length ?? 0;
    }
    return Buffer.from(JSON.stringify({ code: CODE, length, entries } satisfies Index));
  };
  const size = bodies.reduce((sum, { length }) => sum + length, 0);
  // Places and lengths are larger where the index is longer: it has the room that the largest take, and ends in blanks.
  const start = HEAD + indexAt(1e9, 1e9).length;
  const head = Buffer.alloc(start, ' ');
  head.writeUInt32LE(start - HEAD, 0);
  indexAt(start, start + size).copy(head, HEAD);
  return Buffer.concat([head, ...bodies]);
}
