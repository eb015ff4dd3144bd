/** Takes documents one after another, gives one file of all their pages, written as they come and named when it is whole. */

import { createHash } from 'node:crypto';
import type { Pipeline, SheetDocument } from '../pipeline.js';
import { openAside } from './file-aside.js';

export interface PrintFile {
  readonly file: string;
  /** How many documents it holds by now. */
  readonly sheets: number;
  append(document: SheetDocument): void;
  /** Gives the digest of the whole, where one was asked for. */
  keep(): string | undefined;
  /** Leaves nothing behind; has no effect on a file that was kept. */
  discard(): void;
}

export function openPrintFile(
  target: {
    readonly file: string;
    readonly title: string;
    readonly force?: boolean;
    readonly digest?: boolean;
  },
  pipeline: Pipeline,
): PrintFile {
  const aside = openAside(target.file, { force: target.force ?? false });
  const digest = target.digest ? createHash('sha256') : undefined;
  const pages = pipeline.openPrintFile((chunk) => {
    aside.write(chunk);
    digest?.update(chunk);
  }, target.title);
  let sheets = 0;
  return {
    file: target.file,
    get sheets() {
      return sheets;
    },
    append(document) {
      pages.append(document);
      sheets += 1;
    },
    keep() {
      pages.end();
      aside.keep();
      return digest?.digest('hex');
    },
    discard: () => aside.discard(),
  };
}
