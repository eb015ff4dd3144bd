import { describe, expect, test } from 'vitest';
import { sure } from '../../../src/problem.js';
import { pdfkitFrame } from '../../../src/typesetting/pdf/pdfkit-frame.js';

describe('what PDFKit writes of a file without pages', () => {
  const { header, objects, catalog, pages, info, lock } = pdfkitFrame('ja-JP');
  const value = (number: number): string => sure(objects[number - 1], 'object');

  test('begins as PDF 1.7, with bytes that tell it from text', () => {
    expect(Buffer.from(header).toString('latin1')).toBe('%PDF-1.7\n%\xff\xff\xff\xff\n');
  });

  test('is a value for each number, from 1 on', () => {
    expect(objects.length).toBeGreaterThan(3);
    for (const object of objects) expect(object).toMatch(/^<<\n.*>>$/s);
  });

  test('has a catalog that names pages and language, and can take more', () => {
    expect(value(catalog)).toMatch(/^<<\n\/Type \/Catalog\n/);
    expect(value(catalog)).toContain(`/Pages ${pages} 0 R\n`);
    expect(value(catalog)).toContain('/Lang (ja-JP)\n');
    expect(value(catalog)).toMatch(/\n>>$/);
  });

  test('has readers show the title, and printers leave the size as it is', () => {
    const [, number] = /\/ViewerPreferences (\d+) 0 R/.exec(value(catalog)) ?? [];
    expect(value(Number(number))).toBe('<<\n/DisplayDocTitle true\n/PrintScaling /None\n>>');
  });

  test('says nothing of the file itself, and is the same each time', () => {
    expect(value(info)).toBe('<<\n>>');
    expect(pdfkitFrame('ja-JP').objects).toEqual(objects);
    expect(lock).toBeUndefined();
  });
});

test('a frame with a password has what encrypts, a chance of its own in each result', () => {
  const { objects, catalog, lock } = pdfkitFrame('ja-JP', { password: 'Kaki-2026' });
  const dictionary = objects[sure(lock, 'lock').dictionary - 1];
  expect(dictionary).toContain('/CFM /AESV3');
  expect(dictionary).toContain('/R 5\n');
  expect(objects[catalog - 1]).toContain('/BaseVersion /1.7');
  const [one, other] = [1, 2].map(() => Buffer.from(sure(lock, 'lock').encrypt(Buffer.from('秘密'))));
  expect(one).toHaveLength(16 + 16);
  expect(one?.equals(sure(other, 'result'))).toBe(false);
});
