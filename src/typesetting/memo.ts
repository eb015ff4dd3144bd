/** Takes a pure function, gives the same function with a memory. */

/**
 * The results of the `limit` last different arguments at most: a full memory is emptied whole, which costs a little now and
 * then and needs no bookkeeping on each hit. A limit of 0 remembers nothing.
 */
export function memo<Argument, Result>(
  compute: (argument: Argument) => Result,
  keyOf: (argument: Argument) => string,
  limit: number,
): (argument: Argument) => Result {
  const known = new Map<string, Result>();
  return (argument) => {
    const key = keyOf(argument);
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = compute(argument);
    if (known.size >= limit) known.clear();
    if (limit > 0) known.set(key, result);
    return result;
  };
}
