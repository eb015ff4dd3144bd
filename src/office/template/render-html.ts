/** Takes a sheet and a template, gives the sheet's HTML; refuses a sheet that does not say exactly its facts. */

import { type Problem, ProblemError, type SourcePlace } from '../../problem.js';
import type { Sheet } from '../sheet/sheet.js';
import { createPrintRecord } from './print-record.js';
import type { Template } from './template.js';
import { viewOf } from './view.js';

const MOST_HTML = 2_000_000;

export function renderHtml(sheet: Sheet, template: Template): string {
  const record = createPrintRecord(sheet.decisions);
  let html: string;
  try {
    html = template.compiled.print(viewOf(sheet), record.hooks);
  } catch (error) {
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    throw missingVariable(error, sheet, template);
  }
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

// The first is Handlebars' own message, the others are those of Node where a group on the way is null or plain text.
const NAME_IN_MESSAGE = /^"(.+)" not defined|\(reading '(.+)'\)|to search for '(.+)' in/;

/** Handlebars says what is missing but not in which file: print again and see how far it comes. */
function missingVariable(error: Error, sheet: Sheet, template: Template): Error {
  let place: SourcePlace | undefined;
  const hooks = createPrintRecord(sheet.decisions).hooks;
  try {
    template.compiled.printMarked(viewOf(sheet), hooks, (mark) => {
      place = mark.place;
    });
  } catch {
    // The same failure again; only the place was wanted.
  }
  const name = NAME_IN_MESSAGE.exec(error.message)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (place === undefined || name === undefined) return error;
  const problem: Problem = {
    code: 'template/missing-variable',
    severity: 'error',
    message: {
      ja: `テンプレートが使う値 ${name} がありません。`,
      en: `the template uses ${name}, which does not exist`,
    },
    hint: {
      ja: '値の名前をご確認ください。まとまりの中の値なら、先に {{#if}} であるかどうかを確かめてください。',
      en: 'check the name; if it stands in a group that may be absent, test the group with {{#if}} first',
    },
    place,
  };
  return new ProblemError([problem], { cause: error });
}
