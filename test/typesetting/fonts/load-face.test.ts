import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import { loadFontLibrary } from '../../../src/typesetting/fonts/font-library.js';
import { type FaceEntry, faceOf, loadFace } from '../../../src/typesetting/fonts/load-face.js';
import { VENDORED } from '../../../src/typesetting/fonts/vendored-fonts.js';

const SMALL = VENDORED.faces.find((face) => face.id === 'atkinson-mono')?.file ?? '';
const entry = (file: string): FaceEntry => ({ id: 'x', family: 'X', weight: 400, file });

function codes(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => problem.code);
    throw error;
  }
  return [];
}

/** The small font with a table's bytes changed. */
function changed(tag: string, change: (table: Buffer) => void): Buffer {
  const bytes = Buffer.from(readFileSync(SMALL));
  for (let record = 12; ; record += 16) {
    if (bytes.toString('latin1', record, record + 4) !== tag) continue;
    const at = bytes.readUInt32BE(record + 8);
    change(bytes.subarray(at, at + bytes.readUInt32BE(record + 12)));
    return bytes;
  }
}

describe('a file that cannot be used as a font is refused', () => {
  test('missing', () => {
    expect(codes(() => loadFace(entry('/nowhere/font.ttf')))).toEqual(['fonts/unreadable']);
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('this is not a font, but long enough to be one')],
    ['cut short', readFileSync(SMALL).subarray(0, 20_000)],
  ])('%s', (_, bytes) => {
    const file = join(mkdtempSync(join(tmpdir(), 'annai-font-')), 'font.ttf');
    writeFileSync(file, bytes);
    expect(codes(() => loadFace(entry(file)))).toEqual(['fonts/not-a-font']);
  });

  test.each(['OTTO', 'ttcf', 'wOFF', 'wOF2'])('of the kind %s', (signature) => {
    const bytes = Buffer.from(readFileSync(SMALL));
    bytes.write(signature, 0, 'latin1');
    expect(codes(() => faceOf(bytes, entry('font.otf')))).toEqual(['fonts/unsupported-kind']);
  });

  test.each([
    ['restricted', 0x0002],
    ['without subsetting', 0x0104],
    ['bitmaps only', 0x0200],
  ])('embedding %s', (_, fsType) => {
    const bytes = changed('OS/2', (table) => table.writeUInt16BE(fsType, 8));
    expect(codes(() => faceOf(bytes, entry('font.ttf')))).toEqual(['fonts/embedding-restricted']);
  });

  test('while preview embedding is enough', () => {
    const bytes = changed('OS/2', (table) => table.writeUInt16BE(0x0004, 8));
    expect(faceOf(bytes, entry('font.ttf')).cids('A')).toHaveLength(1);
  });

  test('without a Unicode character map', () => {
    const bytes = changed('cmap', (table) => {
      for (let i = 0; i < table.readUInt16BE(2); i += 1) {
        table.writeUInt16BE(3, 4 + i * 8);
        table.writeUInt16BE(0, 6 + i * 8);
      }
    });
    expect(codes(() => faceOf(bytes, entry('font.ttf')))).toEqual(['fonts/no-unicode']);
  });
});

test('a font file is opened only when a chain first needs it', () => {
  const library = loadFontLibrary({
    faces: [entry(SMALL), { id: 'y', family: 'Y', weight: 400, file: '/nowhere/font.ttf' }],
    fallback: ['Y'],
  });
  const chain = library.chain(['X'], 400);
  expect(chain.resolve('A')?.face.id).toBe('x');
  expect(codes(() => chain.resolve('案'))).toEqual(['fonts/unreadable']);
});

test('a family without bold is set in its regular face', () => {
  const library = loadFontLibrary({ faces: [entry(SMALL)], fallback: [] });
  expect(library.chain(['X'], 700).primary.id).toBe('x');
});

test('two faces with one id are refused', () => {
  expect(codes(() => loadFontLibrary({ faces: [entry(SMALL), entry(SMALL)], fallback: [] }))).toEqual([
    'fonts/double-id',
  ]);
});

test('an unknown family names those at hand', () => {
  const library = loadFontLibrary({ faces: [entry(SMALL)], fallback: [] });
  expect(codes(() => library.chain(['Z'], 400).primary)).toEqual(['fonts/unknown-family']);
});
