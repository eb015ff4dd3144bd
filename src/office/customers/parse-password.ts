/** Takes the initial password exactly as typed, gives it untouched or refuses it without ever showing any of it. */

import type { Wording } from '../../problem.js';
import type { Entry } from './field.js';

const LEAST = 6;
const MOST = 64;

export function parsePassword({ text, called, report }: Entry): string | undefined {
  const fault = faultOf(text);
  if (fault === undefined) return text;
  report(
    'error',
    'customers/password',
    { ja: `「${called.ja}」は、${fault.ja}。`, en: `"${called.en}" ${fault.en}.` },
    {
      ja: '半角の英字・数字・記号で6〜64文字です。もとの通知と見くらべて入れ直してください（値はここに表示しません）。',
      en: 'ASCII letters, digits and signs, 6 to 64 of them. Compare with the original notice (the value is not shown here).',
    },
  );
  return undefined;
}

function faultOf(text: string): Wording | undefined {
  // Trimming could change a password, keeping could print a stray space: only the office knows which.
  if (text !== text.trim())
    return { ja: '前か後ろに空白や改行があります', en: 'begins or ends with a space or line break' };
  const position = [...text].findIndex((character) => !/^[\x20-\x7E]$/.test(character));
  if (position >= 0) {
    return {
      ja: `${position + 1}文字目が使えない文字（全角など）です`,
      en: `has a character that is not ASCII at position ${position + 1}`,
    };
  }
  if (text.length < LEAST)
    return { ja: `${LEAST}文字より短くなっています`, en: `is shorter than ${LEAST} characters` };
  if (text.length > MOST)
    return { ja: `${MOST}文字より長くなっています`, en: `is longer than ${MOST} characters` };
  return undefined;
}
