/** Takes documents one after another, gives one file of all their pages, written as they come and named when it is whole. */

import type { Pipeline, SheetDocument } from '../pipeline.js';
import { openAside } from './file-aside.js';

export interface PrintFile {
  readonly file: string;
  /** How many documents it holds by now. */
  readonly sheets: number;
  append(document: SheetDocument): void;
  keep(): void;
  /** Leaves nothing behind; has no effect on a file that was kept. */
  discard(): void;
}

export function openPrintFile(
  target: { readonly file: string; readonly title: string; readonly force?: boolean },
  pipeline: Pipeline,
): PrintFile {
  const aside = openAside(target.file, { force: target.force ?? false });
  const pages = pipeline.openPrintFile((chunk) => aside.write(chunk), target.title);
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
    },
    discard: () => aside.discard(),
  };
}
