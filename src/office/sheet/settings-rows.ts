/** Takes what a sheet's settings come from and the decided facts, gives the rows of the settings card; for the undecided both methods side by side. */

import { type Problem, ProblemError } from '../../problem.js';
import { SETTINGS_ITEMS } from './settings-items.js';
import { type Method, SETTINGS_VALUES, type SettingsSource } from './settings-values.js';
import type { FactDecision, SettingsRow, SettingsValue } from './sheet.js';

/** Throws ProblemError where facts.yaml gives an applicable fact to a row that this sheet does not have. */
export function settingsRows(
  source: Omit<SettingsSource, 'applies' | 'adds'>,
  decisions: readonly FactDecision[],
): readonly SettingsRow[] {
  const printed = decisions.filter((decision) => decision.printed && decision.row !== undefined);
  const whole: SettingsSource = {
    ...source,
    applies: (key) => printed.some((decision) => decision.row === key),
    adds: (key) => printed.some((decision) => decision.row === key && decision.origin === 'added'),
  };
  const rows = SETTINGS_ITEMS.flatMap(({ code, key, item }): SettingsRow[] => {
    const value = rowValue(whole, (method) => SETTINGS_VALUES[key](whole, method));
    if (value === undefined) return [];
    const facts = printed.filter((decision) => decision.row === key).map((decision) => decision.id);
    return [{ code, key, item, ...value, facts }];
  });
  const homeless = printed.filter((decision) => !rows.some((row) => row.key === decision.row));
  if (homeless.length > 0) throw new ProblemError(homeless.map(withoutRow));
  return rows;
}

const NONE: SettingsValue = { value: '—', form: 'text' };

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

const withoutRow = ({ id, row }: FactDecision): Problem => ({
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
