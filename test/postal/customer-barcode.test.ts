import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressNumber } from '../../src/postal/address-number.js';
import { customerBarcode } from '../../src/postal/customer-barcode.js';
import { encodeBarcode } from '../../src/postal/encode-barcode.js';
import { barcodeBars } from '../../src/typesetting/symbols/customer-barcode.js';

interface Extraction {
  readonly id: string;
  readonly postalCode: string;
  readonly addressB: string;
  readonly expectedAddressNumber: string | null;
  readonly expectedCodes: string | null;
  readonly expectedCheckDigit: string | null;
  readonly expectedBars: string | null;
  readonly rules: readonly string[];
}
interface Encoding {
  readonly id: string;
  readonly data: string;
  readonly expectedCodes: string;
  readonly expectedCheckDigit: string;
  readonly expectedBars: string;
}

const vectors: { readonly extraction: readonly Extraction[]; readonly encodeOnly: readonly Encoding[] } =
  JSON.parse(readFileSync(new URL('../vectors/postal.json', import.meta.url), 'utf8'));

test('all vectors are here', () => {
  expect([vectors.extraction.length, vectors.encodeOnly.length]).toEqual([53, 8]);
});

describe('an address becomes its barcode', () => {
  test.each(vectors.extraction)('$id $postalCode $addressB', (vector) => {
    const {
      postalCode,
      addressB,
      rules,
      expectedAddressNumber,
      expectedCodes,
      expectedCheckDigit,
      expectedBars,
    } = vector;
    const codes = customerBarcode({ postalCode, addressB, ownCode: rules.includes('BIG') });
    if (expectedCodes === null || expectedBars === null) {
      expect(codes).toBeUndefined();
      return;
    }
    if (!rules.includes('BIG')) expect(addressNumber(addressB)).toBe(expectedAddressNumber);
    expect(codes).toBe(`${expectedCodes} ${expectedCheckDigit}`);
    expect(barcodeBars(codes ?? '')).toBe(expectedBars);
  });
});

describe('data become codes', () => {
  test.each(vectors.encodeOnly)('$id $data', ({ data, expectedCodes, expectedCheckDigit, expectedBars }) => {
    expect(encodeBarcode(data)).toBe(`${expectedCodes} ${expectedCheckDigit}`);
    expect(barcodeBars(encodeBarcode(data))).toBe(expectedBars);
  });

  test('anything but digits, hyphens and capital letters is refused', () => {
    for (const data of ['a', '１', ' ', '_', '@', '[']) expect(() => encodeBarcode(data)).toThrow(RangeError);
  });
});

describe('kanji numerals', () => {
  test.each([
    ['百二十三番', '123'],
    ['千百番', '1100'],
    ['二〇五号', '205'],
    ['十丁目', '10'],
    ['十の一', '10'],
    ['三ノ五番', '3-5'],
    ['二十', ''],
    ['零番', '0'],
  ])('%s gives %j', (address, expected) => {
    expect(addressNumber(address)).toBe(expected);
  });
});

describe('what is no number separates', () => {
  test.each([
    ['1‐2‑3–4—5―6−7－8ｰ9ー10', '1-2-3-4-5-6-7-8-9-10'],
    ['1〜2,3(4)', '1-2-3-4'],
    ['Ⅴ棟①号室9', '9'],
    ['3F', '3'],
    ['3F5', '3-5'],
    ['3FA', '3'],
    ['3 F', '3F'],
    ['１Ｆ', '1'],
    ['', ''],
    ['---', ''],
  ])('%s gives %j', (address, expected) => {
    expect(addressNumber(address)).toBe(expected);
  });
});

test('three businesses have a code of their own that ends in 00', () => {
  expect(customerBarcode({ postalCode: '1518600', addressB: '1-2' })).toBe(encodeBarcode('1518600'));
});

test('any address gives 21 codes whose values add up to a multiple of 19', () => {
  const address = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('1', '丁目', '二', '十', '-', 'A', 'F', 'ab', '　', '・', '.', '号', 'の', '9'),
        { maxLength: 30 },
      )
      .map((a) => a.join('')),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{5}[1-9]{2}$/), address, (postalCode, addressB) => {
      const number = addressNumber(addressB);
      expect(number).toMatch(/^(?:(?:[0-9]+|[A-Z])(?:-(?=[0-9]))?)*$/);
      const bars = barcodeBars(customerBarcode({ postalCode, addressB }) ?? '');
      expect(bars).toMatch(/^FD[FADT]{63}DF$/);
    }),
  );
});
