/** Takes the files that a command reads and writes, each with its purpose; refuses two purposes for one file: one would replace the other. */

import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { PROVIDER_FILE } from '../office/provider/load-provider.js';
import { refuse, type Wording } from '../problem.js';
import type { SheetOptions } from './pipeline-options.js';

export interface NamedFile {
  readonly purpose: Wording;
  readonly file: string;
}

export const named = (file: string | undefined, ja: string, en: string): readonly NamedFile[] =>
  file === undefined ? [] : [{ purpose: { ja, en }, file }];

export function refuseSameFile(
  files: readonly NamedFile[],
  { template, provider }: Pick<SheetOptions, 'template' | 'provider'>,
): void {
  const taken = new Map<string, NamedFile>();
  for (const each of files) {
    const path = identity(each.file);
    const other = taken.get(path);
    if (other !== undefined) refuseBoth(other, each);
    if (template !== undefined && isPart(identity(template), path, OF_TEMPLATE))
      refuseBoth({ purpose: TEMPLATE, file: template }, each);
    if (provider !== undefined && isPart(identity(provider), path, OF_PROFILE))
      refuseBoth({ purpose: PROFILE, file: provider }, each);
    taken.set(path, each);
  }
}

/** By their names in small letters, the files that are to lie in this folder. */
export function filesIn(folder: string, files: readonly NamedFile[]): ReadonlyMap<string, NamedFile> {
  const inside = identity(folder) + sep;
  return new Map(
    files.flatMap((each) => {
      const path = identity(each.file);
      return path.startsWith(inside) ? [[path.slice(inside.length), each] as const] : [];
    }),
  );
}

export function refuseBoth(first: NamedFile, second: NamedFile): never {
  refuse({
    code: 'cli/same-file',
    message: {
      ja: `${first.purpose.ja}と${second.purpose.ja}が、同じファイルになります。`,
      en: `${first.purpose.en} and ${second.purpose.en} would be one file.`,
    },
    hint: { ja: '別々の名前を指定してください。', en: 'Give each a name of its own.' },
    place: { kind: 'file', file: second.file },
  });
}

const TEMPLATE: Wording = { ja: 'テンプレートのファイル', en: 'a file of the template' };
const PROFILE: Wording = { ja: '業者の設定のファイル', en: 'a file of the profile' };

/** An office may keep its customers, ledger and sheets beside its template; these are the template itself. */
const OF_TEMPLATE = /\.(?:hbs|css|ya?ml|png|jpe?g)$/;
const OF_PROFILE = new RegExp(`${sep === '/' ? '/' : '\\\\'}${PROVIDER_FILE}$|\\.(?:png|jpe?g)$`);

const isPart = (folder: string, path: string, kind: RegExp): boolean =>
  path.startsWith(folder + sep) && kind.test(path);

/** Windows and macOS do not tell capitals from small letters, nor macOS a letter from its parts; a folder may have two names. */
const identity = (file: string): string => truePath(resolve(file)).normalize('NFC').toLowerCase();

/** Of what is there, the links are resolved; the last part is a name that is replaced, whatever it stands for. */
function truePath(path: string): string {
  const folder = dirname(path);
  return folder === path ? path : join(trueFolder(folder), basename(path));
}

function trueFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // Not there yet, or not to be seen: whoever writes to it says why.
    return truePath(folder);
  }
}
