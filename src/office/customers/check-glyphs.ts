/** Takes a customer and what the fonts lack, gives an error for every character that no font can print (records.md V04). */

import type { Problem, Wording } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import type { Customer } from './customer.js';
import type { FieldName } from './fields.js';
import { calledBy } from './read-field.js';
import { codePoint, showCharacter } from './show-text.js';
import { type Suggestion, suggestCharacter } from './suggest-character.js';

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
          ja: `「${called.ja}」の文字${ja}を印刷できるフォントがありません。`,
          en: `No font can print the character ${en} of "${called.en}".`,
        },
        hint: hintFor(suggestCharacter(cluster, missing)),
        place: fieldPlace(customer, field),
      };
    }),
  );
}

/** Whether another form may stand for it is the customer's to say. */
function hintFor({ face, usual, kind }: Suggestion): Wording {
  const instead =
    usual === undefined
      ? WITHOUT_IT[kind]
      : {
          ja: `ふつうは${showCharacter(usual).ja}と書きます。それでよいかご本人に確かめて、よければ直してください。`,
          en: `Usually ${showCharacter(usual).en} is written for it: ask the customer whether that will do.`,
        };
  if (face === undefined) return instead;
  return {
    ja: `${instead.ja}この字そのものを印刷するには「${face}」のような書体が要ります（annai には入っていません）。`,
    en: `${instead.en} To print the character itself a font such as ${face} is needed; annai has none.`,
  };
}

const WITHOUT_IT: Readonly<Record<Suggestion['kind'], Wording>> = {
  kanji: {
    ja: '常用の字体か、かなで書いてよいか、ご本人に確かめて直してください。',
    en: 'Ask the customer whether the common form of the kanji, or kana, will do.',
  },
  emoji: { ja: '絵文字は消してください。', en: 'Remove the emoji.' },
  other: {
    ja: 'カタカナかローマ字で書いてよいか、ご本人に確かめて直してください。',
    en: 'Ask the customer whether katakana or Latin letters will do.',
  },
};

/** A cluster may be a kanji and its variation selector, or a letter and its marks: every code point is named. */
function shown(cluster: string): ReturnType<typeof showCharacter> {
  const characters = [...cluster];
  if (characters.length === 1) return showCharacter(cluster);
  const codes = characters.map(codePoint).join(' ');
  return { ja: `「${cluster}」（${codes}）`, en: `"${cluster}" (${codes})` };
}
