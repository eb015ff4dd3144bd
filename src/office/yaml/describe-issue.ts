/** Takes one complaint of valibot, gives what is wrong and what to do in Japanese and English, and the path it is about. */

import type * as v from 'valibot';
import { nearest } from '../../nearest.js';
import { sure, type Wording } from '../../problem.js';

export interface IssueDescription {
  readonly what: 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value';
  readonly path: readonly (string | number)[];
  readonly message: Wording;
  readonly hint?: Wording;
}

/** A rule's two sentences for the one string that valibot carries; `describeIssue` takes them apart again. */
export const say = (ja: string, en: string): string => `${ja}\n${en}`;

export function describeIssue(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): IssueDescription {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  const name = pathText(path);
  if (issue.type === 'strict_object' && path.length > 0) {
    const key = String(path.at(-1));
    if (issue.expected === 'never') return unknownKey(schema, path, key);
    if (issue.received === 'undefined') {
      return {
        what: 'missing-key',
        path: path.slice(0, -1),
        message: { ja: `必須の項目「${name}」がありません。`, en: `The key "${name}" is missing.` },
        hint: { ja: `「${key}:」の行を書き足してください。`, en: `Add a line "${key}:".` },
      };
    }
  }
  if (issue.kind === 'validation' || issue.message.includes('\n')) {
    const [ja = issue.message, en = issue.message] = issue.message.split('\n');
    return { what: 'wrong-value', path, message: { ja: `「${name}」：${ja}`, en: `"${name}": ${en}` } };
  }
  const options = optionsOf(issue);
  if (options.length > 0) return wrongChoice(path, name, String(issue.input), options);
  return wrongType(path, name, issue);
}

function unknownKey(
  schema: v.GenericSchema,
  path: readonly (string | number)[],
  key: string,
): IssueDescription {
  const known = keysAt(schema, path.slice(0, -1));
  const meant = nearest(key, known);
  return {
    what: 'unknown-key',
    path,
    message: {
      ja: `「${pathText(path)}」という項目はありません。`,
      en: `There is no key "${pathText(path)}".`,
    },
    hint: meant
      ? { ja: `「${meant}」のことではありませんか。`, en: `Did you mean "${meant}"?` }
      : { ja: `使える項目：${known.join('、')}`, en: `Known keys: ${known.join(', ')}` },
  };
}

function wrongChoice(
  path: readonly (string | number)[],
  name: string,
  input: string,
  options: readonly string[],
): IssueDescription {
  const meant = nearest(input, options);
  return {
    what: 'wrong-value',
    path,
    message: {
      ja: `「${name}」に「${input}」は書けません。${options.join('・')} のどれかです。`,
      en: `"${name}" cannot be "${input}"; it is one of ${options.join(', ')}.`,
    },
    ...(meant && {
      hint: { ja: `「${meant}」のことではありませんか。`, en: `Did you mean "${meant}"?` },
    }),
  };
}

const TYPES: Readonly<Record<string, Wording>> = {
  string: { ja: '文字', en: 'text' },
  number: { ja: '数', en: 'a number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '「- 」で始まる並び', en: 'a list of lines that begin with "- "' },
  strict_object: { ja: '「名前: 値」の組', en: 'a group of "name: value" lines' },
  record: { ja: '「名前: 値」の組', en: 'a group of "name: value" lines' },
};

function wrongType(
  path: readonly (string | number)[],
  name: string,
  issue: v.BaseIssue<unknown>,
): IssueDescription {
  const expected = TYPES[issue.type] ?? {
    ja: issue.expected ?? issue.type,
    en: issue.expected ?? issue.type,
  };
  const empty = issue.input === null || issue.input === undefined;
  const message = empty
    ? {
        ja: `「${name}」が空です。${expected.ja}を書いてください。`,
        en: `"${name}" is empty; give ${expected.en}.`,
      }
    : {
        ja: `「${name}」には${expected.ja}を書いてください（今は ${issue.received}）。`,
        en: `"${name}" must be ${expected.en} (it is ${issue.received}).`,
      };
  const quotes = issue.type === 'string' && !empty && typeof issue.input !== 'object';
  return {
    what: 'wrong-type',
    path,
    message:
      name === ''
        ? { ja: message.ja.replace('「」', 'ファイル'), en: message.en.replace('""', 'The file') }
        : message,
    ...(quotes && {
      hint: {
        ja: `引用符で囲むと文字になります：${path.at(-1)}: "…"`,
        en: `Quotation marks make it text: ${path.at(-1)}: "…"`,
      },
    }),
  };
}

export interface ListFound {
  readonly path: readonly (string | number)[];
  readonly message: Wording;
}

/** Lists that stand where the schema wants a group: to valibot they are groups like any other, the empty list an empty one. */
export function listsForGroups(
  schema: unknown,
  input: unknown,
  path: readonly (string | number)[] = [],
): readonly ListFound[] {
  if (typeof input !== 'object' || input === null) return [];
  const bare = unwrap(schema);
  const isGroup = bare.type === 'strict_object' || bare.type === 'record';
  if (isGroup && Array.isArray(input)) {
    const name = pathText(path);
    const { ja, en } = sure(TYPES[String(bare.type)], 'name of a type');
    return [
      {
        path,
        message: {
          ja: `${name === '' ? 'ファイル' : `「${name}」`}には${ja}を書いてください（今は並び）。`,
          en: `${name === '' ? 'The file' : `"${name}"`} must be ${en} (it is a list).`,
        },
      },
    ];
  }
  if (!isGroup && bare.type !== 'array') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const inner = isRecord(bare.entries) ? bare.entries[key] : (bare.item ?? bare.value);
    return listsForGroups(inner, value, [...path, Array.isArray(input) ? Number(key) : key]);
  });
}

/** `pop[0].port` */
export const pathText = (path: readonly (string | number)[]): string =>
  path
    .map((step, depth) => (typeof step === 'number' ? `[${step}]` : depth > 0 ? `.${step}` : step))
    .join('');

/** The choices of a picklist, also where it is one branch of a union. */
function optionsOf(issue: v.BaseIssue<unknown>): readonly string[] {
  if (issue.type === 'picklist')
    return [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '');
  return (issue.issues ?? []).flatMap(optionsOf);
}

/** The keys that the schema knows at a path; empty where it takes any. */
function keysAt(schema: v.GenericSchema, path: readonly (string | number)[]): readonly string[] {
  let current: unknown = schema;
  for (const step of path) {
    const bare = unwrap(current);
    current = 'entries' in bare && isRecord(bare.entries) ? bare.entries[step] : (bare.item ?? bare.value);
  }
  const bare = unwrap(current);
  return isRecord(bare.entries) ? Object.keys(bare.entries) : [];
}

/** What stands inside optional values and pipes. */
function unwrap(schema: unknown): Readonly<Record<string, unknown>> {
  let bare = isRecord(schema) ? schema : {};
  for (;;) {
    const pipe = bare.pipe;
    if (isRecord(bare.wrapped)) bare = bare.wrapped;
    else if (Array.isArray(pipe) && isRecord(pipe[0]) && pipe[0] !== bare) bare = pipe[0];
    else return bare;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
