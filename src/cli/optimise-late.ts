/** Takes nothing, has V8 leave a function as it is until it has run for long. */

import { setFlagsFromString } from 'node:v8';

/**
 * V8 of Node 20 compiles anew, at the cost of its own threads and of the collector's, what has run a few hundred times: for one
 * sheet, over in a third of a second, that takes longer than it saves (a sixth of the whole time, measured). What goes on for
 * seconds is optimised all the same. In units of V8's bytecode; the usual budget is a sixtieth.
 *
 * Later ones wait for three thousand calls by themselves, and would complain aloud of a flag that they do not know.
 */
export const optimiseLate = (): void => {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=4000000');
};
