/** Takes a text, gives the characters that no sheet may print, each once, with the rule and the reason (records.md V04, V05). */

import type { Wording } from '../../problem.js';
import { isVariationSelector } from './show-text.js';

export interface RefusedCharacter {
  readonly character: string;
  /** Counted in code points from 1. */
  readonly position: number;
  readonly code: 'V04' | 'V05';
  readonly reason: Wording;
  /** What to do about it. */
  readonly hint: Wording;
}

type Refusal = Omit<RefusedCharacter, 'character' | 'position'>;

const LOOK_UP: Wording = {
  ja: 'もとの資料を見て、正しい文字を入れ直してください。',
  en: 'Look at the original papers and enter the right character.',
};
const GAIJI: Wording = {
  ja: '同じ形の字をIMEの漢字検索などで探して入れ直すか、かな書きや代わりの字でよいかお客様に確かめてください。',
  en: 'Find the same kanji in Unicode, or ask the customer whether kana or another form will do.',
};
const RETYPE: Wording = {
  ja: 'セルの値をすべて消してから、キーボードで打ち直してください（写して貼ると残ることがあります）。',
  en: 'Clear the cell and type the value on the keyboard; copying may bring the character back.',
};

const REFUSALS: readonly (Refusal & { readonly pattern: RegExp })[] = [
  {
    pattern: /\uFFFD/u,
    code: 'V05',
    reason: {
      ja: '文字化けのあと（読めなかった文字の印）です',
      en: 'it marks a character that could not be read',
    },
    hint: LOOK_UP,
  },
  {
    pattern: /\p{Co}/u,
    code: 'V05',
    reason: {
      ja: '外字です。そのパソコンだけの文字で、ほかでは別の文字になります',
      en: 'it is a private-use character (gaiji), which means something else on every computer',
    },
    hint: GAIJI,
  },
  {
    pattern: /\p{Cs}/u,
    code: 'V05',
    reason: { ja: 'こわれた文字です', en: 'it is half of a broken character' },
    hint: LOOK_UP,
  },
  {
    pattern: /\p{Cn}/u,
    code: 'V04',
    reason: { ja: '文字が割り当てられていない番号です', en: 'no character has this number' },
    hint: LOOK_UP,
  },
  {
    pattern: /\p{Cc}/u,
    code: 'V04',
    reason: { ja: '目に見えない制御文字です', en: 'it is an unseen control character' },
    hint: RETYPE,
  },
  {
    pattern: /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u,
    code: 'V04',
    reason: { ja: '目に見えない文字です', en: 'it cannot be seen' },
    hint: RETYPE,
  },
];

const SUSPECT = /[^\p{L}\p{N}\p{P}\p{S}\p{Zs}]|[\p{Default_Ignorable_Code_Point}\u2800]/u;

export function findRefusedCharacters(text: string): readonly RefusedCharacter[] {
  if (!SUSPECT.test(text) && !text.includes('\uFFFD')) return [];
  const found = new Map<string, RefusedCharacter>();
  let position = 0;
  let before = '';
  for (const character of text) {
    position += 1;
    const refusal = refusalOf(character, before);
    if (refusal !== undefined && !found.has(character)) {
      found.set(character, {
        character,
        position,
        code: refusal.code,
        reason: refusal.reason,
        hint: refusal.hint,
      });
    }
    before = character;
  }
  return [...found.values()];
}

function refusalOf(character: string, before: string): Refusal | undefined {
  if (isVariationSelector(character)) {
    return before === '' || /^\p{Zs}$/u.test(before) || isVariationSelector(before)
      ? STRAY_SELECTOR
      : undefined;
  }
  return REFUSALS.find((refusal) => refusal.pattern.test(character));
}

const STRAY_SELECTOR: Refusal = {
  code: 'V04',
  reason: {
    ja: '異体字の指定だけが残っていて、もとの漢字がありません',
    en: 'it selects a variant of a character that is not there',
  },
  hint: RETYPE,
};
