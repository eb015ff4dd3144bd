/** Takes a password and a standard, gives how a file is locked (AES-256), or refuses what cannot be. */

import { type Problem, ProblemError } from '../../problem.js';
import { DEFAULT_STANDARD, isArchival, type PdfStandard } from './pdf-standard.js';

export interface Protection {
  /** Opens the file. Printing and reading aloud are allowed then. */
  readonly password: string;
}

/** More than this is not looked at by readers. */
const LONGEST = 127;

/** Throws ProblemError; the password is in no message. */
export function checkProtection({ password }: Protection, standard: PdfStandard = DEFAULT_STANDARD): void {
  const problems: Problem[] = [];
  const length = Buffer.byteLength(password);
  if (isArchival(standard)) problems.push(LOCKED_ARCHIVE);
  if (length === 0 || length > LONGEST || !/^[\x20-\x7e]*$/.test(password)) problems.push(UNUSABLE);
  if (problems.length > 0) throw new ProblemError(problems);
}

const LOCKED_ARCHIVE: Problem = {
  code: 'pdf/locked-archive',
  severity: 'error',
  message: {
    ja: '長期保存の規格（PDF/A）では、PDFにパスワードを付けられません。いつまでも開けることを約束する規格だからです。',
    en: 'PDF/A does not allow a password: it promises that the file can always be opened.',
  },
  hint: {
    ja: 'パスワードを付けるときは --pdf-standard ua-1 を指定してください。保存用には、パスワードなしのPDFを別に作ってください。',
    en: 'With a password, say --pdf-standard ua-1. To keep the sheet, make one without a password as well.',
  },
};

const UNUSABLE: Problem = {
  code: 'pdf/unusable-password',
  severity: 'error',
  message: {
    ja: 'PDFのパスワードに使えない文字があるか、長さが合いません。',
    en: 'The password of the PDF is empty, too long, or holds characters that cannot be used.',
  },
  hint: {
    ja: 'どの機器でも打てるように、半角の英字・数字・記号を1文字から127文字で、1行だけ書いてください。',
    en: 'Use one line of 1 to 127 printable ASCII characters, which can be typed on every device.',
  },
};
