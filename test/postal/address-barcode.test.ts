import { describe, expect, test } from 'vitest';
import { addressBarcode as barcodeOf, type PostalAddress } from '../../src/postal/address-barcode.js';
import { barcodeSize, SMALLEST_WIDTH } from '../../src/postal/barcode-size.js';
import { encodeBarcode } from '../../src/postal/encode-barcode.js';
import { barcodeRectangles } from '../../src/typesetting/symbols/customer-barcode.js';
import { mm, toMm } from '../../src/units.js';

const addressBarcode = (address: Omit<PostalAddress, 'toOrganisation'>) =>
  barcodeOf({ ...address, toOrganisation: false });

describe('an address', () => {
  test('has the barcode of its postal code and number', () => {
    const address = {
      postalCode: '2630023',
      address1: '千葉市稲毛区緑町3丁目30-8',
      building: '郵便ビル403号',
    };
    expect(addressBarcode(address)).toEqual({
      number: '3-30-8-403',
      codes: '2 6 3 0 0 2 3 3 - 3 0 - 8 - 4 0 3 CC4 CC4 CC4 5',
    });
  });

  test('without a number has a barcode of its postal code alone', () => {
    const codes = encodeBarcode('5008384');
    expect(addressBarcode({ postalCode: '5008384', address1: '岐阜県岐阜市薮田南無番地' })).toEqual({
      number: '',
      codes,
    });
  });

  test.each([
    ['representative-code', '1000000', '東京都千代田区1-1'],
    ['representative-code', '3998100', '長野県安曇野市1-1'],
    ['town-unclear', '1020075', '東京都千代田区三番町6番地14'],
  ])('has none: %s %s %s', (reason, postalCode, address1) => {
    expect(addressBarcode({ postalCode, address1 })).toBe(reason);
  });

  test.each([
    ['1008792', '東京都千代田区大手町2-3-1'],
    ['4000395', '山梨県南アルプス市小笠原376'],
    ['5008384', '岐阜県岐阜市薮田南2丁目1-1'],
  ])('of an organisation has none where the postal code may be its own: %s', (postalCode, address1) => {
    expect(barcodeOf({ postalCode, address1, toOrganisation: true })).toBe('own-code');
    expect(barcodeOf({ postalCode, address1, toOrganisation: false })).toHaveProperty('codes');
  });

  test('of an organisation has one where the postal code is that of a town', () => {
    const address = {
      postalCode: '4000337',
      address1: '山梨県南アルプス市寺部0番地',
      building: '第一ビル3階',
    };
    expect(barcodeOf({ ...address, toOrganisation: true })).toMatchObject({ number: '0-3' });
  });

  test('of a business whose own code is known has a barcode of that code alone', () => {
    const codes = encodeBarcode('1988700');
    expect(addressBarcode({ postalCode: '1988700', address1: '東京都青梅市東青梅1-11-1' })).toEqual({
      number: '',
      codes,
    });
  });
});

describe('a box at the post office', () => {
  test.each([
    ['the collective code is followed by its number', '9808691', '仙台中央郵便局', '私書箱第215号', '215'],
    [
      'what stands before it is left out',
      '1008691',
      '東京都千代田区大手町2-3-1 銀座郵便局私書箱1234号',
      undefined,
      '1234',
    ],
    ['the collective code of an area of five digits', '4000391', '小笠原郵便局私書箱12', undefined, '12'],
    ['a code of its own is all', '1008799', '銀座郵便局私書箱1234号', undefined, ''],
  ])('%s', (_, postalCode, address1, address2, number) => {
    const codes = encodeBarcode(postalCode + number);
    expect(addressBarcode({ postalCode, address1, ...(address2 !== undefined && { address2 }) })).toEqual({
      number,
      codes,
    });
  });
});

describe('the size of a barcode', () => {
  test.each([
    [90, 10],
    [83.8, 10],
    [83.79, 9.9],
    [80, 9.5],
    [75, 8.8],
    [67.84, 8],
    [67.83, undefined],
    [0, undefined],
  ])('in %f mm is %s points', (width, points) => {
    expect(barcodeSize(width)).toBe(points);
  });

  test('is the largest that fits with 2 mm on both sides', () => {
    const codes = encodeBarcode('4000505');
    for (let width = SMALLEST_WIDTH; width < 100; width += 0.13) {
      const points = barcodeSize(width) ?? 0;
      const inside = mm(width - 4);
      expect(toMm(barcodeRectangles(codes, points).width)).toBeLessThanOrEqual(toMm(inside) + 0.001);
      if (points < 10) expect(barcodeRectangles(codes, points + 0.11).width).toBeGreaterThan(inside);
    }
  });
});
