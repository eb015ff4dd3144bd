import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressNumber } from '../../src/postal/address-number.js';
import { type AddressLines, afterTown } from '../../src/postal/after-town.js';

const numberOf = (address1: string, address2 = '', building = ''): string | undefined => {
  const rest = afterTown({ address1, address2, building });
  return rest === undefined ? undefined : addressNumber(rest);
};

interface Vector {
  readonly id: string;
  readonly address: string;
  readonly addressB: string;
  readonly expectedAddressNumber: string | null;
  readonly needsTownSplit?: boolean;
  readonly rules: readonly string[];
}
const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/postal.json', import.meta.url), 'utf8'),
).extraction;
const ordinary = vectors.filter(({ rules }) => !rules.includes('BIG') && !rules.includes('REP'));
const TOWNS_WITH_NUMBERS = ['V077', 'V079'];

describe('a whole address in one line gives the number that its 住所B gives', () => {
  test.each(ordinary.filter(({ id }) => !TOWNS_WITH_NUMBERS.includes(id)))('$id $address', (vector) => {
    expect(numberOf(vector.address)).toBe(vector.expectedAddressNumber);
  });
});

describe('a town whose name may hold the number', () => {
  const towns = ordinary.filter(({ id }) => TOWNS_WITH_NUMBERS.includes(id));

  test.each(towns)('leaves it open in one line: $address', ({ address }) => {
    expect(numberOf(address)).toBeUndefined();
  });
  test.each(towns)('is told by its own line: $address', ({ address, addressB, expectedAddressNumber }) => {
    expect(numberOf(address.slice(0, -addressB.length), addressB)).toBe(expectedAddressNumber);
  });

  test.each([
    ['広島県広島市中区八丁堀6-1'],
    ['北海道札幌市北区北７条西4丁目'],
    ['宮城県仙台市青葉区一番町3-1'],
    ['和歌山県和歌山市一番丁3'],
    ['兵庫県神戸市灘区三ノ宮町1-2'],
    ['北海道河西郡更別村東3線12'],
    ['宮城県仙台市青葉区一番町', '大手門', 'ビル2階'],
    ['宮城県仙台市青葉区', '一番町3-1'],
    ['宮城県仙台市青葉区一番町3番地', '14'],
  ])('leaves it open: %s %s %s', (address1, address2 = '', building = '') => {
    expect(numberOf(address1, address2, building)).toBeUndefined();
  });
});

describe('numbers that count', () => {
  test.each([
    ['山梨県甲府市丸の内1丁目0-1', '', '', '1-0-1'],
    ['山梨県甲府市丸の内', '一丁目二番三号', 'コーポ205', '1-2-3-205'],
    ['山梨県甲府市住吉０丁目0-0', '', 'コーポ住吉205', '0-0-0-205'],
    ['山梨県南アルプス市寺部0番地', '', '峡西第一ビル3階', '0-3'],
    ['山梨県南アルプス市百々1234', '', '', '1234'],
    ['山梨県甲府市丸の内五の八号', '', '', '5-8'],
    ['山梨県甲府市丸の内1の2', '', '', '1-2'],
    ['山梨県甲府市丸の内3丁2-1', '', '', '3-2-1'],
    ['山梨県甲府市丸の内A棟3号', '', '', 'A3'],
    ['山梨県甲府市丸の内', '', '第2ハイツ501', '2-501'],
    ['山梨県甲府市丸の内無番地', '', '', ''],
    ['山梨県甲府市丸の内1-2', '第3郵便ハウス', '三番館4', '1-2-3-3-4'],
  ])('%s %s %s gives %j', (address1, address2, building, expected) => {
    expect(numberOf(address1, address2, building)).toBe(expected);
  });
});

test('whatever is found is the end of the address, with all lines after the first one used', () => {
  const line = fc
    .array(
      fc.constantFrom('甲府市', '丸の内', '三番町', '1', '２', '-', '丁目', '番地', 'の', 'Ａ', 'ビル', ' '),
      {
        maxLength: 8,
      },
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.record({ address1: line, address2: line, building: line }), (lines: AddressLines) => {
      const whole = [lines.address1, lines.address2, lines.building]
        .filter((each) => each !== '')
        .join('\u3000');
      const rest = afterTown(lines);
      if (rest !== undefined) expect(whole.endsWith(rest)).toBe(true);
    }),
  );
});
