/** Takes YAML text and its schema, gives the checked value; every problem of the file at once, each with line and column. */

import { YAMLException } from 'js-yaml';
import * as v from 'valibot';
import { type Problem, ProblemError, refuse, type SourcePlace } from '../../problem.js';
import { SourceText } from '../../source-text.js';
import { describeIssue, listsForGroups, pathText } from './describe-issue.js';
import {
  type ParsedYaml,
  type PlainWords,
  parseYaml,
  SeveralDocuments,
  type YamlPath,
} from './parse-yaml.js';
import { syntaxWording } from './syntax-wording.js';

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
  plainWords: PlainWords = 'values',
): YamlFile<v.InferOutput<Schema>> {
  const source = new SourceText(text, { kind: 'source', file, line: 1, column: 1 });
  const { value: input, offsetOf } = parse(source, area, plainWords);
  const placeOf: PlaceOf = (path, at = 'value') => source.at(offsetOf(path, at));
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

function parse(source: SourceText, area: string, plainWords: PlainWords): ParsedYaml {
  try {
    return parseYaml(source.text, plainWords);
  } catch (error) {
    if (!(error instanceof YAMLException || error instanceof SeveralDocuments)) throw error;
    const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : error.offset;
    refuse({ code: `${area}/yaml`, ...syntaxWording(error), place: source.at(offset) }, error);
  }
}

/** Keys such as `constructor`, which every object seems to have, so that a schema would take them for known. */
function inheritedKeys(value: unknown, path: YamlPath = []): readonly YamlPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return [...(key in Object.prototype ? [here] : []), ...inheritedKeys(inner, here)];
  });
}
