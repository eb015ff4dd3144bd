/** Takes the text of a template's facts.yaml, gives `Facts`: which statements exist and the conditions of each. */

import * as v from 'valibot';
import { nearest } from '../../nearest.js';
import { type Problem, ProblemError, type SourcePlace, type Wording } from '../../problem.js';
import { ConditionSchema } from '../condition.js';
import type { Condition } from '../provider/provider.js';
import { readYaml } from '../yaml/read-yaml.js';
import { PROFILE_FEATURES, type ProfileFeature } from './profile-features.js';
import { SETTINGS_KEYS } from './settings-items.js';
import type { FactId, SettingsKey } from './sheet.js';

export type FactKind =
  | 'info'
  | 'setting'
  | 'do'
  | 'caution'
  | 'advice'
  | 'limit'
  | 'example'
  | 'step'
  | 'contact';

/** A product rule: what must hold beside the handout's own condition, and the sentence for `explain` where it does not. */
export interface FactRule {
  readonly id: string;
  readonly profile?: ProfileFeature;
  readonly when?: Condition;
  readonly otherwise: Wording;
}

export interface Fact {
  readonly id: FactId;
  readonly origin: 'handout' | 'added';
  /** Lines of the handout, a, b, c for the sentences of a line. Empty for sentences of our own. */
  readonly handout: readonly string[];
  readonly kind: FactKind;
  /** Absent: always. */
  readonly when?: Condition;
  /** Looked at in this order; the first that does not hold is the reason. */
  readonly rules: readonly FactRule[];
  readonly row?: SettingsKey;
  readonly effect?: string;
  readonly see: readonly string[];
  readonly summary: string;
  readonly place: SourcePlace;
}

export interface Facts {
  readonly file: string;
  /** In the file's order, ids unique. */
  readonly list: readonly Fact[];
}

const Text = v.pipe(v.string(), v.minLength(1));

const FactsSchema = v.strictObject({
  rules: v.record(
    Text,
    v.strictObject({
      profile: v.exactOptional(v.picklist(PROFILE_FEATURES)),
      when: v.exactOptional(ConditionSchema),
      otherwise: v.strictObject({ ja: Text, en: Text }),
    }),
  ),
  facts: v.array(
    v.strictObject({
      id: Text,
      origin: v.optional(v.picklist(['handout', 'added']), 'handout'),
      handout: v.optional(v.array(Text), []),
      kind: v.picklist(['info', 'setting', 'do', 'caution', 'advice', 'limit', 'example', 'step', 'contact']),
      when: v.exactOptional(ConditionSchema),
      rules: v.optional(v.array(Text), []),
      row: v.exactOptional(v.picklist(SETTINGS_KEYS)),
      effect: v.exactOptional(Text),
      see: v.optional(v.array(Text), []),
      summary: Text,
    }),
  ),
});

/** Throws ProblemError. */
export function parseFacts(yaml: string, file: string): Facts {
  const { value, placeOf } = readYaml(yaml, file, FactsSchema, 'facts');
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const list = value.facts.map((entry, index): Fact => {
    if (seen.has(entry.id)) problems.push(twice(entry.id, placeOf(['facts', index, 'id'])));
    seen.add(entry.id);
    const rules = entry.rules.flatMap((id, at) => {
      const rule = Object.hasOwn(value.rules, id) ? value.rules[id] : undefined;
      if (rule === undefined) {
        problems.push(unknownRule(id, Object.keys(value.rules), placeOf(['facts', index, 'rules', at])));
        return [];
      }
      return [{ id, ...rule }];
    });
    return { ...entry, rules, place: placeOf(['facts', index]) };
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { file, list };
}

const twice = (id: string, place: SourcePlace): Problem => ({
  code: 'facts/duplicate-id',
  severity: 'error',
  message: { ja: `事実「${id}」が2回あります。`, en: `The fact "${id}" stands here twice.` },
  hint: { ja: '一方の id を変えるか、消してください。', en: 'Change the id of one of them or remove it.' },
  place,
});

function unknownRule(id: string, known: readonly string[], place: SourcePlace): Problem {
  const meant = nearest(id, known);
  return {
    code: 'facts/unknown-rule',
    severity: 'error',
    message: { ja: `決まり「${id}」は rules にありません。`, en: `There is no rule "${id}" in rules.` },
    hint: meant
      ? { ja: `「${meant}」のことではありませんか。`, en: `Did you mean "${meant}"?` }
      : {
          ja: 'ファイルの初めの rules に書き足してください。',
          en: 'Add it to rules at the head of the file.',
        },
    place,
  };
}
