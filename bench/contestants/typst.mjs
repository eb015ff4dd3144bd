// Typst by its compiler for Node. A user's template is sheet.typ; the customer's words come as source text that calls it, ready
// before the clock starts: neither rules nor a template language are in its time.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FACE_NAMES, FONT_FILES } from './faces.mjs';
import { typstSource } from './typst/typst-source.mjs';

const WORKSPACE = fileURLToPath(new URL('typst/', import.meta.url));
/** Of the compiler's package the parts that are published for every version: it is loaded without the others. */
const PACKAGES = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);
/** Compilations after which an unused result is forgotten: each kind of sheet comes again within ten. */
const FORGET_AFTER = 30;

function loadCompiler() {
  const require = createRequire(import.meta.url);
  for (const name of PACKAGES) {
    try {
      return require(name).NodeCompiler;
    } catch {
      // The package of another system is not installed.
    }
  }
  return undefined;
}

/** @param {import('./contestant.d.ts').Contest} contest @param {boolean} pdfTags @returns {import('./contestant.d.ts').Contender} */
export function openTypst({ flow, from }, pdfTags) {
  const compiler = loadCompiler().create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: FACE_NAMES.map((name) => readFileSync(FONT_FILES[name])) }],
  });
  const sources = flow().sheets.map((sheet) => typstSource(sheet.flow));
  const compile = (/** @type {string} */ body) => {
    const mainFileContent = `#import "sheet.typ": *\n#show: sheets\n${body}`;
    const pdf = compiler.pdf({ mainFileContent }, { pdfTags });
    compiler.evictCache(FORGET_AFTER);
    return pdf;
  };
  let at = from;
  const next = () => sources[at++ % sources.length] ?? '';
  return {
    *files() {
      for (;;) yield compile(next());
    },
    merged(count, sink) {
      sink(compile(Array.from({ length: count }, next).join('')));
    },
  };
}

export const missingTypst = () =>
  loadCompiler() === undefined ? 'the registry has its compiler for Linux on x64 alone' : undefined;

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'Typst（タグ付き）', en: 'Typst, tagged' },
  does: {
    ja: '同じ文章を組版する（段落・表・改ページの位置は与える）。文面の判断はしない。結果を覚えておく（comemo）。タグ付き、規格への適合は求めない',
    en: 'lays out the same paragraphs and tables, page breaks given; no rules, no wording; remembers (comemo); tagged, no standard asked for',
  },
  tagged: true,
  pace: 'even',
  missing: missingTypst,
  open: (contest) => openTypst(contest, true),
};
