import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import { vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';
import type { Image, Item } from '../../../src/typesetting/layout/block.js';
import { encodePage } from '../../../src/typesetting/paint/encode-page.js';
import type { DocumentMeta } from '../../../src/typesetting/pdf/document-meta.js';
import { createFontStore } from '../../../src/typesetting/pdf/font-store.js';
import { createPictureStore } from '../../../src/typesetting/pdf/picture-store.js';
import { readPng } from '../../../src/typesetting/pdf/png-file.js';
import { decodePixels } from '../../../src/typesetting/pdf/png-pixels.js';
import { createSharedStreams } from '../../../src/typesetting/pdf/shared-streams.js';
import { writeDocument } from '../../../src/typesetting/pdf/write-document.js';
import { pt } from '../../../src/units.js';
import { blockOf, pageOf } from '../paint/galley.js';
import { baseIn } from './base-in.js';
import { type PngKind, pngOf, SAMPLES } from './png-writer.js';
import { drawPage } from './read-pdf.js';

/** 16 × 8 pixels, the left half of one colour, the right half of another; made with Pillow for this test. */
const JPEG = {
  rgb: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABwj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCdEMKmAjjB0f/Z',
  grey: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/ACoqs//Z',
  cmyk: '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAkKAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AKoqZUypqqEq6Vdn/2Q==',
} as const;

const META = { title: '絵', lang: 'ja-JP', date: '2026-11-23' };

const image = (format: 'png' | 'jpeg', bytes: Uint8Array, width: number, height: number): Image => ({
  key: `pictures/絵 (1).${format}`,
  format,
  width,
  height,
  bytes,
});

/** The colours of a picture's pixels as pdf.js draws them, each 8 pixels wide, upon an orange ground. */
async function drawn(picture: Image, meta: DocumentMeta = META): Promise<readonly (readonly number[])[]> {
  const [width, height] = [picture.width * 8, picture.height * 8];
  const ground: Item = {
    kind: 'fill',
    x: 0,
    y: 0,
    width: pt(width),
    height: pt(height),
    color: '#ff8000',
    radius: 0,
    role: -1,
  };
  const item: Item = {
    kind: 'image',
    x: 0,
    y: 0,
    width: pt(width),
    height: pt(height),
    image: picture,
    role: 0,
  };
  const shared = createSharedStreams(createFontStore(vendoredFonts(), baseIn('')));
  const page = encodePage(
    { ...pageOf(blockOf([ground, item])), width: pt(200), height: pt(200) },
    () => 0,
    shared.fonts,
  );
  const shifted = await drawPage(writeDocument([page], meta, shared), 1, 1);
  const left = Math.round((20 * 72) / 25.4);
  const colors: number[][] = [];
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const at = ((left + y * 8 + 4) * shifted.width + left + x * 8 + 4) * 4;
      colors.push([...shifted.pixels.slice(at, at + 3)]);
    }
  }
  return colors;
}

const KINDS: readonly PngKind[] = [false, true].flatMap((interlaced) =>
  [
    ...([1, 2, 4, 8, 16] as const).map((bitDepth) => ({ color: 0 as const, bitDepth })),
    ...([8, 16] as const).map((bitDepth) => ({ color: 2 as const, bitDepth })),
    ...([1, 2, 4, 8] as const).map((bitDepth) => ({
      color: 3 as const,
      bitDepth,
      palette: Array.from({ length: 2 ** bitDepth * 3 }, (_, i) => (i * 83) % 256),
    })),
    ...([8, 16] as const).map((bitDepth) => ({ color: 4 as const, bitDepth })),
    ...([8, 16] as const).map((bitDepth) => ({ color: 6 as const, bitDepth })),
  ].map((kind) => ({ ...kind, interlaced })),
);

const nameOf = ({ color, bitDepth, interlaced }: PngKind): string =>
  `${{ 0: 'grey', 2: 'RGB', 3: 'indexed', 4: 'grey with alpha', 6: 'RGB with alpha' }[color]}, ${bitDepth} bits${interlaced === true ? ', interlaced' : ''}`;

describe('PNG pixels are decoded as pngjs decodes them', () => {
  test.each(KINDS.map((kind) => [nameOf(kind), kind] as const))('%s', (_, kind) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 19 }),
        fc.integer({ min: 1, max: 11 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 2 ** kind.bitDepth - 1 })),
        (width, height, stream) => {
          const samples = [...stream.take(width * height * SAMPLES[kind.color])];
          same(pngOf(width, height, kind, samples));
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each([
    [
      'palette entries',
      {
        color: 3,
        bitDepth: 2,
        palette: [0, 0, 0, 9, 9, 9, 99, 99, 99, 200, 200, 200],
        transparency: [0, 128],
      },
    ],
    ['one grey', { color: 0, bitDepth: 8, transparency: [0, 7] }],
    ['one colour', { color: 2, bitDepth: 8, transparency: [0, 7, 0, 7, 0, 7] }],
  ] as const)('with %s that are clear', (_, kind) => {
    const count = 12 * SAMPLES[kind.color];
    same(
      pngOf(
        4,
        3,
        kind,
        Array.from({ length: count }, (__, i) => (kind.color === 3 ? i % 4 : i < 6 ? 7 : i)),
      ),
    );
  });

  test.each([0, 1, 2, 3, 4])('with rows of filter type %i', (filterType) => {
    const png = new PNG({ width: 9, height: 7 });
    png.data = Buffer.from(Array.from({ length: 9 * 7 * 4 }, (_, i) => (i * i * 31) % 256));
    same(PNG.sync.write(png, { filterType, colorType: 6 }));
    same(PNG.sync.write(png, { filterType, colorType: 2 }));
  });
});

