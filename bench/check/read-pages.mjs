// Takes a PDF file, gives what a reader shows: every glyph with its text and place, the fonts, and the pages as pixels.

import { createCanvas } from '@napi-rs/canvas';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels a point: an em of the smallest text is 20 pixels and more. */
export const SCALE = 3;

/**
 * @typedef {object} Glyph
 * @property {string} text
 * @property {string} font its own name
 * @property {number} x pixels, of the origin
 * @property {number} y pixels, of the baseline
 * @property {number} width pixels
 * @property {number} size pixels
 */

/**
 * @typedef {object} ReadPage
 * @property {readonly Glyph[]} glyphs
 * @property {number} width
 * @property {number} height
 * @property {Uint8ClampedArray} pixels RGBA
 */

/** @typedef {{ readonly name: string, readonly bytes: number }} ReadFont 0 bytes: not embedded */

/** @param {Uint8Array} bytes @returns {Promise<{ pages: ReadPage[], fonts: ReadFont[] }>} */
export async function readPages(bytes) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
    .promise;
  /** @type {ReadPage[]} */
  const pages = [];
  /** @type {Map<string, ReadFont>} */
  const fonts = new Map();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    // pdf.js types its canvas as a browser's; the one of @napi-rs/canvas is drawn on in the same way.
    await page.render({ canvas: /** @type {any} */ (canvas), viewport }).promise;
    const { data: pixels } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const list = await page.getOperatorList();
    const glyphs = glyphsOf(list, viewport.transform, (name) => {
      const { name: written = '', missingFile = false, data } = page.commonObjs.get(name) ?? {};
      // The letters of a subset, and pdf-lib's number.
      const plain = written.replace(/^[A-Z]{6}\+/, '').replace(/-\d+$/, '');
      fonts.set(written, { name: plain, bytes: missingFile ? 0 : (data?.length ?? 0) });
      return plain;
    });
    pages.push({ glyphs, width: canvas.width, height: canvas.height, pixels });
  }
  await document.destroy();
  return { pages, fonts: [...fonts.values()] };
}

/** @typedef {readonly number[]} Matrix */

/** @param {Matrix} a @param {Matrix} b @returns {Matrix} b, then a */
function multiply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0], [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/**
 * @param {{ fnArray: number[], argsArray: any[] }} list
 * @param {Matrix} toPixels
 * @param {(name: string) => string} fontName
 */
function glyphsOf({ fnArray, argsArray }, toPixels, fontName) {
  /** @type {Glyph[]} */
  const glyphs = [];
  const initial = {
    matrix: toPixels,
    font: '',
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
  };
  let state = initial;
  /** @type {(typeof initial)[]} */
  const saved = [];
  /** @type {Matrix} */
  let line = [1, 0, 0, 1, 0, 0];
  /** @type {Matrix} */
  let text = line;
  const move = (/** @type {number} */ x, /** @type {number} */ y) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index] ?? [];
    if (operation === OPS.save) saved.push(state);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      state = saved.pop() ?? initial;
    else if (operation === OPS.transform) state = { ...state, matrix: multiply(state.matrix, args) };
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(state);
      if (args[0]) state = { ...state, matrix: multiply(state.matrix, args[0]) };
    } else if (operation === OPS.beginText) {
      line = [1, 0, 0, 1, 0, 0];
      text = line;
    } else if (operation === OPS.setFont) state = { ...state, font: args[0], size: args[1] };
    else if (operation === OPS.setCharSpacing) state = { ...state, spacing: args[0] };
    else if (operation === OPS.setWordSpacing) state = { ...state, wordSpacing: args[0] };
    else if (operation === OPS.setHScale) state = { ...state, scale: args[0] / 100 };
    else if (operation === OPS.setTextRise) state = { ...state, rise: args[0] };
    else if (operation === OPS.setLeading) state = { ...state, leading: args[0] };
    else if (operation === OPS.setTextMatrix) {
      line = Array.from(args.length === 1 ? args[0] : args);
      text = line;
    } else if (operation === OPS.moveText) move(args[0], args[1]);
    else if (operation === OPS.setLeadingMoveText) {
      state = { ...state, leading: -args[1] };
      move(args[0], args[1]);
    } else if (operation === OPS.nextLine) move(0, -state.leading);
    else if (operation === OPS.showText) {
      const { size, spacing, wordSpacing, scale, rise, matrix } = state;
      // Some set a font and show nothing in it.
      const font = args[0].length === 0 ? '' : fontName(state.font);
      for (const shown of args[0]) {
        if (typeof shown === 'number') {
          text = multiply(text, [1, 0, 0, 1, (-shown / 1000) * size * scale, 0]);
          continue;
        }
        const advance = (shown.width / 1000) * size;
        const place = multiply(matrix, text);
        const [a = 1, b = 0, c = 0, d = 1] = place;
        const [, , , , x = 0, y = 0] = multiply(place, [1, 0, 0, 1, 0, rise]);
        glyphs.push({
          text: shown.unicode,
          font,
          x,
          y,
          width: advance * scale * Math.hypot(a, b),
          size: size * Math.hypot(c, d),
        });
        const gap = spacing + (shown.isSpace ? wordSpacing : 0);
        text = multiply(text, [1, 0, 0, 1, (advance + gap) * scale, 0]);
      }
    }
  }
  return glyphs;
}
