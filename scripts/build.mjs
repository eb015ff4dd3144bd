// Takes src/, gives dist/: what runs as few files, everything it needs from other packages within, so that a command starts
// fast; the types beside it. What an earlier build left goes; dist/ is never missing meanwhile, so that a command that
// runs can go on.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The two libraries of package.json's exports, and what scripts/ read. */
const ENTRIES = [
  'cli/compiled-command',
  'annai',
  'typesetting/typesetter',
  'cli/kind-name',
  'office/provider/profile-schema',
];

/**
 * What packages load and annai never calls. PDFKit's fonts, line breaking and PNG reader: annai writes through PDFKit's
 * objects alone (src/typesetting/pdf/pdfkit-frame.ts). Handlebars' source maps: it goes without where they are missing.
 * Commander's commands that are programs of their own.
 *
 * @type {Readonly<Record<string, string>>}
 */
const LEFT_OUT = {
  fontkit: 'export const create = undefined;',
  linebreak: 'export default undefined;',
  'png-js': 'export default undefined;',
  'source-map': 'export const SourceNode = undefined;',
  'node:child_process': 'export const spawn = undefined;',
};

/**
 * Modules that are evaluated when what they export is first called. PDFKit writes what files have in common, which is prepared of those that
 * are not locked; css-tree reads style sheets, our own readers a template and its facts, and what the shipped ones say is prepared; fflate is
 * for .xlsx, qr for a provider with a page for support.
 *
 * @type {Readonly<Record<string, string>>}
 */
const LATE = {
  pdfkit: 'default',
  'css-tree/parser': 'default',
  fflate: 'unzipSync',
  qr: 'encodeQR',
  './office/template/parse-template.js': 'parseTemplate',
  './office/sheet/facts.js': 'parseFacts',
};

/** What Node brings, and has to compile, for questions at the counter and the threads of a batch: loaded with those who import it. */
const LATE_OF_NODE = new Set(['node:readline', 'node:worker_threads']);

const begun = Date.now();
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}
const library = await bundle(ENTRIES, {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});
// What starts the command, and a thread of it, is one file, too: each more would be found and read before anything else begins.
for (const entry of ['cli/main', 'cli/serve-thread'])
  await bundle([entry], { format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' });
// One file, so that one cache holds all of it.
const command = await bundle(['cli/start'], {
  format: 'cjs',
  codeSplitting: false,
  entryFileNames: 'cli/command.cjs',
  // V8 has to have the text of what it compiled before: names and lines of a stack are all that it is read for.
  comments: false,
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
toAscii(join(dist, 'cli/command.cjs'));
markCode(join(dist, 'cli/command.cjs'));
// What is prepared comes first: the cache is of what the command does with it.
for (const script of ['write-prepared', 'write-code-cache']) {
  execFileSync(process.execPath, [join(root, `scripts/${script}.mjs`)], {
    cwd: root,
    // Where it fails, what it said is in the error; what the sheet has to say of the example is nobody's concern here.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
const packages = [...new Set([...library, ...command])].sort();
writeFileSync(join(dist, 'LICENSES-OF-PACKAGES.txt'), licences(packages));
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, name);
  const entry = statSync(file);
  // Every output is written anew. File times are coarser than the clock on some file systems, hence the second.
  if (entry.isFile() && entry.mtimeMs < begun - 1000) rmSync(file);
}
// What package.json promises to those who import annai.
for (const { types, default: code } of Object.values(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports,
)) {
  for (const file of [types, code]) statSync(join(root, file));
}
// npm sets this bit on what it installs, not on the checkout that `npx annai` runs in.
chmodSync(join(dist, 'cli', 'main.cjs'), 0o755);

/**
 * Writes the code and gives the folders of the packages that are in it.
 *
 * @param {readonly string[]} entries
 * @param {import('rolldown').OutputOptions} form
 */
async function bundle(entries, form) {
  /** @type {Map<string, string>} */
  const late = new Map();
  const bundled = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    plugins: [
      {
        name: 'left-out',
        resolveId: (id, importer) =>
          id in LEFT_OUT && importer?.includes('/node_modules/') ? { id: `\0${id}` } : undefined,
        load: (id) => LEFT_OUT[id.slice(1)],
      },
      {
        name: 'late',
        async resolveId(id, importer) {
          if (LATE_OF_NODE.has(id) && !importer?.startsWith('\0')) {
            late.set(`\0late ${id}`, `module.exports = require(${JSON.stringify(id)});`);
            return { id: `\0late ${id}` };
          }
          const name = LATE[id];
          const found = name && (await this.resolve(id, importer, { skipSelf: true }));
          if (!name || !found) return undefined;
          late.set(`\0late ${id}`, calledLate(found.id, name));
          return { id: `\0late ${id}` };
        },
        load: (id) => late.get(id),
      },
    ],
  });
  const { output } = await bundled.write({ dir: dist, ...form });
  await bundled.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
}

/**
 * A class or function of a module, the module being evaluated when it is first called.
 *
 * @param {string} file
 * @param {string} name
 */
function calledLate(file, name) {
  return `function late(...args) {
    const { ${name}: called } = require(${JSON.stringify(file)});
    return new.target === undefined ? called(...args) : new called(...args);
  }
  export { late as ${name} };`;
}

/**
 * Writes every character beyond ASCII as an escape: V8 has a text of bytes sooner than one of UTF-8, in half the room.
 *
 * @param {string} file
 */
function toAscii(file) {
  const code = readFileSync(file, 'utf8');
  const raw = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f`]/.exec(code);
  if (raw !== null) throw new Error(`no escape says the same here: ${code.slice(raw.index, raw.index + 80)}`);
  const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, code.replaceAll(/[^\0-\x7f]/g, escaped));
}

/**
 * Writes the digest of the code into the code, where src/prepared.ts has room for it.
 *
 * @param {string} file
 */
function markCode(file) {
  const code = readFileSync(file, 'utf8');
  const digest = createHash('sha256').update(code).digest('hex');
  const marked = code.replace(/(?<=annai-code:)0{64}/, digest);
  if (marked === code) throw new Error(`no room for the digest of the code in ${file}`);
  writeFileSync(file, marked);
}

/** @param {readonly string[]} folders */
function licences(folders) {
  return folders
    .map((folder) => {
      const { name, version, license, author } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? `© ${author}` : readFileSync(join(folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
