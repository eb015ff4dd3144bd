// Takes the PDFs of `npm run demo`, gives pages of them as PNG under docs/images/, for the README. No system tool is needed.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** [picture, PDF of the demo, page] */
const PICTURES = /** @type {const} */ ([
  ['pop-front', 'KS-100234', 1],
  ['pop-back', 'KS-100234', 2],
  ['imap-post', 'KS-100375', 1],
  ['large-print', 'KS-100251', 1],
]);
const WIDTH = 720;

mkdirSync('docs/images', { recursive: true });
for (const [picture, customerId, number] of PICTURES) {
  const data = new Uint8Array(readFileSync(`out/demo/${customerId}.pdf`));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
  const canvas = createCanvas(WIDTH, Math.round(viewport.height));
  // pdf.js types its canvas as a browser's; the one of @napi-rs/canvas is drawn on in the same way.
  await page.render({ canvas: /** @type {any} */ (canvas), viewport }).promise;
  writeFileSync(`docs/images/${picture}.png`, canvas.toBuffer('image/png'));
  console.log(`docs/images/${picture}.png`);
  await document.destroy();
}
