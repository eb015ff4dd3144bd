/** Takes documents one after another, gives one file of all their pages, written as they come and named when it is whole, and the manifest beside it. */

import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import { refuse } from '../problem.js';
import type { RecordResult } from './batch-result.js';
import { openAside, orElseDiscard } from './file-aside.js';
import { isSheetIn } from './folder-account.js';
import { openPrintManifest } from './print-manifest.js';

export interface PrintFile {
  readonly file: string;
  /** How many documents it holds by now. */
  readonly sheets: number;
  append(document: SheetDocument): void;
  /** For the manifest: each record, in the order of the file, after its document. */
  note(record: RecordResult): void;
  /** Gives the digest of the whole. */
  keep(): string;
  /** Puts the manifest of the kept file beside it. */
  keepManifest(sha256: string): void;
  /** Leaves nothing behind; has no effect on a file that was kept. */
  discard(): void;
}

export function openPrintFile(
  target: { readonly file: string; readonly title: string; readonly force?: boolean },
  pipeline: Pipeline,
): PrintFile {
  const { file, title, force = false } = target;
  if (!force) refuseSheet(file);
  const aside = openAside(file, { force });
  const manifest = orElseDiscard(aside, () => openPrintManifest(file, force));
  const digest = createHash('sha256');
  const pages = pipeline.openPrintFile((chunk) => {
    aside.write(chunk);
    digest.update(chunk);
  }, title);
  let sheets = 0;
  return {
    file,
    get sheets() {
      return sheets;
    },
    append(document) {
      pages.append(document);
      sheets += 1;
    },
    note: (record) => manifest.add(record),
    keep() {
      pages.end();
      aside.keep();
      return digest.digest('hex');
    },
    keepManifest: (sha256) => manifest.keep(sha256),
    discard() {
      aside.discard();
      manifest.discard();
    },
  };
}

/** annai made it, too, but for one customer: a slip in the name must not cost the sheet. */
function refuseSheet(file: string): void {
  if (!isSheetIn(dirname(file), basename(file))) return;
  refuse({
    code: 'files/is-a-sheet',
    message: {
      ja: 'お客様お一人の案内として作ったPDFがあるため、上書きしません。',
      en: 'This is the sheet of one customer, so it is left alone.',
    },
    hint: { ja: '--merge に別の名前を指定してください。', en: 'Give another name after --merge.' },
    place: { kind: 'file', file },
  });
}
