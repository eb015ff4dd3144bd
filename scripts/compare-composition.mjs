// Takes docs/composition/samples.html and .css, sets them by annai and by Chromium (`chromium --print-to-pdf`), gives both as
// one picture for each page: docs/composition/N.png, annai left, Chromium right. Both are drawn from their PDFs by pdf.js.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @type {typeof import('../src/typesetting/typesetter.js')} */
const { typeset } = await import(new URL('../dist/typesetting/typesetter.js', import.meta.url).href);

const FOLDER = 'docs/composition';
const FACES = /** @type {const} */ ([
  ['BIZ UDGothic', 400, 'biz-ud-gothic/BIZUDGothic-Regular.ttf'],
  ['BIZ UDPGothic', 400, 'biz-ud-gothic/BIZUDPGothic-Regular.ttf'],
  ['BIZ UDPGothic', 700, 'biz-ud-gothic/BIZUDPGothic-Bold.ttf'],
]);
const SCALE = 2;
const BETWEEN = 40;

const html = readFileSync(join(FOLDER, 'samples.html'), 'utf8');
const css = readFileSync(join(FOLDER, 'samples.css'), 'utf8');
const ours = typeset(html, { css, title: '組版の見本', lang: 'ja-JP', date: '2026-11-23' });
const theirs = byChromium();

const left = await pagesOf(ours);
const right = await pagesOf(theirs);
for (const [index, page] of left.entries()) {
  const other = right[index];
  if (other === undefined) throw new Error(`Chromium made ${right.length} pages, annai ${left.length}`);
  const canvas = createCanvas(page.width + BETWEEN + other.width, Math.max(page.height, other.height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#999999';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(page, 0, 0);
  context.drawImage(other, page.width + BETWEEN, 0);
  writeFileSync(join(FOLDER, `${index + 1}.png`), canvas.toBuffer('image/png'));
}
console.log(`${FOLDER}/1.png … ${left.length}.png`);

function byChromium() {
  const folder = mkdtempSync(join(tmpdir(), 'annai-composition-'));
  try {
    const faces = FACES.map(([family, weight, file]) => {
      const url = pathToFileURL(join('fonts', file)).href;
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${url}") }`;
    }).join('\n');
    const page = join(folder, 'page.html');
    // Both begin from the same defaults.
    const reset = 'body { margin: 0 } section:last-child { break-after: auto !important }';
    writeFileSync(
      page,
      `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>${faces}\n${reset}\n${css}</style>${html}</html>`,
    );
    const pdf = join(folder, 'page.pdf');
    const run = spawnSync('chromium', [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
      ...[`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
    ]);
    if (run.status !== 0) throw new Error(`chromium: ${run.error?.message ?? run.stderr}`);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Uint8Array} pdf */
async function pagesOf(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // pdf.js types its canvas as a browser's; the one of @napi-rs/canvas is drawn on in the same way.
    await page.render({ canvas: /** @type {any} */ (canvas), viewport }).promise;
    pages.push(canvas);
  }
  await document.destroy();
  return pages;
}
