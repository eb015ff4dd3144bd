/** Takes the name of something the package ships beside its code (a font, a template), gives its path. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder with a package.json: src/ and the bundled dist/ lie at different depths below it. */
const root = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('annai: internal error: no package.json above the code');
    folder = dirname(folder);
  }
  return folder;
})();

export const shipped = (name: string): string => join(root, name);
