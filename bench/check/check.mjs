// Has every contestant make the sheets of a few customers, and holds them against annai's: the same pages, the same characters on
// each, fonts embedded as subsets, and every glyph on paper as annai prints it. Ends with 1 where one of them differs.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutSelectors } from '../contestants/characters.mjs';
import { FONT_FILES } from '../contestants/faces.mjs';
import { CONTESTANTS, loadContestant } from '../contestants/list.mjs';
import { KnownShapes } from './glyph-shapes.mjs';
import { readPages } from './read-pages.mjs';

/** A postal sheet with barcode; large print and two methods to choose from; a counter sheet. */
const CUSTOMERS = [13, 18, 10];
const SHEETS = 20;
const SHOWN = 5;

/** The size of each font file, by its name. */
const WHOLE = new Map(
  Object.values(FONT_FILES).map(
    (file) => /** @type {const} */ ([basename(file, '.ttf'), statSync(file).size]),
  ),
);
/** A subset is smaller than this part of its font, even of a font of Latin letters alone. */
const SUBSET = 0.75;

const folder = fileURLToPath(new URL('../../out/bench/check', import.meta.url));
const prepared = spawnSync(
  process.execPath,
  [fileURLToPath(new URL('../prepare/prepare.mjs', import.meta.url)), folder, String(SHEETS)],
  { stdio: 'inherit' },
);
if (prepared.status !== 0) process.exit(1);

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const contest = { placed: () => read('placed.json'), flow: () => read('flow.json'), folder };
/** @param {import('../contestants/contestant.d.ts').Contestant} contestant */
async function make(contestant) {
  /** @type {Uint8Array[]} */
  const files = [];
  for (const from of CUSTOMERS) {
    const contender = await contestant.open({ ...contest, from });
    for await (const file of contender.files()) {
      files.push(file);
      break;
    }
    await contender.close?.();
  }
  const contender = await contestant.open({ ...contest, from: CUSTOMERS[0] ?? 0 });
  /** @type {Uint8Array[]} */
  const chunks = [];
  await contender.merged(2, (chunk) => chunks.push(Buffer.from(chunk)));
  await contender.close?.();
  return { files: await Promise.all(files.map(readPages)), merged: await readPages(Buffer.concat(chunks)) };
}

/** @typedef {Awaited<ReturnType<typeof make>>} Made */

const characters = (/** @type {import('./read-pages.mjs').ReadPage} */ { glyphs }) =>
  [
    ...glyphs
      .map(({ text }) => text)
      .join('')
      .replace(/\s/gu, ''),
  ]
    .sort()
    .join('');

/** @param {Made['merged']} file @param {Made['merged']} model @param {boolean} variants */
function faultsOf({ pages, fonts }, model, variants) {
  if (pages.length !== model.pages.length) return [`${pages.length} pages, annai has ${model.pages.length}`];
  return [
    ...fonts
      .filter(({ name, bytes }) => bytes === 0 || bytes > (WHOLE.get(name) ?? 0) * SUBSET)
      .map(({ name }) => `the font ${name} is not embedded as a subset`),
    ...pages.flatMap((page, index) => {
      const other = model.pages[index];
      const [here, wanted] = [characters(page), other === undefined ? '' : characters(other)];
      const there = variants ? wanted : withoutSelectors(wanted);
      const texts = here === there ? [] : [`other characters: ${difference(here, there)}`];
      return [...texts, ...shapes.faults(page)].map((fault) => `page ${index + 1}: ${fault}`);
    }),
  ];
}

/** The page with white over its largest glyph. @param {import('./read-pages.mjs').ReadPage | undefined} page */
function blanked(page) {
  if (page === undefined) throw new Error('bench: a file without pages');
  const pixels = page.pixels.slice();
  const [{ x, y, width, size } = { x: 0, y: 0, width: 0, size: 0 }] = page.glyphs.toSorted(
    (a, b) => b.size - a.size,
  );
  for (let row = Math.floor(y - size); row < y + size * 0.2; row += 1)
    pixels.fill(255, (row * page.width + Math.floor(x)) * 4, (row * page.width + Math.ceil(x + width)) * 4);
  return { ...page, pixels };
}

/** The page, claiming that its largest glyph is the one after it. @param {import('./read-pages.mjs').ReadPage | undefined} page */
function exchanged(page) {
  if (page === undefined) throw new Error('bench: a file without pages');
  const largest = page.glyphs.toSorted((a, b) => b.size - a.size)[0];
  const other = page.glyphs.find(({ text, font }) => font === largest?.font && text !== largest.text);
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => (glyph === largest ? { ...glyph, text: other?.text ?? '' } : glyph)),
  };
}

/** @param {string} here @param {string} there */
function difference(here, there) {
  const rest = [...there];
  const more = [...here].filter((character) => {
    const at = rest.indexOf(character);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return `more “${more.join('')}”, fewer “${rest.join('')}”`;
}

const annai = await make(await loadContestant('annai'));
const shapes = new KnownShapes();
for (const { pages } of annai.files) shapes.learn(pages);
shapes.learn(annai.merged.pages);

for (const [what, spoiled] of /** @type {const} */ ([
  ['a glyph that does not show', blanked],
  ['a glyph drawn as another', exchanged],
])) {
  if (shapes.faults(spoiled(annai.merged.pages[0])).length === 0)
    throw new Error(`bench: the check does not see ${what}`);
}

let wrong = 0;
for (const name of CONTESTANTS) {
  const contestant = await loadContestant(name);
  const { variants = true } = contestant;
  const missing = await contestant.missing?.();
  if (name === 'finished-bytes' || missing !== undefined) {
    console.log(`skipped  ${name}: ${missing ?? 'its files are annai’s'}`);
    continue;
  }
  const made = name === 'annai' ? annai : await make(contestant);
  const faults = [
    ...made.files.flatMap((file, index) =>
      faultsOf(file, annai.files[index] ?? file, variants).map(
        (fault) => `customer ${CUSTOMERS[index]}, ${fault}`,
      ),
    ),
    ...faultsOf(made.merged, annai.merged, variants).map((fault) => `merged, ${fault}`),
  ];
  const glyphs = made.files.flatMap(({ pages }) => pages).reduce((sum, page) => sum + page.glyphs.length, 0);
  console.log(`${faults.length === 0 ? 'as annai' : 'differs '} ${name}: ${glyphs} glyphs`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`         ${fault}`);
  if (faults.length > SHOWN) console.log(`         and ${faults.length - SHOWN} more`);
  wrong += faults.length;
}
console.log(wrong === 0 ? 'bench: every contestant makes the same sheets' : `bench: ${wrong} differences`);
process.exit(wrong === 0 ? 0 : 1);
