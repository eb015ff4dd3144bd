/** Takes the text of template.yaml, gives the template's title and revision. */

import { parseDocument } from 'yaml';
import { type Problem, ProblemError } from '../../problem.js';
import { SourceText } from '../../source-text.js';

export interface Manifest {
  readonly title: string;
  readonly revision: string;
}

const KEYS = ['title', 'revision'] as const;

export function parseManifest(text: string, file: string): Manifest {
  const document = parseDocument(text, { prettyErrors: false, schema: 'failsafe' });
  const source = new SourceText(text, { kind: 'source', file, line: 1, column: 1 });
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'template/manifest',
    severity: 'error',
    message: { ja: 'template.yaml の書き方が正しくありません。', en: `template.yaml: ${error.code}` },
    hint: { ja: '「項目: 値」の形で書いてください。', en: 'write "key: value"' },
    place: source.at(error.pos[0]),
  }));
  if (problems.length > 0) throw new ProblemError(problems);

  const data: unknown = document.toJS();
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const values = new Map<string, unknown>(entries);
  const report = (key: string, ja: string, en: string) =>
    problems.push({
      code: 'template/manifest',
      severity: 'error',
      message: { ja: `template.yaml の ${key} ${ja}`, en: `template.yaml: ${key} ${en}` },
      hint: { ja: `使える項目: ${KEYS.join('、')}`, en: `keys: ${KEYS.join(', ')}` },
      place: { kind: 'file', file },
    });
  const textOf = (key: string): string => {
    const value = values.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    report(key, 'を文字で書いてください。', 'must be text');
    return '';
  };
  for (const key of values.keys()) {
    if (!KEYS.some((known) => known === key)) report(key, 'という項目はありません。', 'is unknown');
  }
  const manifest = { title: textOf('title'), revision: textOf('revision') };
  if (problems.length > 0) throw new ProblemError(problems);
  return manifest;
}
