// PDFKit as it is documented, with each font parsed once for all documents.

import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { FACE_NAMES, FONT_FILES } from './faces.mjs';

const A4 = { width: 595.276, height: 841.89 };

/** @typedef {import('../sheet.d.ts').PlacedPage} PlacedPage */

/** @param {any} document @param {PlacedPage} page */
function drawPage(document, { pieces, paths }) {
  for (const { d, paint, color, width } of paths) {
    for (const line of d.trim().split('\n')) {
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = line.split(' ').map(Number);
      if (line.endsWith('re')) document.rect(a, A4.height - b - e, c, e);
      else if (line.endsWith('m')) document.moveTo(a, A4.height - b);
      else if (line.endsWith('l')) document.lineTo(a, A4.height - b);
      else if (line.endsWith('c'))
        document.bezierCurveTo(a, A4.height - b, c, A4.height - e, f, A4.height - g);
      else document.closePath();
    }
    if (paint === 'f') document.fill(color);
    else document.lineWidth(width).stroke(color);
  }
  for (const { x, y, size, face, color, text } of pieces) {
    document
      .font(face)
      .fontSize(size)
      .fillColor(color)
      .text(text, x, A4.height - y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

const openFonts = () =>
  FACE_NAMES.map((name) => /** @type {const} */ ([name, fontkit.create(readFileSync(FONT_FILES[name]))]));

/** @param {ReturnType<typeof openFonts>} fonts */
function openDocument(fonts) {
  const document = new PDFDocument({
    autoFirstPage: false,
    font: '',
    size: [A4.width, A4.height],
    margin: 0,
  });
  // PDFKit takes a parsed font; its types do not say so.
  for (const [name, font] of fonts) document.registerFont(name, /** @type {any} */ (font));
  return document;
}

/** @param {PDFKit.PDFDocument} document @param {(chunk: Uint8Array) => void} sink */
async function end(document, sink) {
  document.on('data', sink);
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.end();
  await ended;
}

/** The finished PDF of what every sheet of a form has. @param {import('../sheet.d.ts').Form} form */
export async function drawForm({ pages }) {
  const document = openDocument(openFonts());
  for (const page of pages) {
    document.addPage();
    drawPage(document, page);
  }
  /** @type {Uint8Array[]} */
  const chunks = [];
  await end(document, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'PDFKit（書体を共有）', en: 'PDFKit, shared fonts' },
  does: {
    ja: 'annai と同じ位置に、文字と罫線を一つずつ描く。組版・タグはない。書体の読み込みは最初に一度',
    en: 'draws every piece of text and rule at the places that annai found; no layout, no tags; fonts are parsed once',
  },
  tagged: false,
  pace: 'even',
  open({ placed, from }) {
    const { forms, sheets } = placed();
    const fonts = openFonts();
    let at = from;
    const draw = (/** @type {PDFKit.PDFDocument} */ document) => {
      const sheet = sheets[at++ % sheets.length];
      for (const [index, page] of (forms[sheet?.form ?? 0]?.pages ?? []).entries()) {
        document.addPage();
        drawPage(document, page);
        drawPage(document, sheet?.variable[index] ?? { pieces: [], paths: [] });
      }
    };
    return {
      async *files() {
        for (;;) {
          const document = openDocument(fonts);
          draw(document);
          /** @type {Uint8Array[]} */
          const chunks = [];
          await end(document, (chunk) => chunks.push(chunk));
          yield Buffer.concat(chunks);
        }
      },
      async merged(count, sink) {
        const document = openDocument(fonts);
        for (let drawn = 0; drawn < count; drawn += 1) draw(document);
        await end(document, sink);
      },
    };
  },
};
