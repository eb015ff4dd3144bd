// Gives what the bench needs of annai's inside and the library does not show: the HTML of a sheet and its tree. Bundled from src/,
// because Node 20 runs no TypeScript.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ENTRY = `
export { createPipeline } from './src/pipeline.js';
export { readCustomers } from './src/office/customers/read-customers.js';
export { renderHtml } from './src/office/template/render-html.js';
export { parseSection, splitSections } from './src/typesetting/markup/parse-markup.js';
export { barcodeRectangles } from './src/typesetting/symbols/customer-barcode.js';
export { qrRectangles } from './src/typesetting/symbols/qr.js';
export { pt, toPt } from './src/units.js';
`;

/**
 * @typedef {object} Inside
 * @property {typeof import('../../src/pipeline.js').createPipeline} createPipeline
 * @property {typeof import('../../src/office/customers/read-customers.js').readCustomers} readCustomers
 * @property {typeof import('../../src/office/template/render-html.js').renderHtml} renderHtml
 * @property {typeof import('../../src/typesetting/markup/parse-markup.js').parseSection} parseSection
 * @property {typeof import('../../src/typesetting/markup/parse-markup.js').splitSections} splitSections
 * @property {typeof import('../../src/typesetting/symbols/customer-barcode.js').barcodeRectangles} barcodeRectangles
 * @property {typeof import('../../src/typesetting/symbols/qr.js').qrRectangles} qrRectangles
 * @property {typeof import('../../src/units.js').pt} pt
 * @property {typeof import('../../src/units.js').toPt} toPt
 */

/** @param {string} folder @returns {Promise<Inside>} */
export async function openInside(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'inside.mjs');
  const bundled = await rolldown({
    cwd: root,
    input: 'inside',
    platform: 'node',
    plugins: [
      {
        name: 'entry',
        resolveId: (id, importer) =>
          id === 'inside'
            ? join(root, 'inside.ts')
            : importer === join(root, 'inside.ts')
              ? join(root, id.replace(/\.js$/, '.ts'))
              : undefined,
        load: (id) => (id === join(root, 'inside.ts') ? ENTRY : undefined),
      },
    ],
  });
  await bundled.write({ file, format: 'esm', codeSplitting: false });
  await bundled.close();
  return import(pathToFileURL(file).href);
}
