/** Takes problems as they come, keeps the first thousand of them, each once, and counts what it does not keep. */

import type { Problem } from '../../problem.js';

/** Nobody reads on; all of them stand in the table of `--problems`. */
const MOST_LISTED = 1000;

export interface ProblemList {
  add(problem: Problem): void;
  readonly listed: readonly Problem[];
  /** How many more there were. */
  readonly more: number;
}

export function createProblemList(): ProblemList {
  // A mistake in the template is met by every record, and is said once.
  const listed = new Map<string, Problem>();
  let more = 0;
  return {
    add(problem) {
      const said = JSON.stringify(problem);
      if (listed.size < MOST_LISTED) listed.set(said, problem);
      else if (!listed.has(said)) more += 1;
    },
    get listed() {
      return [...listed.values()];
    },
    get more() {
      return more;
    },
  };
}
