/** Takes a template's folder and a name inside it, gives the file's bytes or text; nothing outside the folder can be reached. */

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '../../problem.js';
import { MOST_TEXT, readInside as readOwn } from '../read-inside.js';

export const FACTS = 'facts.yaml';

/** The file that makes a folder a template. */
export const MAIN = 'sheet.hbs';

const isTemplate = (folder: string): boolean => existsSync(join(folder, MAIN));

/** Names of the templates that lie beside `folder`, for the hint after a wrong name. */
function templatesBeside(folder: string): readonly string[] {
  const parent = dirname(folder);
  if (!existsSync(parent) || !statSync(parent).isDirectory()) return [];
  return readdirSync(parent)
    .filter((name) => isTemplate(join(parent, name)))
    .sort();
}

/** The folder's true path (symbolic links resolved). Refuses what is not a template, naming those that exist. */
export function openTemplateFolder(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path) && statSync(path).isDirectory() && isTemplate(path)) return realpathSync(path);
  const names = templatesBeside(path);
  const inside = existsSync(path) && statSync(path).isDirectory() ? templatesBeside(join(path, MAIN)) : [];
  const known = [...names, ...inside];
  refuse({
    code: 'template/unknown',
    message: {
      ja: `テンプレートのフォルダーが見つかりません: ${folder}（${MAIN} を含むフォルダーではありません）`,
      en: `no template folder: ${folder} (it holds no ${MAIN})`,
    },
    hint:
      known.length > 0
        ? {
            ja: `次のテンプレートがあります: ${known.join('、')}`,
            en: `these templates exist: ${known.join(', ')}`,
          }
        : {
            ja: `${dirname(path)} にテンプレートはありません。フォルダーの場所をご確認ください。`,
            en: `there is no template in ${dirname(path)}; check the path`,
          },
    place: { kind: 'file', file: path },
  });
}

/** The bytes of a file by its name inside the folder (`style.css`, `images/logo.png`). */
export const readInside = (folder: string, name: string, most?: number): Uint8Array =>
  readOwn(folder, name, { area: 'template', called: { ja: 'テンプレート', en: 'template' } }, most);

/** A text file inside the folder; refuses what is not UTF-8. */
export function readTextInside(folder: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readInside(folder, name, MOST_TEXT));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    refuse(
      {
        code: 'template/encoding',
        message: { ja: `${name} は UTF-8 ではありません。`, en: `${name} is not UTF-8` },
        hint: { ja: '文字コード UTF-8 で保存し直してください。', en: 'save it as UTF-8' },
        place: { kind: 'file', file: join(folder, name) },
      },
      cause,
    );
  }
}

/** Names of the partials: the files of `partials/` that end in `.hbs`, without the ending. */
export function partialNames(folder: string): readonly string[] {
  const partials = join(folder, 'partials');
  if (!existsSync(partials) || !statSync(partials).isDirectory()) return [];
  return readdirSync(partials)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => name.slice(0, -'.hbs'.length))
    .sort();
}
