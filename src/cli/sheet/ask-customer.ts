/** Asks for one customer's record on the terminal, field by field, and refuses a wrong answer at once. Gives the texts by field name. */

import {
  type CANCEL_SYMBOL,
  confirm,
  intro,
  isCancel,
  multiselect,
  outro,
  password,
  select,
  text,
} from '@clack/prompts';
import { type FieldName, fieldNames, fields } from '../../office/customers/fields.js';
import type { Terminal } from '../terminal.js';

export type Answers = Readonly<Partial<Record<FieldName, string>>>;
/** Says why a text cannot be the answer, or undefined where it can. */
export type Objection = (field: FieldName, text: string, before: Answers) => string | undefined;

/** Standard output is for the result alone. */
const output = process.stderr;

/** Undefined where the person broke off. */
export async function askCustomer(terminal: Terminal, objection: Objection): Promise<Answers | undefined> {
  const { say } = terminal;
  const answers: Partial<Record<FieldName, string>> = {};
  /** False where the person broke off. */
  const askAll = async (names: readonly FieldName[]): Promise<boolean> => {
    for (const name of names) {
      const answer = await ask(name, answers, terminal, objection);
      if (isCancel(answer)) return false;
      if (answer !== '') answers[name] = answer;
    }
    return true;
  };

  intro(say({ ja: 'お客様お一人分のご案内を作ります（Ctrl-C で中止）', en: 'One sheet (Ctrl-C to stop)' }), {
    output,
  });
  if (!(await askAll(['customerId', 'name', 'mailAddress', 'connection', 'devices']))) return undefined;
  if (answers.connection === 'POP' && !(await askAll(['leaveOnServer']))) return undefined;
  if (answers.leaveOnServer === keepLabel && !(await askAll(['leaveDays']))) return undefined;

  const others = await chooseOthers(answers, terminal);
  if (others === undefined || !(await askAll(others))) return undefined;
  outro(say({ ja: 'ありがとうございました。作成します。', en: 'Thank you. Making the sheet.' }), { output });
  return answers;
}

const keepLabel = fields.leaveOnServer.choices?.find(({ value }) => value === 'keep')?.label.ja;

/** Choices are answered by their Japanese label, which every reader of the record understands. */
async function ask(
  name: FieldName,
  before: Answers,
  { say, language }: Terminal,
  objection: Objection,
): Promise<string | typeof CANCEL_SYMBOL> {
  const { label, hint, choices, secret } = fields[name];
  const message = say(label);
  if (choices !== undefined && name !== 'deviceList') {
    const options = choices.map((choice) => ({ value: choice.label.ja, label: choice.label[language] }));
    return select({ message, options, showInstructions: false, output });
  }
  const validate = (typed: string | undefined) => objection(name, typed ?? '', before);
  if (secret) return password({ message: `${message}　${say(hint)}`, validate, output });
  return text({ message, placeholder: say(hint), defaultValue: '', validate, output });
}

async function chooseOthers(answered: Answers, { say }: Terminal): Promise<readonly FieldName[] | undefined> {
  const more = await confirm({
    message: say({
      ja: 'ほかの項目（住所、拡大文字、担当者など）も入力しますか',
      en: 'Enter other fields too (address, large print …)?',
    }),
    active: say({ ja: 'はい', en: 'yes' }),
    inactive: say({ ja: 'いいえ', en: 'no' }),
    initialValue: false,
    output,
  });
  if (isCancel(more)) return undefined;
  if (!more) return [];
  const chosen = await multiselect<string>({
    message: say({
      ja: '入力する項目を選んでください（スペースで選び、Enter で決定）',
      en: 'Choose the fields (space to choose, Enter to go on)',
    }),
    options: fieldNames
      .filter((name) => answered[name] === undefined)
      .map((name) => ({ value: name, label: say(fields[name].label) })),
    required: false,
    showInstructions: false,
    output,
  });
  return isCancel(chosen) ? undefined : fieldNames.filter((name) => chosen.includes(name));
}
