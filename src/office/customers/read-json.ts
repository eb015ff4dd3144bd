/** Takes a JSON file (an array of objects, or one object), gives one reading for each; the first object is row 1. */

import { type Problem, type RecordPlace, refuse } from '../../problem.js';
import type { CustomerRead } from './customer-read.js';
import { textOf } from './decode-text.js';
import { detectEncoding } from './detect-encoding.js';
import { refuseFile } from './file-form.js';
import { LIMITS, refuseExcess } from './file-limits.js';
import { customerFromFields } from './from-fields.js';
import { matchHeading } from './match-heading.js';
import { JsonError, type JsonObject, type JsonValue, parseJson } from './parse-json.js';
import { showText } from './show-text.js';

/** What `set` says takes the place of what the objects say; its keys are field names or accepted headings. */
export async function* readJson(
  file: string,
  set: Readonly<Record<string, string>> = {},
): AsyncGenerator<CustomerRead> {
  const parts: string[] = [];
  for (const text of textOf(file, detectEncoding(file))) parts.push(text);
  const value = parse(parts.join(''), file);
  const records = isList(value) ? value : [value];
  if (records.length > LIMITS.rows) refuseExcess(file, 'rows');
  const objects = records.map((record, index) => (isObject(record) ? record : refuseRecord(file, index + 1)));
  if (objects.length === 0) {
    refuseFile(
      file,
      'customers/header-only',
      {
        ja: 'お客様のデータが1件もありません（[ ] の中が空です）。',
        en: 'There are no customers (the list is empty).',
      },
      {
        ja: '{ } の形で1件以上入れてください。',
        en: 'Put at least one object into the list.',
      },
    );
  }
  for (const [index, record] of objects.entries()) {
    const place: RecordPlace = { kind: 'record', file, row: index + 1 };
    if (record.size > LIMITS.columns) refuseExcess(file, 'columns', index + 1);
    const { texts, problems } = toTexts(record, place);
    if (Object.values(texts).some((text) => text.length > LIMITS.cell)) refuseExcess(file, 'cell', index + 1);
    yield withProblems(customerFromFields(replaced(texts, set), place), problems);
  }
}

function replaced(
  texts: Readonly<Record<string, string>>,
  set: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fields = new Set(Object.keys(set).map(matchHeading));
  const kept = Object.entries(texts).filter(([heading]) => {
    const field = matchHeading(heading);
    return field === undefined || !fields.has(field);
  });
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}

function parse(text: string, file: string): JsonValue {
  if (text.trim() === '') {
    refuseFile(
      file,
      'customers/empty-file',
      { ja: 'ファイルに何も書かれていません。', en: 'There is nothing in the file.' },
      {
        ja: '顧客データの入ったファイルか確かめてください。',
        en: 'Check that it is the file with the customers.',
      },
    );
  }
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { ja, en, hint } = faultOf(error);
    return refuse({
      code: error.fault === 'doubled' ? 'customers/doubled-column' : 'customers/json',
      message: {
        ja: `${error.line}行目の${error.column}文字目で、${ja}。`,
        en: `At line ${error.line}, column ${error.column}: ${en}.`,
      },
      hint,
      place: { kind: 'source', file, line: error.line, column: error.column },
    });
  }
}

function faultOf({ fault, found }: JsonError): { ja: string; en: string; hint: { ja: string; en: string } } {
  switch (fault) {
    case 'doubled':
      return {
        ja: `「${showText(found)}」が同じ { } の中に二つあります`,
        en: `"${showText(found)}" stands twice in one object`,
        hint: { ja: 'どちらか一つにしてください。', en: 'Keep one of them.' },
      };
    case 'end':
      return {
        ja: 'JSONが途中で終わっています',
        en: 'the JSON ends too early',
        hint: {
          ja: '閉じていない引用符やかっこ（" } ]）がないか確かめてください。',
          en: 'Look for a quotation mark or bracket that is not closed.',
        },
      };
    case 'depth':
      return {
        ja: 'かっこが深く重なりすぎています',
        en: 'brackets are nested too deeply',
        hint: {
          ja: 'お客様1件を { } 一つで書いてください。',
          en: 'Write one flat object for each customer.',
        },
      };
    case 'syntax':
      return {
        ja: 'JSONとして読めない書き方になっています',
        en: 'this is no JSON',
        hint: {
          ja: 'その前後のコンマ、引用符（"）、かっこを確かめてください。0で始まる番号は " で囲みます。',
          en: 'Look at the commas, quotation marks and brackets around it. Numbers with a leading zero go in quotation marks.',
        },
      };
  }
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const isObject = (value: JsonValue): value is JsonObject => value instanceof Map;

function refuseRecord(file: string, row: number): never {
  return refuseFile(
    file,
    'customers/json',
    { ja: `${row}件目が { } の形になっていません。`, en: `Record ${row} is no object.` },
    {
      ja: 'お客様1件を { "氏名": "…", … } の形で書いてください。',
      en: 'Write each customer as an object, { "name": "…", … }.',
    },
    row,
  );
}

function toTexts(
  record: JsonObject,
  place: RecordPlace,
): { texts: Record<string, string>; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const texts = [...record].map(([heading, value]): readonly [string, string] => {
    const text = toText(value);
    if (text === undefined) problems.push(notText(heading, place));
    return [heading, text ?? ''];
  });
  return { texts: Object.fromEntries(texts), problems };
}

/** Undefined for what is no text: objects, and numbers that mean other digits than they show. */
function toText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (isList(value)) {
    const items = value.map((item) => (typeof item === 'string' ? item : undefined));
    return items.every((item) => item !== undefined) ? items.join('、') : undefined;
  }
  return !isObject(value) && /^-?\d+(?:\.\d+)?$/.test(value.digits) ? value.digits : undefined;
}

function notText(heading: string, place: RecordPlace): Problem {
  const field = matchHeading(heading);
  return {
    code: 'customers/json',
    severity: 'error',
    message: {
      ja: `「${showText(heading)}」の値が、文字でも普通の数でもありません。`,
      en: `The value of "${showText(heading)}" is neither text nor a plain number.`,
    },
    hint: { ja: '値を " で囲んだ文字にしてください。', en: 'Write the value as text in quotation marks.' },
    place: { ...place, column: heading, ...(field === undefined ? {} : { field }) },
  };
}

/** A value that could not be taken as text was read as empty: what else is said about that field would mislead. */
function withProblems(read: CustomerRead, problems: readonly Problem[]): CustomerRead {
  if (problems.length === 0) return read;
  const columns = new Set(problems.map(({ place }) => (place?.kind === 'record' ? place.column : undefined)));
  const others = read.problems.filter(
    ({ place }) => !(place?.kind === 'record' && columns.has(place.column)),
  );
  const { customer: _refused, ...rest } = read;
  return { ...rest, problems: [...problems, ...others] };
}
