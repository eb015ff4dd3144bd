/** Takes a PNG file, gives its pixels as 8-bit samples, colours and alpha apart (PNG 3rd edition §7–9). */

import { inflateSync } from 'node:zlib';
import { type PngFile, samplesPerPixel } from './png-file.js';

export interface Pixels {
  readonly channels: 1 | 3;
  readonly colors: Buffer;
  /** Undefined where every pixel is opaque. */
  readonly alpha: Buffer | undefined;
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

const WHOLE: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/** Throws where the data are shorter than the header promises. */
export function decodePixels(png: PngFile): Pixels {
  const samples = readSamples(png);
  const pixels = png.width * png.height;
  const channels = png.color === 'grey' || png.color === 'grey-alpha' ? 1 : 3;
  const colors = Buffer.alloc(pixels * channels);
  const alpha = Buffer.alloc(pixels, 255);
  const stored = samplesPerPixel(png);
  const to8 = (sample: number): number => Math.round((sample * 255) / (2 ** png.bitDepth - 1));
  const clear = clearColor(png);
  for (let i = 0; i < pixels; i += 1) {
    const at = i * stored;
    if (png.color === 'indexed') {
      const index = samples[at] ?? 0;
      png.palette.copy(colors, i * 3, index * 3, index * 3 + 3);
      alpha[i] = png.transparency?.[index] ?? 255;
      continue;
    }
    for (let channel = 0; channel < channels; channel += 1) {
      colors[i * channels + channel] = to8(samples[at + channel] ?? 0);
    }
    if (stored > channels) alpha[i] = to8(samples[at + channels] ?? 0);
    else if (clear?.every((value, channel) => samples[at + channel] === value)) alpha[i] = 0;
  }
  return { channels, colors, alpha: alpha.every((value) => value === 255) ? undefined : alpha };
}

function clearColor({ color, transparency }: PngFile): readonly number[] | undefined {
  if (transparency === undefined || color === 'indexed') return undefined;
  return Array.from({ length: transparency.length / 2 }, (_, i) => transparency.readUInt16BE(i * 2));
}

/** All samples in reading order, as stored (not scaled). */
function readSamples(png: PngFile): Uint16Array {
  const perPixel = samplesPerPixel(png);
  const samples = new Uint16Array(png.width * png.height * perPixel);
  // Seven passes have at most a filter byte and a part of a byte more in each row.
  const most = samples.length * Math.max(1, png.bitDepth / 8) + 16 * (png.height + 8);
  const data = inflateSync(png.data, { maxOutputLength: most });
  let at = 0;
  for (const pass of png.interlaced ? ADAM7 : WHOLE) {
    const width = Math.ceil((png.width - pass.x) / pass.stepX);
    const height = Math.ceil((png.height - pass.y) / pass.stepY);
    if (width <= 0 || height <= 0) continue;
    const rowLength = Math.ceil((width * perPixel * png.bitDepth) / 8);
    let above = Buffer.alloc(rowLength);
    for (let y = 0; y < height; y += 1) {
      if (at + 1 + rowLength > data.length) throw new RangeError('PNG data end early');
      const row = data.subarray(at + 1, at + 1 + rowLength);
      unfilter(data[at] ?? 0, row, above, Math.max(1, (perPixel * png.bitDepth) >> 3));
      above = row;
      at += 1 + rowLength;
      for (let x = 0; x < width; x += 1) {
        const target = ((pass.y + y * pass.stepY) * png.width + pass.x + x * pass.stepX) * perPixel;
        for (let s = 0; s < perPixel; s += 1)
          samples[target + s] = sampleAt(row, x * perPixel + s, png.bitDepth);
      }
    }
  }
  return samples;
}

function sampleAt(row: Buffer, index: number, bitDepth: number): number {
  if (bitDepth === 8) return row[index] ?? 0;
  if (bitDepth === 16) return row.readUInt16BE(index * 2);
  const bit = index * bitDepth;
  return ((row[bit >> 3] ?? 0) >> (8 - bitDepth - (bit & 7))) & (2 ** bitDepth - 1);
}

/** Filter types 0 to 4 (§9.2); `back` is the distance to the pixel on the left, in bytes. */
function unfilter(type: number, row: Buffer, above: Buffer, back: number): void {
  if (type === 0) return;
  if (type > 4) throw new RangeError(`PNG filter ${type}`);
  for (let i = 0; i < row.length; i += 1) {
    const left = i >= back ? (row[i - back] ?? 0) : 0;
    const up = above[i] ?? 0;
    const corner = i >= back ? (above[i - back] ?? 0) : 0;
    const guess =
      type === 1 ? left : type === 2 ? up : type === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    row[i] = (row[i] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
