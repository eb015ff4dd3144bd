/** Takes stored samples, gives a PNG file of any kind of the format (PNG 3rd edition), filter 0 throughout. */

import { crc32, deflateSync } from 'node:zlib';

export interface PngKind {
  readonly color: 0 | 2 | 3 | 4 | 6;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

export const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function pngOf(width: number, height: number, kind: PngKind, samples: readonly number[]): Uint8Array {
  const perPixel = SAMPLES[kind.color];
  const rows: Buffer[] = [];
  for (const [x0, y0, stepX, stepY] of kind.interlaced === true ? PASSES : ([[0, 0, 1, 1]] as const)) {
    for (let y = y0; y < height; y += stepY) {
      let bits = '';
      for (let x = x0; x < width; x += stepX) {
        for (let s = 0; s < perPixel; s += 1) {
          bits += (samples[(y * width + x) * perPixel + s] ?? 0).toString(2).padStart(kind.bitDepth, '0');
        }
      }
      if (bits === '') continue;
      const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [];
      rows.push(Buffer.from([0, ...bytes.map((byte) => Number.parseInt(byte, 2))]));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([kind.bitDepth, kind.color, 0, 0, kind.interlaced === true ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(kind.palette === undefined ? [] : [chunk('PLTE', Buffer.from(kind.palette))]),
    ...(kind.transparency === undefined ? [] : [chunk('tRNS', Buffer.from(kind.transparency))]),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
