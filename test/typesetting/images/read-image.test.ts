import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import { readImage } from '../../../src/typesetting/images/read-image.js';

const place = { kind: 'source', file: 'sheet.hbs', line: 3, column: 7 } as const;
const png = (width: number, height: number): Uint8Array => PNG.sync.write(new PNG({ width, height }));
/** The same picture with another size claimed in its header (bytes 16–23 of a PNG). */
const claiming = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.from(png(1, 1));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const problemOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0];
    throw error;
  }
  return undefined;
};

describe('readImage', () => {
  it('gives format and size in pixels, and the bytes untouched', () => {
    const bytes = png(30, 20);
    expect(readImage('logo.png', bytes, place)).toEqual({
      key: 'logo.png',
      format: 'png',
      width: 30,
      height: 20,
      bytes,
    });
  });

  it.each([
    ['a text file', Buffer.from('これは画像ではありません')],
    ['an empty file', new Uint8Array()],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')],
    ['a picture of 900 million pixels', claiming(30_000, 30_000)],
    ['a picture without height', claiming(10, 0)],
  ])('refuses %s at the place that asks for it', (_name, bytes) => {
    expect(problemOf(() => readImage('logo.png', bytes, place))).toMatchObject({
      code: 'image/unreadable',
      severity: 'error',
      place,
    });
  });
});
