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
/** A JPEG of 16 × 8 pixels, with and without what a camera says of how it was held. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABwj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCdEMKmAjjB0f/Z',
  'base64',
);
function heldAs(orientation: number): Uint8Array {
  const tiff = Buffer.from('MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff]);
  exif.writeUInt16BE(exif.length - 2, 2);
  return Buffer.concat([JPEG.subarray(0, 2), exif, JPEG.subarray(2)]);
}
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

  it('takes a JPEG that a camera held upright, and refuses one that must be turned, with a hint', () => {
    expect(readImage('photo.jpg', heldAs(1), place)).toMatchObject({ format: 'jpeg', width: 16, height: 8 });
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const problem = problemOf(() => readImage('photo.jpg', heldAs(orientation), place));
      expect(problem).toMatchObject({ code: 'image/turned', severity: 'error', place });
      expect(problem?.hint?.ja).toContain('正しい向き');
    }
  });
});
