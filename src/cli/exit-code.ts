/** How a command ends, for scripts that call it. */

import type { BatchResult } from '../batch/batch-result.js';

export const ALL_MADE = 0;
/** Bad usage, or nothing could start. */
export const NOTHING_STARTED = 1;
export const SOME_NOT_MADE = 2;

export type ExitCode = typeof ALL_MADE | typeof NOTHING_STARTED | typeof SOME_NOT_MADE;

export const exitCodeOf = ({ notMade, problems }: BatchResult): ExitCode =>
  problems.length === 0 && notMade === 0 ? ALL_MADE : SOME_NOT_MADE;

/** A command's parser hands its runner's outcome over here. */
export type Finish = (code: ExitCode) => void;
