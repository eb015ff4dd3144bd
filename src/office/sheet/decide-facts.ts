/** Takes the facts, a kind and a profile, gives for every fact whether it is printed and the condition that decided (facts.md §2 and §3). */

import type { Wording } from '../../problem.js';
import type { Provider } from '../provider/provider.js';
import { conditionHolds, conditionText, kindText } from './condition-holds.js';
import type { Fact, FactRule, Facts } from './facts.js';
import { profileHas } from './profile-features.js';
import type { FactDecision, Kind } from './sheet.js';

export function decideFacts(facts: Facts, kind: Kind, provider: Provider): readonly FactDecision[] {
  return facts.list.map((fact) => {
    const verdict = decide(fact, kind, provider);
    return {
      id: fact.id,
      printed: verdict.printed,
      // Only `explain` reads the sentence; a mailing of thousands should not have to word it.
      get because() {
        return verdict.because();
      },
      ...(fact.row !== undefined && { row: fact.row }),
      ...(fact.effect !== undefined && { effect: fact.effect }),
      origin: fact.origin,
      summary: fact.summary,
    };
  });
}

/** The handout's own condition, before any product rule. */
export const factApplies = (fact: Fact, kind: Kind): boolean =>
  fact.when === undefined || conditionHolds(fact.when, kind);

interface Verdict {
  readonly printed: boolean;
  readonly because: () => Wording;
}

function decide(fact: Fact, kind: Kind, provider: Provider): Verdict {
  if (!factApplies(fact, kind)) return { printed: false, because: () => notApplicable(fact, kind) };
  if (fact.origin === 'added' && !provider.addedNotes) return { printed: false, because: () => ADDED_OFF };
  const broken = fact.rules.find((rule) => !ruleHolds(rule, kind, provider));
  if (broken === undefined) return { printed: true, because: () => applicable(fact, kind) };
  const { id, otherwise } = broken;
  return { printed: false, because: () => ({ ja: `${id}: ${otherwise.ja}`, en: `${id}: ${otherwise.en}` }) };
}

const ruleHolds = (rule: FactRule, kind: Kind, provider: Provider): boolean =>
  (rule.when === undefined || conditionHolds(rule.when, kind)) &&
  (rule.profile === undefined || profileHas(provider, rule.profile));

const ADDED_OFF: Wording = {
  ja: 'addedNotes: 足した文（addedNotes）が無効なので印刷しません',
  en: 'addedNotes: sentences of our own (addedNotes) are off',
};

const UNDECIDED_ONLY: Wording = {
  ja: '接続方法が未定の方の案内だけに載せます',
  en: 'printed on the undecided sheet only',
};

const ALWAYS: Wording = { ja: 'どなたにも当てはまります', en: 'always applies' };

function applicable(fact: Fact, kind: Kind): Wording {
  const text = fact.when && conditionText(fact.when);
  if (text === undefined) return ALWAYS;
  if (kind === 'U') {
    if (fact.when?.connection?.every((each) => each === 'undecided')) return UNDECIDED_ONLY;
    return {
      ja: `未定の方の案内なので載せます（${text.ja} のときの項目）`,
      en: `printed on the undecided sheet (an item for ${text.en})`,
    };
  }
  return { ja: `${text.ja} なので当てはまります`, en: `applies: ${text.en}` };
}

function notApplicable(fact: Fact, kind: Kind): Wording {
  const text = (fact.when && conditionText(fact.when)) ?? { ja: '', en: '' };
  const own = kindText(kind);
  return {
    ja: `${text.ja} のときだけの項目です（この方は ${own.ja}）`,
    en: `only for ${text.en} (this customer: ${own.en})`,
  };
}
