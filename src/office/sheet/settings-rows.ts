/** Takes what a sheet's settings come from and the facts of each row, gives the rows of the settings card; for the undecided both methods side by side. */

import { type Problem, ProblemError } from '../../problem.js';
import { SETTINGS_ITEMS } from './settings-items.js';
import { type Method, SETTINGS_VALUES, type SettingsSource } from './settings-values.js';
import type { FactId, SettingsKey, SettingsRow, SettingsValue } from './sheet.js';
import type { RowFacts } from './sheet-plan.js';

/** Throws ProblemError where facts.yaml gives an applicable fact to a row that this sheet does not have. */
export function settingsRows(
  source: Omit<SettingsSource, 'applies' | 'adds'>,
  facts: ReadonlyMap<SettingsKey, RowFacts>,
): readonly SettingsRow[] {
  const whole: SettingsSource = {
    ...source,
    applies: (key) => facts.has(key),
    adds: (key) => facts.get(key)?.added ?? false,
  };
  const rows: SettingsRow[] = [];
  let placed = 0;
  for (const { code, key, item } of SETTINGS_ITEMS) {
    const value = rowValue(whole, (method) => SETTINGS_VALUES[key](whole, method));
    if (value === undefined) continue;
    const own = facts.get(key);
    if (own !== undefined) placed += 1;
    rows.push({ code, key, item, ...value, facts: own?.ids ?? NO_FACTS });
  }
  if (placed < facts.size) refuseHomeless(rows, facts);
  return rows;
}

function refuseHomeless(rows: readonly SettingsRow[], facts: ReadonlyMap<SettingsKey, RowFacts>): never {
  const homeless = [...facts].filter(([key]) => rows.every((row) => row.key !== key));
  throw new ProblemError(homeless.flatMap(([key, { ids }]) => ids.map((id) => withoutRow(id, key))));
}

const NO_FACTS: readonly FactId[] = [];
const NONE: SettingsValue = { value: 'なし', form: 'text' };

function rowValue(
  { customer }: SettingsSource,
  valueWith: (method: Method) => SettingsValue | undefined,
): (SettingsValue & Pick<SettingsRow, 'methods'>) | undefined {
  switch (customer.connection) {
    case 'POP':
      return valueWith('pop');
    case 'IMAP':
      return valueWith('imap');
    case 'undecided': {
      const pop = valueWith('pop');
      const imap = valueWith('imap');
      if (pop === undefined && imap === undefined) return undefined;
      if (pop?.value === imap?.value && pop?.note === imap?.note) return pop;
      const methods = { pop: pop ?? NONE, imap: imap ?? NONE };
      return { value: `POP：${methods.pop.value}／IMAP：${methods.imap.value}`, form: 'text', methods };
    }
  }
}

const withoutRow = (id: FactId, row: SettingsKey): Problem => ({
  code: 'facts/no-such-row',
  severity: 'error',
  message: {
    ja: `事実「${id}」を印刷する設定カードの行（${row}）が、この案内にありません。`,
    en: `The settings row "${row}" that prints the fact "${id}" is not on this sheet.`,
  },
  hint: {
    ja: 'facts.yaml で、その事実の when と row を確かめてください。',
    en: 'Check its "when" and "row" in facts.yaml.',
  },
});
