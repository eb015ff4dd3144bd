/** How often a typesetter asked for what it remembers, and how often it had it: for whoever wants to know. */

export interface Tally {
  asked: number;
  recalled: number;
}

export interface RecallCount {
  /** Sections whose source was laid out before. */
  readonly sections: Tally;
  /** Of the others, those that had the room of one with the same tags: only what has other words was set. */
  readonly moulds: Tally;
  /** Paragraphs with the text, style and width of another. */
  readonly paragraphs: Tally;
  /** What of a page is the same content stream, and within the others, what is the same drawing. */
  readonly parts: Tally;
  readonly drawings: Tally;
  /** Running headers and footers. */
  readonly marginBoxes: Tally;
  /** Documents with the structure and outline of another. */
  readonly shapes: Tally;
}

const none = (): Tally => ({ asked: 0, recalled: 0 });

export const createRecallCount = (): RecallCount => ({
  sections: none(),
  moulds: none(),
  paragraphs: none(),
  parts: none(),
  drawings: none(),
  marginBoxes: none(),
  shapes: none(),
});

/** Counts one asking: a recall, as long as `compute` is not called for it. Without a tally it is `compute` itself. */
export function counted<Result>(tally: Tally | undefined, compute: () => Result): () => Result {
  if (tally === undefined) return compute;
  tally.asked += 1;
  tally.recalled += 1;
  return () => {
    tally.recalled -= 1;
    return compute();
  };
}
