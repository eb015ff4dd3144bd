/**
 * Takes a profile, the facts and what the run was told, gives what all sheets have in common, and all sheets of a kind: the
 * decided facts, their rows, the extra notes. Thousands of sheets are of nine kinds.
 */

import type { IsoDate } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';
import { conditionHolds } from './condition-holds.js';
import { decideFacts } from './decide-facts.js';
import type { Facts } from './facts.js';
import type { Edition, FactDecision, FactId, Kind, SettingsKey } from './sheet.js';

export interface SheetOptions {
  /** The run's date, for records without one of their own. */
  readonly issueDate: IsoDate;
  /** Absent: large where the record asks for it. */
  readonly edition?: Edition;
  readonly templateRevision: string;
}

export interface SheetPlan extends SheetOptions {
  readonly provider: Provider;
  ofKind(kind: Kind): KindPlan;
}

export interface KindPlan {
  readonly decisions: readonly FactDecision[];
  /** Those of them that are printed. */
  readonly facts: ReadonlySet<FactId>;
  /** The printed facts that belong to a row of the settings card. */
  readonly rows: ReadonlyMap<SettingsKey, RowFacts>;
  /** The profile's extra notes that apply. */
  readonly extraNotes: readonly string[];
}

export interface RowFacts {
  readonly ids: readonly FactId[];
  /** Whether one of them is a sentence of our own. */
  readonly added: boolean;
}

export function planSheets(provider: Provider, facts: Facts, options: SheetOptions): SheetPlan {
  const plans = new Map<Kind, KindPlan>();
  return {
    ...options,
    provider,
    ofKind(kind) {
      const plan = plans.get(kind) ?? planOf(kind, provider, facts);
      plans.set(kind, plan);
      return plan;
    },
  };
}

function planOf(kind: Kind, provider: Provider, facts: Facts): KindPlan {
  const decisions = decideFacts(facts, kind, provider);
  const printed = decisions.filter((decision) => decision.printed);
  return {
    decisions,
    facts: new Set(printed.map(({ id }) => id)),
    rows: rowFacts(printed),
    extraNotes: provider.extraNotes
      .filter((note) => note.when === undefined || conditionHolds(note.when, kind))
      .map((note) => note.text),
  };
}

function rowFacts(printed: readonly FactDecision[]): ReadonlyMap<SettingsKey, RowFacts> {
  const keys = new Set(printed.flatMap(({ row }) => row ?? []));
  return new Map(
    [...keys].map((key) => {
      const own = printed.filter(({ row }) => row === key);
      return [key, { ids: own.map(({ id }) => id), added: own.some(({ origin }) => origin === 'added') }];
    }),
  );
}
