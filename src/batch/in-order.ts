/** Takes items and what to begin with each, gives what came of them in their order, with some begun ahead. */

export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  begin: (item: Item) => Promise<Result>,
  /** At most so many are begun and not yet given on: whoever takes them slowly slows the making down. */
  ahead: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const result = begin(item);
    // Its failure is heard when its turn comes.
    result.catch(() => undefined);
    begun.push(result);
    if (begun.length >= ahead) yield await (begun.shift() as Promise<Result>);
  }
  for (const result of begun) yield await result;
}
