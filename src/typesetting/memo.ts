/** Takes what was computed, keeps it for when it is asked for again. */

/** What is kept. */
interface Keeping<Result> {
  /** Of a result: all of it where not given, nothing where it gives undefined. */
  readonly result?: (result: Result, key: string) => Result | undefined;
  /** Of a key: a copy where not given. */
  readonly key?: (key: string) => string;
}

/**
 * Remembers what was asked for lately: at least the `limit / 2` last different keys, at most `limit`. The younger
 * half makes room by becoming the older one; what is asked for again comes back to the younger. A limit of 0 remembers
 * nothing. What is not kept is computed again when it is asked for again. `compute` must give the same for a key.
 */
export function memoByKey<Result>(
  limit: number,
  { result: resultToKeep = (result) => result, key: keyToKeep = cutOut }: Keeping<Result> = {},
): (key: string, compute: () => Result) => Result {
  const half = Math.floor(limit / 2);
  let younger = new Map<string, Result>();
  let older = new Map<string, Result>();
  return (key, compute) => {
    const known = younger.get(key);
    if (known !== undefined) return known;
    const old = older.get(key);
    const result = old ?? compute();
    const kept = old ?? resultToKeep(result, key);
    if (kept === undefined) return result;
    if (younger.size >= half) {
      older = younger;
      younger = new Map();
    }
    if (half > 0) younger.set(old === undefined ? keyToKeep(key) : key, kept);
    return result;
  };
}

/** What is kept of a document's text: a piece cut out of it, or put together of such, would keep all of it in memory. */
export const cutOut = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/**
 * Keeps what is asked for a second time: a name or a number of one customer's is not. Keys are told apart by a number made of
 * them; where two have the same one, something is kept that need not be.
 */
export function onceAgain(limit: number): (key: string) => boolean {
  let asked = new Set<number>();
  return (key) => {
    const number = fnv1a(key);
    if (asked.has(number)) return true;
    if (asked.size >= limit) asked = new Set();
    asked.add(number);
    return false;
  };
}

/** Fowler, Noll and Vo's hash, over UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Of one object: no more, so that what lives long does not grow for ever. */
const DETAILS = 64;

/** Remembers what was computed for an object and some details as long as the object lives. */
export function memoByObject<Key extends object, Result>(): (
  object: Key,
  detail: string,
  compute: () => Result,
) => Result {
  const known = new WeakMap<Key, Map<string, Result>>();
  return (object, detail, compute) => {
    let details = known.get(object);
    if (details === undefined) {
      details = new Map();
      known.set(object, details);
    }
    const found = details.get(detail);
    if (found !== undefined) return found;
    const result = compute();
    if (details.size >= DETAILS) details.clear();
    details.set(detail, result);
    return result;
  };
}
