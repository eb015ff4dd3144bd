/** Takes a mail address as typed, gives an addr-spec in ASCII with the domain in lower case (RFC 5321 §4.1.2, dot-string only). */

import type { Wording } from '../../problem.js';
import type { Entry } from './field.js';
import { halfWidth } from './normalise-text.js';
import { showCharacter, showText } from './show-text.js';

const LOCAL_LIMIT = 64;
const DOMAIN_LIMIT = 255;
const LABEL = /^[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?$/;
const HINT: Wording = {
  ja: '半角で「taro@cvk.ne.jp」のような形で入れてください。',
  en: 'Enter it in the form taro@cvk.ne.jp.',
};

export function parseMailAddress(entry: Entry): string | undefined {
  const typed = inAscii(entry);
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0));
  const domain = typed.slice(at + 1).toLowerCase();
  const fault =
    at < 0 ? noAtSign : (faultOfCharacters(typed) ?? faultOfLocal(local) ?? faultOfDomain(domain));
  if (fault === undefined) return `${local}@${domain}`;
  entry.report(
    'error',
    'customers/mail-address',
    {
      ja: `「${entry.called.ja}」の「${showText(entry.text)}」は、${fault.ja}。`,
      en: `"${showText(entry.text)}" in "${entry.called.en}" ${fault.en}.`,
    },
    HINT,
  );
  return undefined;
}

/** A user name where the provider gives one of its own: ASCII without spaces. */
export function parseMailUserName(entry: Entry): string | undefined {
  const typed = inAscii(entry);
  const stray = [...typed].find((character) => !/^[\x21-\x7E]$/.test(character));
  if (stray === undefined) return typed;
  const shown = showCharacter(stray);
  entry.report(
    'error',
    'customers/user-name',
    {
      ja: `「${entry.called.ja}」の「${showText(entry.text)}」に、使えない文字${shown.ja}があります。`,
      en: `"${showText(entry.text)}" in "${entry.called.en}" holds ${shown.en}, which is not allowed.`,
    },
    {
      ja: '半角の英字・数字・記号だけで、空白なしで入れてください。',
      en: 'ASCII letters, digits and signs only, no spaces.',
    },
  );
  return undefined;
}

function inAscii({ text, called, report }: Entry): string {
  const ascii = halfWidth(text);
  if (ascii !== text) {
    report('notice', 'customers/half-width', {
      ja: `「${called.ja}」の全角文字を半角に直しました：「${showText(text)}」→「${showText(ascii)}」。`,
      en: `Full-width characters in "${called.en}" were made half-width: "${showText(text)}" → "${showText(ascii)}".`,
    });
  }
  return ascii;
}

const noAtSign: Wording = {
  ja: '「@」がないため、メールアドレスの形ではありません',
  en: 'has no @, so it is no mail address',
};

function faultOfCharacters(address: string): Wording | undefined {
  const stray = [...address].find((character) => !/^[0-9A-Za-z!#$%&'*+/=?^_`{|}~.@-]$/.test(character));
  if (stray === undefined) return undefined;
  const shown = showCharacter(stray);
  return { ja: `使えない文字${shown.ja}を含んでいます`, en: `holds ${shown.en}, which is not allowed` };
}

function faultOfLocal(local: string): Wording | undefined {
  if (local === '') return { ja: '「@」の前が空です', en: 'has nothing before the @' };
  if (local.includes('@')) return { ja: '「@」が二つ以上あります', en: 'has more than one @' };
  if (local.length > LOCAL_LIMIT) {
    return {
      ja: `「@」の前が${local.length}文字あります（${LOCAL_LIMIT}文字まで）`,
      en: `has ${local.length} characters before the @ (limit ${LOCAL_LIMIT})`,
    };
  }
  return faultOfDots(local, { ja: '「@」の前', en: 'the part before the @' });
}

function faultOfDomain(domain: string): Wording | undefined {
  if (domain === '') return { ja: '「@」の後が空です', en: 'has nothing after the @' };
  if (domain.length > DOMAIN_LIMIT) {
    return {
      ja: `「@」の後が${domain.length}文字あります（${DOMAIN_LIMIT}文字まで）`,
      en: `has ${domain.length} characters after the @ (limit ${DOMAIN_LIMIT})`,
    };
  }
  const dots = faultOfDots(domain, { ja: '「@」の後', en: 'the part after the @' });
  if (dots !== undefined) return dots;
  const labels = domain.split('.');
  if (labels.length > 1 && labels.every((label) => LABEL.test(label))) return undefined;
  return {
    ja: `「@」の後の「${domain}」がドメイン名の形ではありません`,
    en: `has "${domain}" after the @, which is no domain name`,
  };
}

function faultOfDots(part: string, where: Wording): Wording | undefined {
  if (part.includes('..'))
    return { ja: `${where.ja}で「.」が続いています`, en: `has two dots in a row in ${where.en}` };
  if (part.startsWith('.'))
    return { ja: `${where.ja}が「.」で始まっています`, en: `has a dot at the start of ${where.en}` };
  if (part.endsWith('.'))
    return { ja: `${where.ja}が「.」で終わっています`, en: `has a dot at the end of ${where.en}` };
  return undefined;
}
