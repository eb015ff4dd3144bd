/** Takes an office's folder and the name of a file inside it, gives the file's bytes; nothing outside the folder can be reached. */

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { refuse, type Wording } from '../problem.js';

/** Whose folder it is: `area` begins the codes of the problems, `called` names it in their messages. */
export interface Owner {
  readonly area: 'template' | 'profile';
  readonly called: Wording;
}

/** Of a picture, and of a text: an accident or an attack is larger. */
const MOST_BYTES = 20 * 1024 ** 2;
export const MOST_TEXT = 1024 ** 2;

/** `folder` is a true path (symbolic links resolved); `name` is `style.css` or `images/logo.png`. */
export function readInside(
  folder: string,
  name: string,
  { area, called }: Owner,
  most: number = MOST_BYTES,
): Uint8Array {
  const path = resolve(folder, name);
  const outside = (): never =>
    refuse({
      code: `${area}/outside`,
      message: {
        ja: `${called.ja}のフォルダーの外は読めません: ${name}`,
        en: `a ${called.en} cannot read outside its folder: ${name}`,
      },
      hint: {
        ja: `ファイルを${called.ja}のフォルダーの中に置き、名前だけで指定してください。`,
        en: `put the file into the ${called.en}'s folder and name it from there`,
      },
      place: { kind: 'file', file: folder },
    });
  const isInside = (candidate: string) => candidate.startsWith(folder + sep);
  if (name.includes('\\') || !isInside(path)) outside();
  if (!existsSync(path) || !statSync(path).isFile()) {
    refuse({
      code: `${area}/missing-file`,
      message: {
        ja: `${called.ja}に ${name} がありません。`,
        en: `the ${called.en} has no ${name}`,
      },
      hint: {
        ja: `フォルダーにあるファイル: ${filesInside(folder).join('、')}`,
        en: `files in the folder: ${filesInside(folder).join(', ')}`,
      },
      place: { kind: 'file', file: path },
    });
  }
  if (!isInside(realpathSync(path))) outside();
  if (statSync(path).size > most) {
    const room = most < 1024 ** 2 ? `${most / 1024}KB` : `${most / 1024 ** 2}MB`;
    refuse({
      code: `${area}/too-large`,
      message: {
        ja: `${name} が大きすぎます（${room}まで）。`,
        en: `${name} is too large (at most ${room})`,
      },
      hint: {
        ja: '画像なら画素数を減らし、文章なら要らない部分を消してください。',
        en: 'use fewer pixels, or delete what is not needed',
      },
      place: { kind: 'file', file: path },
    });
  }
  return readFileSync(path);
}

/** The first hundred: the folder may be anybody's. */
function filesInside(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .slice(0, 100)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
