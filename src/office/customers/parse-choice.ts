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

export const findChoice = <T>(choices: readonly Choice<T>[], text: string): Choice<T> | undefined => {
  const word = plainWord(text);
  return choices.find(({ value, label, synonyms }) =>
    [String(value), label.ja, label.en, ...synonyms].some((name) => plainWord(name) === word),
  );
};

export const choiceList = (choices: readonly Choice<unknown>[]): Wording => ({
  ja: choices.map(({ label }) => `「${label.ja}」`).join(''),
  en: choices.map(({ label }) => label.en).join(', '),
});

export const parseChoice =
  <T>(choices: readonly Choice<T>[]) =>
  ({ text, called, report }: Entry): T | undefined => {
    const choice = findChoice(choices, text);
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
