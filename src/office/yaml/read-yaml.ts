/** Takes YAML text and its schema, gives the checked value; every problem of the file at once, each with line and column. */

import * as v from 'valibot';
import { isMap, isScalar, type Pair, type ParsedNode, parseDocument } from 'yaml';
import { type Problem, ProblemError, type SourcePlace, type Wording } from '../../problem.js';
import { SourceText } from '../../source-text.js';
import { describeIssue, listsForGroups, pathText } from './describe-issue.js';

export type YamlPath = readonly (string | number)[];
/** Where the value at a path stands; the nearest thing around it where the path itself is not in the file. */
export type PlaceOf = (path: YamlPath, at?: 'key' | 'value') => SourcePlace;

export interface YamlFile<T> {
  readonly value: T;
  readonly placeOf: PlaceOf;
}

/** `area` begins the codes of the problems: `profile/unknown-key`. Throws ProblemError. */
export function readYaml<Schema extends v.GenericSchema>(
  text: string,
  file: string,
  schema: Schema,
  area: string,
): YamlFile<v.InferOutput<Schema>> {
  const document = parseDocument(text, { prettyErrors: false });
  const source = new SourceText(text, { kind: 'source', file, line: 1, column: 1 });
  const place = (offset: number): SourcePlace => source.at(offset);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    // What follows a broken line is mostly its echo; keys that stand twice are faults of their own.
    const broken = faults.find((fault) => fault.code !== 'DUPLICATE_KEY');
    throw new ProblemError(
      (broken === undefined ? faults : [broken]).map((fault) => ({
        code: `${area}/yaml`,
        severity: 'error',
        ...syntaxWording(fault.code, fault.message),
        place: place(fault.pos[0]),
      })),
    );
  }
  const placeOf: PlaceOf = (path, at = 'value') => place(offsetOf(document.contents, path, at));
  const input: unknown = document.toJS();
  const inherited = inheritedKeys(input);
  if (inherited.length > 0) {
    throw new ProblemError(
      inherited.map((path) => ({
        code: `${area}/unknown-key`,
        severity: 'error',
        message: {
          ja: `「${pathText(path)}」という項目はありません。`,
          en: `There is no key "${pathText(path)}".`,
        },
        place: placeOf(path, 'key'),
      })),
    );
  }
  const lists = listsForGroups(schema, input).map(
    ({ path, message }): Problem => ({
      code: `${area}/wrong-type`,
      severity: 'error',
      message,
      place: placeOf(path),
    }),
  );
  if (lists.length > 0) throw new ProblemError(lists);
  const result = v.safeParse(schema, input);
  if (result.success) return { value: result.output, placeOf };
  const problems = result.issues.map((issue): Problem => {
    const { what, path, ...wording } = describeIssue(schema, issue);
    const at = what === 'wrong-type' || what === 'wrong-value' ? 'value' : 'key';
    return { code: `${area}/${what}`, severity: 'error', ...wording, place: placeOf(path, at) };
  });
  throw new ProblemError(problems);
}

/** Keys such as `constructor`, which every object seems to have, so that a schema would take them for known. */
function inheritedKeys(value: unknown, path: YamlPath = []): readonly YamlPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return [...(key in Object.prototype ? [here] : []), ...inheritedKeys(inner, here)];
  });
}

/** Where a path stands in the text: its value, or its key where that is asked for or the value is empty. */
function offsetOf(contents: ParsedNode | null, path: YamlPath, at: 'key' | 'value'): number {
  let node: unknown = contents;
  let key = contents?.range[0] ?? 0;
  for (const step of path) {
    let inner: unknown;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      if (hasRange(pair.key)) key = pair.key.range[0];
      inner = pair.value;
    } else if (hasItems(node)) {
      inner = node.items[Number(step)];
      if (hasRange(inner)) key = inner.range[0];
    }
    node = inner;
  }
  return at === 'value' && hasRange(node) && node.range[1] > node.range[0] ? node.range[0] : key;
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

const hasItems = (node: unknown): node is { items: readonly unknown[] } =>
  typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);

function syntaxWording(code: string, detail: string): { message: Wording; hint?: Wording } {
  const reason = detail.replace(/\s+/g, ' ').trim();
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        message: { ja: '同じ名前の項目が2回あります。', en: 'The same key stands here twice.' },
        hint: { ja: 'どちらか一方を消してください。', en: 'Remove one of them.' },
      };
    case 'TAB_AS_INDENT':
      return {
        message: { ja: '字下げにタブが使われています。', en: 'A tab is used for indentation.' },
        hint: { ja: '半角の空白で字下げしてください。', en: 'Indent with spaces.' },
      };
    case 'BAD_INDENT':
      return {
        message: { ja: '字下げがそろっていません。', en: 'The indentation does not line up.' },
        hint: {
          ja: '同じ段の項目は、行の頭の空白の数をそろえてください。',
          en: 'Give keys of one level the same number of leading spaces.',
        },
      };
    default:
      return {
        message: {
          ja: `YAML として読めません（${reason}）。`,
          en: `This cannot be read as YAML (${reason}).`,
        },
        hint: {
          ja: '記号（: # @ など）を含む値は、引用符 " " で囲んでください。',
          en: 'Put values that hold signs such as : # @ into quotation marks.',
        },
      };
  }
}
