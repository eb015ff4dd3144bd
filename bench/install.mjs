// Installs the programs that annai is compared with, where they are not yet there.

import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const read = (/** @type {string} */ name) => {
  const url = new URL(name, import.meta.url);
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : undefined;
};

/** @type {Record<string, { version?: string, optional?: boolean }>} */
const wanted = read('package-lock.json').packages;
const found = read('node_modules/.package-lock.json')?.packages ?? {};
const differs = Object.entries(wanted).some(
  ([name, { version, optional }]) => name !== '' && !optional && found[name]?.version !== version,
);
if (differs) execSync('npm ci', { cwd: new URL('.', import.meta.url), stdio: 'inherit' });
