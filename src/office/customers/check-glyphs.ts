/** Takes a customer and what the fonts lack, gives an error for every character that no font can print (records.md V04). */

import type { Problem } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import type { Customer } from './customer.js';
import type { FieldName } from './fields.js';
import { calledBy } from './read-field.js';
import { codePoint, showCharacter } from './show-text.js';

/** Text that a sheet prints in the customer's own characters; the rest of a record is ASCII or a choice of ours. */
const PRINTED = [
  'name',
  'nameKana',
  'address1',
  'address2',
  'building',
  'senderName',
  'plan',
  'issuedBy',
  'branch',
  'reissueReason',
  'remarks',
] as const satisfies readonly FieldName[];

/** `missing` gives the grapheme clusters of a text that no font holds, each once. */
export function checkGlyphs(
  customer: Customer,
  missing: (text: string) => readonly string[],
): readonly Problem[] {
  return PRINTED.flatMap((field) =>
    missing(customer[field] ?? '').map((cluster): Problem => {
      const called = calledBy(field, customer.headings?.[field]);
      const { ja, en } = shown(cluster);
      return {
        code: 'V04',
        severity: 'error',
        message: {
          ja: `「${called.ja}」の文字 ${ja} を印刷できるフォントがありません。`,
          en: `No font can print the character ${en} of "${called.en}".`,
        },
        hint: {
          ja: 'ご本人に確かめて、印刷できる字（たとえば常用の字体）に直すか、この文字のあるフォントを加えてください。',
          en: 'Ask the customer for a form that can be printed, or add a font that has this character.',
        },
        place: fieldPlace(customer, field),
      };
    }),
  );
}

/** A cluster may be a kanji and its variation selector, or a letter and its marks: every code point is named. */
function shown(cluster: string): ReturnType<typeof showCharacter> {
  const characters = [...cluster];
  if (characters.length === 1) return showCharacter(cluster);
  const codes = characters.map(codePoint).join(' ');
  return { ja: `「${cluster}」（${codes}）`, en: `"${cluster}" (${codes})` };
}
