/** Takes the options of a command, gives the ledger's file: as named, or that of the office folder where it keeps one. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerOption, SheetOptions } from './pipeline-options.js';
import type { Terminal } from './terminal.js';

/** A ledger of this name in the folder of the profile or of the template is used without being asked for. */
export const LEDGER_FILE = 'annai-ledger.sqlite';

export function findLedger({
  ledger,
  provider,
  template,
}: LedgerOption & Pick<SheetOptions, 'provider' | 'template'>): string | undefined {
  if (ledger !== undefined) return ledger;
  return [provider, template]
    .flatMap((folder) => (folder === undefined ? [] : [join(folder, LEDGER_FILE)]))
    .find((file) => existsSync(file));
}

export const ledgerHelp = ({ say }: Terminal): string =>
  say({
    ja: `作ったものを記録する台帳（なければ作ります）。設定フォルダーに ${LEDGER_FILE} があれば、指定がなくても記録します`,
    en: `ledger to record in (made where missing); a ${LEDGER_FILE} in the office folder is used by itself`,
  });
