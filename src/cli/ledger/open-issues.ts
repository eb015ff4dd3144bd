/** Takes the options of a command that reads the ledger, gives what it asks of it. */

import type { Database } from 'node-sqlite3-wasm';
import { useLedger } from '../../ledger/use-ledger.js';
import { refuse } from '../../problem.js';
import { findLedger, LEDGER_FILE } from '../find-ledger.js';
import { workerHere } from '../worker-here.js';
import type { LedgerOptions } from './ledger-options.js';

export function inLedger<T>(options: LedgerOptions, ask: (database: Database, file: string) => T): T {
  const file = findLedger(options);
  if (file === undefined) {
    refuse({
      code: 'cli/no-ledger',
      message: { ja: '台帳の指定がありません。', en: 'Nothing says which ledger.' },
      hint: {
        ja: `--ledger ファイル名 か、${LEDGER_FILE} のある設定フォルダーを --provider フォルダー名 で指定してください。`,
        en: `Add --ledger FILE, or --provider DIR with a ${LEDGER_FILE} in it.`,
      },
    });
  }
  return useLedger(file, workerHere(), (database) => ask(database, file), { thoroughly: true });
}
