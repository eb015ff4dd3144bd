/** Takes a sheet and a template, gives the sheet's HTML; refuses a sheet that does not say exactly its facts. */

import { ProblemError } from '../../problem.js';
import type { Sheet } from '../sheet/sheet.js';
import { createPrintRecord } from './print-record.js';
import type { Template } from './template.js';
import { viewOf } from './view.js';

const MOST_HTML = 2_000_000;

export function renderHtml(sheet: Sheet, template: Template): string {
  const record = createPrintRecord(sheet.facts);
  const html = template.compiled.print(viewOf(sheet), record.hooks);
  if (html.length > MOST_HTML) {
    throw new ProblemError([
      {
        code: 'template/too-long',
        severity: 'error',
        message: {
          ja: '1枚の紙面の文章が200万文字を超えます。',
          en: 'the text of one sheet is longer than 2,000,000 characters',
        },
        hint: { ja: '繰り返しを減らしてください。', en: 'repeat less' },
        place: { kind: 'file', file: template.main },
      },
    ]);
  }
  const problems = record.problems((id) => template.placesOfFact(id), template.main);
  if (problems.length > 0) throw new ProblemError(problems);
  return html;
}
