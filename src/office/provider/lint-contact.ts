/** Takes a profile, gives telephone numbers, mail addresses and labels that cannot be right: L7 (records.md §2, C16). */

import type { Problem, Wording } from '../../problem.js';
import type { YamlPath } from '../yaml/parse-yaml.js';
import type { PlaceOf } from '../yaml/read-yaml.js';
import type { Provider } from './provider.js';

const MAIL =
  /^[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+(\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+$/;
const TEL = /^(0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10})$/;
const LABELS = ['TEL', 'FAX', 'MAIL', 'EMAIL', 'URL'];
/** A word directly before a number, an address or a link: what stands there is a label. */
const LABEL_BEFORE_VALUE = /([A-Za-z]{3,5})\s*[:：]?\s*(?=[0-9(（+]|[\w.+-]+@|https?:)/g;

export function lintContact(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  const { tel, mail, url } = provider.contact;
  const problems: Problem[] = [];
  const wrong = (path: YamlPath, message: Wording, hint: Wording) =>
    problems.push({ code: 'L7', severity: 'error', message, hint, place: placeOf(path) });

  const digits = tel.replace(/\D/g, '').length;
  if (!TEL.test(tel) || digits < 10 || digits > 11) {
    wrong(
      ['contact', 'tel'],
      { ja: `電話番号「${tel}」の形が正しくありません。`, en: `"${tel}" is no telephone number.` },
      {
        ja: '055-283-8383 のように、市外局番からの番号だけを半角で書いてください（TEL などの語は付けません）。',
        en: 'Write the number alone with its area code, like 055-283-8383, without TEL before it.',
      },
    );
  }
  const addresses: readonly (readonly [YamlPath, string | undefined])[] = [
    [['contact', 'mail'], mail],
    [['sampleAddress'], provider.sampleAddress],
  ];
  for (const [path, address] of addresses) {
    if (address === undefined || MAIL.test(address)) continue;
    wrong(
      path,
      { ja: `メールアドレス「${address}」の形が正しくありません。`, en: `"${address}" is no mail address.` },
      {
        ja: 'info@example.ne.jp のように、アドレスだけを半角で書いてください（MAIL などの語は付けません）。',
        en: 'Write the address alone, like info@example.ne.jp, without a label before it.',
      },
    );
  }
  if (url !== undefined && !isWebAddress(url)) {
    wrong(
      ['contact', 'url'],
      { ja: `サポートページ「${url}」の形が正しくありません。`, en: `"${url}" is no web address.` },
      { ja: 'https:// から書いてください。', en: 'Write it from https:// on.' },
    );
  }
  for (const [path, text] of freeTexts(provider)) {
    for (const [, word = ''] of text.matchAll(LABEL_BEFORE_VALUE)) {
      const meant = misspeltLabel(word);
      if (meant === undefined) continue;
      wrong(
        path,
        {
          ja: `「${word}」は「${meant}」の書き間違いではありませんか。`,
          en: `"${word}" looks like a misspelt "${meant}".`,
        },
        { ja: 'つづりを直してください。', en: 'Correct the spelling.' },
      );
    }
  }
  return problems;
}

/** The letters of a label in another order. */
function misspeltLabel(word: string): string | undefined {
  const sorted = (text: string) => [...text.toUpperCase()].sort().join('');
  return LABELS.find((label) => label !== word.toUpperCase() && sorted(label) === sorted(word));
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[!-~]+$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).hostname.includes('.');
}

/** Everything of the profile that is printed as the office wrote it. */
function freeTexts(provider: Provider): readonly (readonly [YamlPath, string])[] {
  const { contact, supportService } = provider;
  const texts: readonly (readonly [YamlPath, string | undefined])[] = [
    [['displayName'], provider.displayName],
    [['contact', 'name'], contact.name],
    [['contact', 'tel'], contact.tel],
    [['contact', 'mail'], contact.mail],
    [['contact', 'hours'], contact.hours],
    [['contact', 'address'], contact.address],
    [['supportService', 'text'], supportService?.text],
    [
      ['supportService', 'member'],
      supportService?.member === supportService?.text ? undefined : supportService?.member,
    ],
    [
      ['supportService', 'nonMember'],
      supportService?.nonMember === supportService?.text ? undefined : supportService?.nonMember,
    ],
    ...provider.extraNotes.map((note, index) => [['extraNotes', index, 'text'], note.text] as const),
  ];
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
}