/** pngjs gives RGBA. */
function same(bytes: Uint8Array): void {
  const file = readPng(bytes);
  if (file === undefined) throw new Error('not read');
  const { channels, colors, alpha } = decodePixels(file);
  const expected = PNG.sync.read(Buffer.from(bytes)).data;
  const ours = Array.from({ length: expected.length }, (_, i) =>
    i % 4 === 3 ? (alpha?.[i >> 2] ?? 255) : colors[(i >> 2) * channels + (channels === 3 ? i % 4 : 0)],
  );
  // pngjs rounds 16 bits its own way, and blackens what is clear.
  expected.forEach((value, i) => {
    if (i % 4 === 3 || expected[i | 3] !== 0)
      expect(Math.abs((ours[i] ?? -9) - value)).toBeLessThanOrEqual(1);
  });
}

/** pdf.js blurs grey pictures of one bit (poppler and MuPDF do not). */
const shown = ({ color, bitDepth, interlaced }: PngKind): boolean =>
  color < 4 && (color !== 0 || bitDepth > 1 || interlaced === true);

describe('a picture shows its colours', () => {
  test.each(KINDS.filter(shown).map((kind) => [nameOf(kind), kind] as const))('%s', async (_, kind) => {
    const top = 2 ** kind.bitDepth - 1;
    const samples = Array.from(
      { length: 6 * SAMPLES[kind.color] },
      (__, i) => [0, top, top >> 1][i % 3] ?? 0,
    );
    const bytes = pngOf(3, 2, kind, samples);
    const expected = PNG.sync.read(Buffer.from(bytes)).data;
    const colors = await drawn(image('png', bytes, 3, 2));
    colors.forEach((color, i) => {
      color.forEach((value, channel) => {
        expect(Math.abs(value - (expected[i * 4 + channel] ?? -9)), `pixel ${i}`).toBeLessThanOrEqual(2);
      });
    });
  });

  test('and what lies below where it is clear', async () => {
    const samples = [0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 255, 128, 0, 255, 0, 255];
    expect(await drawn(image('png', pngOf(2, 2, { color: 6, bitDepth: 8 }, samples), 2, 2))).toEqual([
      [0, 0, 255],
      [255, 128, 0],
      [127, 64, 128],
      [0, 255, 0],
    ]);
  });

  test.each([
    ['rgb', [254, 0, 0], [0, 0, 254]],
    ['grey', [64, 64, 64], [192, 192, 192]],
  ] as const)('JPEG, %s', async (kind, left, right) => {
    const colors = await drawn(image('jpeg', Buffer.from(JPEG[kind], 'base64'), 16, 8));
    expect(near(colors[2] ?? [], left)).toBe(true);
    expect(near(colors[13] ?? [], right)).toBe(true);
  });

  test('JPEG in CMYK, but not into an archive whose colours are sRGB', async () => {
    const picture = image('jpeg', Buffer.from(JPEG.cmyk, 'base64'), 16, 8);
    await expect(drawn(picture)).rejects.toMatchObject({ problems: [{ code: 'pdf/cmyk-archive' }] });
  });

  test('JPEG in CMYK as Adobe writes it: cyan is no red', async () => {
    const picture = image('jpeg', Buffer.from(JPEG.cmyk, 'base64'), 16, 8);
    const colors = await drawn(picture, { ...META, standard: 'ua-1' });
    const [cyan = [], red = []] = [colors[2], colors[13]];
    expect((cyan[2] ?? 0) > 200 && (cyan[0] ?? 255) < 80, String(cyan)).toBe(true);
    expect((red[0] ?? 0) > 200 && (red[2] ?? 255) < 80, String(red)).toBe(true);
  });
});

const near = (color: readonly number[], expected: readonly number[]): boolean =>
  expected.every((value, i) => Math.abs(value - (color[i] ?? -99)) <= 4);

describe('a damaged picture is refused', () => {
  const whole = pngOf(
    4,
    4,
    { color: 2, bitDepth: 8 },
    Array.from({ length: 48 }, (_, i) => i),
  );
  test.each([
    ['PNG without its pixels', image('png', whole.subarray(0, 45), 4, 4)],
    [
      'PNG with spoilt pixels',
      image(
        'png',
        whole.map((byte, i) => (i > 45 && i < 60 ? 0xff : byte)),
        4,
        4,
      ),
    ],
    [
      'PNG that is shorter than it says',
      image(
        'png',
        pngOf(4, 9, { color: 2, bitDepth: 8 }, []).map((byte, i) => (i === 23 ? 99 : byte)),
        4,
        99,
      ),
    ],
    [
      'interlaced PNG without its pixels',
      image('png', pngOf(4, 4, { color: 2, bitDepth: 8, interlaced: true }, []).subarray(0, 50), 4, 4),
    ],
    ['JPEG cut in its head', image('jpeg', Buffer.from(JPEG.rgb, 'base64').subarray(0, 60), 16, 8)],
  ])('%s', (_, picture) => {
    try {
      createPictureStore().picture(picture);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.problems.map(({ code }) => code)).toEqual(['pdf/damaged-picture']);
    }
  });
});

test('a picture is worked out once for all documents', () => {
  const store = createPictureStore();
  const picture = image('png', pngOf(1, 1, { color: 6, bitDepth: 8 }, [1, 2, 3, 4]), 1, 1);
  expect(store.picture(picture)).toBe(store.picture(picture));
});
