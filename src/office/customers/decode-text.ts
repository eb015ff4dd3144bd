/** Takes a text file and its encoding, gives its text in pieces, without byte order mark. */

import { bytesOf, type Encoding } from './detect-encoding.js';
import { refuseChanged } from './file-form.js';

export function* textOf(file: string, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      // All bytes could be decoded when the encoding was told.
      if (error instanceof TypeError) return refuseChanged(file);
      throw error;
    }
  };
  for (const bytes of bytesOf(file)) yield decode(bytes);
  yield decode();
}
