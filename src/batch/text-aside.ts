/** Takes a text as it comes, puts it in place as a whole file or not at all; no more than a piece of it is held. */

import { openAside } from './file-aside.js';
import type { Replacing } from './may-replace.js';

export interface TextAside {
  add(text: string): void;
  /** Puts the file in place. */
  keep(): void;
  /** Leaves nothing behind; has no effect on a file that was kept. */
  discard(): void;
}

/** Characters. */
const AT_ONCE = 100_000;

/** Throws as `openAside` does. */
export function openTextAside(target: string, replacing: Replacing): TextAside {
  const file = openAside(target, replacing);
  let waiting = '';
  const write = (): void => {
    file.write(Buffer.from(waiting));
    waiting = '';
  };
  return {
    add(text) {
      waiting += text;
      if (waiting.length > AT_ONCE) write();
    },
    keep() {
      write();
      file.keep();
    },
    discard: () => file.discard(),
  };
}
