/** Takes one customer's record from a file, from `--set`, or from the person at the terminal; makes and names the sheet. */

import { existsSync } from 'node:fs';
import { writeWhole } from '../../batch/file-aside.js';
import { fileNameOf } from '../../batch/file-names.js';
import { sha256 } from '../../batch/folder-account.js';
import type { IssueBook, IssuedFile } from '../../batch/issue-book.js';
import { makeRecord } from '../../batch/make-record.js';
import { officeDigests } from '../../batch/source-digest.js';
import type { CustomerRead } from '../../office/customers/customer-read.js';
import { fieldNames, fields } from '../../office/customers/fields.js';
import { customerFromFields } from '../../office/customers/from-fields.js';
import { fieldPlace } from '../../office/field-place.js';
import { createPipeline, type Pipeline, type SheetDocument } from '../../pipeline.js';
import { type Problem, refusalsOf, refuse } from '../../problem.js';
import { ALL_MADE, type ExitCode, NOTHING_STARTED, SOME_NOT_MADE } from '../exit-code.js';
import { uninterrupted } from '../interruption.js';
import { kindName } from '../kind-name.js';
import { openBook } from '../open-book.js';
import { pdfOptions } from '../pdf-options.js';
import { pipelineOptions } from '../pipeline-options.js';
import { printProblems } from '../print-problems.js';
import type { Terminal } from '../terminal.js';
import type { Answers } from './ask-customer.js';
import { readOneCustomer } from './read-one-customer.js';
import type { SheetCommandOptions } from './sheet-options.js';

export async function runSheet(options: SheetCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { say, out } = terminal;
  refuseToGuess(options, terminal);
  if (options.output !== undefined) refuseToReplace(options.output, options);
  const sheetOptions = { ...pipelineOptions(options), ...pdfOptions(options) };
  const pipeline = createPipeline(sheetOptions);
  const book = await openBook(options, sheetOptions, pipeline, () => officeDigests(pipeline, sheetOptions));
  const read = await customerOf(options, pipeline, terminal);
  if (read === undefined) {
    terminal.err(say({ ja: '中止しました。何も作成していません。', en: 'Stopped. Nothing was made.' }));
    return NOTHING_STARTED;
  }

  const { record, document, bytes } = makeRecord(read, pipeline, { strict: false, ownFile: true });
  const isNotice = ({ severity }: Problem): boolean => severity === 'notice';
  printProblems(
    record.problems.filter((problem) => bytes === undefined || !isNotice(problem)),
    terminal,
  );
  if (document === undefined || bytes === undefined) {
    if (options.json) out(JSON.stringify(record, undefined, 2));
    return SOME_NOT_MADE;
  }
  const { customer, kind, controlNumber } = document.sheet;
  const file = options.output ?? fileNameOf(customer.customerId, fieldPlace(customer, 'customerId'));
  refuseToReplace(file, options);
  const lost = await uninterrupted(async () => {
    writeWhole(file, bytes, { force: true });
    // The sheet is made, whether or not the ledger has room for it.
    return book === undefined
      ? []
      : refusalsOf(() => noteIn(book, document, { path: file, sha256: sha256(bytes) }));
  });
  if (options.json) out(JSON.stringify({ ...record, file }, undefined, 2));
  else {
    out(
      say({
        ja: `${file} を作りました（${kindName[kind].ja}、${record.pages}ページ、管理番号 ${controlNumber}）。`,
        en: `Made ${file} (${kindName[kind].en}; ${record.pages} pages, control number ${controlNumber}).`,
      }),
    );
    printProblems(record.problems.filter(isNotice), terminal);
  }
  if (lost.length === 0) return ALL_MADE;
  printProblems(lost, terminal);
  return SOME_NOT_MADE;
}

function noteIn(book: IssueBook, { sheet, composition }: SheetDocument, file: IssuedFile): void {
  book.draft(sheet, composition.pages.length).placed(file, 0);
  book.flush();
}

/** Undefined where the person at the terminal broke off. */
async function customerOf(
  { customer, set }: SheetCommandOptions,
  pipeline: Pipeline,
  terminal: Terminal,
): Promise<CustomerRead | undefined> {
  const place = { kind: 'record' } as const;
  if (customer !== undefined) return readOneCustomer(customer, set);
  if (set !== undefined) return customerFromFields(set, place);
  // Loaded only where somebody is asked, so that a sheet from a file starts fast.
  const { askCustomer } = await import('./ask-customer.js');
  const { judgeAnswers } = await import('./judge-answer.js');
  const answers = await askCustomer(terminal, judgeAnswers(pipeline, terminal));
  return answers && customerFromFields(asCalled(answers, terminal), place);
}

/** The fields as the prompts called them, so that a Problem calls them so, too. */
const asCalled = (answers: Answers, { say }: Terminal): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const answer = answers[name];
      return answer === undefined ? [] : [[say(fields[name].label), answer]];
    }),
  );

/** Without data there must be somebody to ask. */
function refuseToGuess({ customer, set }: SheetCommandOptions, { interactive }: Terminal): void {
  if (customer !== undefined || set !== undefined || interactive) return;
  refuse({
    code: 'cli/no-customer',
    message: { ja: 'お客様のデータの指定がありません。', en: 'No customer data was given.' },
    hint: {
      ja: '--customer ファイル名.json か --set 項目=値 を付けてください。端末で annai sheet だけを実行すると、一つずつお尋ねします。',
      en: 'Add --customer FILE.json or --set field=value, or run annai sheet on a terminal to be asked.',
    },
  });
}

function refuseToReplace(file: string, { force }: SheetCommandOptions): void {
  if (force || !existsSync(file)) return;
  refuse({
    code: 'files/exists',
    message: { ja: '同じ名前のファイルがすでにあります。', en: 'It exists already.' },
    hint: {
      ja: '-o で別の名前を指定するか、置き換えてよければ --force を付けてください。',
      en: 'Name another file with -o, or add --force to replace it.',
    },
    place: { kind: 'file', file },
  });
}
