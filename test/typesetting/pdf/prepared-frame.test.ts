import { expect, test } from 'vitest';
import { pdfkitFrame } from '../../../src/typesetting/pdf/pdfkit-frame.js';
import { prepareFrame } from '../../../src/typesetting/pdf/prepared-frame.js';

test('what is kept of a frame is all that PDFKit writes of it, for each language by itself', () => {
  const [key, bytes] = prepareFrame('ja-JP');
  const { header, ...frame } = JSON.parse(Buffer.from(bytes).toString());
  expect({ ...frame, header: Buffer.from(header, 'latin1') }).toEqual(pdfkitFrame('ja-JP'));
  expect(prepareFrame('en')[0]).not.toBe(key);
});
