import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { VENDORED, vendoredFonts } from '../../../src/typesetting/fonts/vendored-fonts.js';

const FONTS = new URL('../../../fonts/', import.meta.url);

test('every font file has the sum that SHA256SUMS states, and none is left out', () => {
  const stated = readFileSync(new URL('SHA256SUMS', FONTS), 'utf8').trim().split('\n');
  for (const line of stated) {
    const [sum, name] = line.split(/\s+/);
    const bytes = readFileSync(new URL(name ?? '', FONTS));
    expect(`${createHash('sha256').update(bytes).digest('hex')} ${name}`).toBe(`${sum} ${name}`);
  }
  const shipped = readdirSync(FONTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ttf|otf)$/.test(name),
  );
  expect(stated.map((line) => line.split(/\s+/)[1]).sort()).toEqual(shipped.sort());
});

test('every font file has its licence beside it', () => {
  for (const { file } of VENDORED.faces) {
    const licences = readdirSync(dirname(file)).filter((name) => /^(OFL|LICENSE)\.txt$/.test(name));
    expect(licences, file).toHaveLength(1);
  }
});

test('the fonts leave the repository below 60 MB', () => {
  const sizes = VENDORED.faces.map(({ file }) => statSync(file).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(55e6);
});

test('face ids are unique and every file of the table is there', () => {
  const ids = VENDORED.faces.map((face) => face.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(VENDORED.faces.filter((face) => !existsSync(face.file))).toEqual([]);
});

test('each face says of itself what the table says of it', () => {
  const library = vendoredFonts();
  for (const family of library.families) {
    for (const weight of [400, 700] as const) {
      const face = library.chain([family], weight).primary;
      expect(face.postScriptName.toLowerCase()).toContain(family.replaceAll(' ', '').toLowerCase());
      expect(face.postScriptName.includes('Bold')).toBe(face.weight === 700);
    }
  }
});
