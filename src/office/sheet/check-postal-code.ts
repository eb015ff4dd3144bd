/** Takes a record and what its postal code stands for, gives what does not agree with the address (postal.md §3): always a warning, for the data may be older than the town. */

import { type Mismatch, mismatchOf } from '../../postal/match-address.js';
import type { Wording } from '../../problem.js';
import type { Rule } from './record-rule.js';

export const postalCode: Rule = ({ postalCode: code, address1, address2 }, _, { postalCodes }) => {
  if (code === undefined || address1 === undefined || postalCodes === undefined) return undefined;
  const { version, date } = postalCodes;
  const places = postalCodes.placesOf(code);
  const shown = `${code.slice(0, 3)}-${code.slice(3)}`;
  const age: Wording = {
    ja: `郵便番号のデータは${date}のもの（${version}）です。それより新しい番号なら、このままで構いません。`,
    en: `The postal data are of ${date} (${version}); a newer code may be right as it is.`,
  };
  if (places.length === 0) {
    return {
      code: 'record/unknown-postal-code',
      severity: 'warning',
      field: 'postalCode',
      message: {
        ja: `郵便番号 ${shown} は、郵便番号のデータにありません。`,
        en: `The postal code ${shown} is not in the postal data.`,
      },
      hint: { ja: `番号を確かめてください。${age.ja}`, en: `Check the code. ${age.en}` },
    };
  }
  const mismatch = mismatchOf(`${address1}${address2 ?? ''}`, places);
  if (mismatch === undefined) return undefined;
  const names = places.map(({ prefecture, city, town }) => `${prefecture}${city}${town}`);
  const some = names.slice(0, 3);
  const more = names.length - some.length;
  return {
    code: 'record/postal-code-mismatch',
    severity: 'warning',
    field: 'postalCode',
    message: {
      ja: `郵便番号と住所の${PARTS[mismatch].ja}が合いません。${shown} は ${some.join('、')}${more > 0 ? ` ほか${more}か所` : ''} の番号です。`,
      en: `The postal code does not agree with the ${PARTS[mismatch].en} of the address: ${shown} is that of ${some.map((name) => `"${name}"`).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    },
    hint: {
      ja: `どちらが正しいか確かめてください。${age.ja}`,
      en: `Find out which of the two is right. ${age.en}`,
    },
  };
};

const PARTS: Readonly<Record<Mismatch, Wording>> = {
  prefecture: { ja: '都道府県', en: 'prefecture' },
  city: { ja: '市区町村', en: 'city' },
  town: { ja: '町名', en: 'town' },
};
