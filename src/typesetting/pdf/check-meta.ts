/** Takes what a file is to say of itself, refuses what XML cannot hold (XML 1.0 §2.2): it would be lost, or nobody could read the rest. */

import { type Problem, ProblemError } from '../../problem.js';
import type { DocumentMeta } from './document-meta.js';

/** Controls but tab and line ends, halves of characters, and the two that are none. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const NAMES = {
  title: { ja: '題名', en: 'title' },
  lang: { ja: '言語', en: 'language' },
  author: { ja: '作成者', en: 'author' },
  subject: { ja: '主題', en: 'subject' },
  keywords: { ja: 'キーワード', en: 'keywords' },
} as const;
const ENTRIES = ['title', 'lang', 'author', 'subject', 'keywords'] as const;

/** Throws ProblemError. */
export function checkMeta(meta: DocumentMeta): void {
  const wrong = ENTRIES.filter((entry) => NOT_IN_XML.test(meta[entry] ?? ''));
  if (wrong.length > 0) throw new ProblemError(wrong.map(unwritable));
}

const unwritable = (entry: keyof typeof NAMES): Problem => ({
  code: 'pdf/unwritable-metadata',
  severity: 'error',
  message: {
    ja: `PDFの${NAMES[entry].ja}に、制御文字など、書き込めない文字があります。`,
    en: `The ${NAMES[entry].en} of the PDF holds a character that cannot be written, such as a control character.`,
  },
  hint: {
    ja: 'その文字を取り除いてください。--merge の題名には、お客様の名簿のファイル名が入ります。',
    en: 'Remove it. With --merge, the title holds the name of the customer file.',
  },
});
