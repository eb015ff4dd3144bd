/** Takes a typed word, gives the choice it names: by label, synonym or value, whatever the width, case and spaces. */

import type { Wording } from '../../problem.js';
import type { Choice, Entry } from './field.js';
import { halfWidth } from './normalise-text.js';
import { showText } from './show-text.js';

/** Values of choices are read in full width and half width alike; they are never printed as typed. */
export const plainWord = (text: string): string =>
  halfWidth(text)
    .replace(/[\p{Z}()「」【】[\]]/gu, '')
    .toLowerCase();

export type FindChoice<T> = (typed: string) => Choice<T> | undefined;

/** Gives the search through one field's choices; the words are made plain once, not for every record. */
export function choiceFinder<T>(choices: readonly Choice<T>[]): FindChoice<T> {
  const byWord = new Map(
    choices.flatMap((choice) =>
      [String(choice.value), choice.label.ja, choice.label.en, ...choice.synonyms]
        .filter((word) => word !== '')
        .map((word) => [plainWord(word), choice] as const),
    ),
  );
  return (typed) => byWord.get(plainWord(typed));
}

export const choiceList = (choices: readonly Choice<unknown>[]): Wording => ({
  ja: choices.map(({ label }) => `「${label.ja}」`).join(''),
  en: choices.map(({ label }) => label.en).join(', '),
});

export function parseChoice<T>(choices: readonly Choice<T>[]): (entry: Entry) => T | undefined {
  const find = choiceFinder(choices);
  return ({ text, called, report }) => {
    const choice = find(text);
    if (choice !== undefined) return choice.value;
    const list = choiceList(choices);
    report(
      'error',
      'customers/choice',
      {
        ja: `「${called.ja}」の「${showText(text)}」は、選べる値ではありません。`,
        en: `"${showText(text)}" is not a choice for "${called.en}".`,
      },
      { ja: `${list.ja}のどれかを入れてください。`, en: `Enter one of: ${list.en}.` },
    );
    return undefined;
  };
}
