/** Takes plain data in which a path stands, gives its JSON without the path, which is another wherever annai lies; and takes it back. */

/** In the place of the path. No text that is kept holds it, as is seen to. */
const HERE = '\\u0000';

export function jsonWithout(path: string, data: object): Buffer {
  refuseUnlikeJson(data);
  const json = JSON.stringify(data);
  if (json.includes(HERE)) throw new Error('annai: internal error: U+0000 in what is prepared');
  return Buffer.from(json.replaceAll(inJson(path), () => HERE));
}

export function fromJson(json: Buffer, path: string): unknown {
  const here = inJson(path);
  return JSON.parse(json.toString().replaceAll(HERE, () => here));
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What JSON would silently change. A key that is undefined is as good as none. */
function refuseUnlikeJson(value: unknown): void {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return;
  const isPlain = typeof value === 'object' && (Array.isArray(value) || !(Symbol.iterator in value));
  if (!isPlain) throw new Error(`annai: internal error: ${String(value)} is not for JSON`);
  for (const each of Object.values(value)) if (each !== undefined) refuseUnlikeJson(each);
}
