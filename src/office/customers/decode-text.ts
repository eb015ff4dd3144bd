/** Takes a text file and its encoding, gives its text in pieces, without byte order mark. */

import { bytesOf, type Encoding } from './detect-encoding.js';

export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}
