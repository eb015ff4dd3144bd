/** Takes the options of a batch, gives where the sheets go; refuses two purposes for one file. */

import { basename, dirname, join, resolve } from 'node:path';
import type { BatchTargets } from '../../batch/batch-targets.js';
import { JOURNAL } from '../../batch/folder-account.js';
import { LOCK } from '../../batch/lock-folder.js';
import { MANIFEST_CSV, MANIFEST_JSON } from '../../batch/manifest.js';
import { printManifestFiles } from '../../batch/print-manifest.js';
import { keyFileOf } from '../../ledger/ledger-key.js';
import { refuse } from '../../problem.js';
import { findLedger } from '../find-ledger.js';
import { filesIn, type NamedFile, named, refuseBoth, refuseSameFile } from '../refuse-same-file.js';
import type { BatchOptions } from './batch-options.js';

export function targetsOf(file: string, options: BatchOptions): BatchTargets {
  const { output, merge, force, onlyFailed } = options;
  if (output === undefined && merge === undefined) {
    refuse({
      code: 'cli/no-target',
      message: { ja: '作ったPDFを置く場所の指定がありません。', en: 'Nothing says where to put the sheets.' },
      hint: {
        ja: '-o フォルダー名、--merge ファイル名.pdf、またはその両方を付けてください。',
        en: 'Add -o DIR, --merge FILE.pdf, or both.',
      },
    });
  }
  if (onlyFailed && (output === undefined || merge !== undefined)) {
    refuse({
      code: 'cli/only-failed-alone',
      message: {
        ja: '--only-failed は、-o で作るお一人ずつのファイルにだけ使えます。',
        en: '--only-failed is for the separate files of -o alone.',
      },
      hint: {
        ja: '--merge を外し、-o フォルダー名 を付けてください。印刷用のPDFには、いつも全員分が入ります。',
        en: 'Leave out --merge and add -o DIR. A print file always holds everybody.',
      },
    });
  }
  return {
    force: force ?? false,
    ...(output === undefined ? {} : { folder: output }),
    ...(merge === undefined
      ? {}
      : { printFile: { file: merge, title: `設定のご案内（印刷用） ${basename(file)}` } }),
  };
}

/** The folders that are written into, each once. */
export function foldersOf({ folder, printFile }: BatchTargets): readonly string[] {
  const folders = [
    ...(folder === undefined ? [] : [folder]),
    ...(printFile === undefined ? [] : [dirname(printFile.file)]),
  ];
  return [...new Map(folders.map((each) => [resolve(each), each])).values()];
}

/** Refuses two purposes for one file; gives what refuses a customer number whose sheet would have the name of the print file. */
export function refuseSharedNames(customers: string, options: BatchOptions): (customerId: string) => void {
  const files = filesOf(customers, options);
  refuseSameFile(files, options);
  const { output, merge } = options;
  if (output === undefined) return () => {};
  const sheet = (name: string): NamedFile => ({
    purpose: { ja: `お一人ずつのPDF（${name}）`, en: `a separate sheet (${name})` },
    file: join(output, name),
  });
  const pdfs = new Map([...filesIn(output, files)].filter(([name]) => /^[^/\\]*\.pdf$/.test(name)));
  // Which names the sheets have is known when the customer file is read; they alone should be called so.
  for (const each of pdfs.values()) if (each.file !== merge) refuseBoth(sheet('….pdf'), each);
  return (customerId) => {
    const printFile = pdfs.get(`${customerId.toLowerCase()}.pdf`);
    if (printFile !== undefined) refuseBoth(sheet(`${customerId}.pdf`), printFile);
  };
}

function filesOf(customers: string, options: BatchOptions): readonly NamedFile[] {
  const { output, merge, problems, passwordFile } = options;
  const ledger = findLedger(options);
  const printed = merge === undefined ? undefined : printManifestFiles(merge);
  const inFolder = (name: string): string | undefined => output && join(output, name);
  return [
    ...named(customers, '名簿', 'the customer file'),
    ...named(passwordFile, 'パスワードのファイル', 'the password file'),
    ...named(inFolder(MANIFEST_JSON), '作成の記録', 'the manifest'),
    ...named(inFolder(MANIFEST_CSV), '作成の記録', 'the manifest'),
    ...named(inFolder(JOURNAL), '作業中の記録', 'the journal'),
    ...named(inFolder(LOCK), '作業の印', 'the lock'),
    ...named(merge, '印刷用のPDF（--merge）', 'the print file (--merge)'),
    ...named(printed?.json, '印刷の記録', 'the manifest of the print file'),
    ...named(printed?.csv, '印刷の記録', 'the manifest of the print file'),
    ...named(ledger, '台帳（--ledger）', 'the ledger (--ledger)'),
    ...named(ledger && keyFileOf(ledger), '台帳の鍵', "the ledger's key"),
    ...named(problems, '誤りの一覧（--problems）', 'the table of problems (--problems)'),
  ];
}
