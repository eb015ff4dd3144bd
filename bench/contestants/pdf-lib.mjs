// pdf-lib writing over a form: the static pages are a finished PDF, only the customer's words are drawn.
//
// With @pdf-lib/fontkit most glyphs of these fonts come out blank; fontkit 2 is put in its place.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { PDFDocument, PDFNumber, PDFOperator, rgb } from 'pdf-lib';
import { FACE_NAMES, FONT_FILES } from './faces.mjs';
import { drawForm } from './pdfkit.mjs';

/** @typedef {import('../sheet.d.ts').PlacedPage} PlacedPage */

/** What pdf-lib asks of fontkit 1, answered by fontkit 2; a font is parsed once for all documents. */
function oldFontkit() {
  /** @type {Map<Uint8Array, any>} */
  const parsed = new Map();
  return {
    create(/** @type {Uint8Array} */ bytes) {
      let font = parsed.get(bytes);
      if (font === undefined) {
        font = fontkit.create(Buffer.from(bytes));
        const createSubset = font.createSubset.bind(font);
        font.createSubset = () => {
          const subset = createSubset();
          subset.encodeStream = () => {
            const stream = new EventEmitter();
            setImmediate(() => {
              stream.emit('data', subset.encode());
              stream.emit('end');
            });
            return stream;
          };
          return subset;
        };
        parsed.set(bytes, font);
      }
      return font;
    },
  };
}

/** @param {string} color */
const colorOf = (color) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(color.slice(at, at + 2), 16) / 255,
  );
  return /** @type {const} */ ([red, green, blue]);
};

const operator = (/** @type {string} */ name, /** @type {readonly number[]} */ operands) =>
  PDFOperator.of(
    name,
    operands.map((value) => PDFNumber.of(value)),
  );

/** @param {any} page @param {PlacedPage} placed @param {ReadonlyMap<string, any>} fonts */
function draw(page, { pieces, paths }, fonts) {
  for (const { d, paint, color, width } of paths) {
    const lines = d
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    page.pushOperators(
      operator(paint === 'f' ? 'rg' : 'RG', colorOf(color)),
      ...(paint === 'f' ? [] : [operator('w', [width])]),
      ...lines.map((line) => operator(line.at(-1) ?? '', line.slice(0, -1).map(Number))),
      operator(paint, []),
    );
  }
  for (const { x, y, size, face, color, text } of pieces) {
    const [red, green, blue] = colorOf(color);
    page.drawText(text, { x, y, size, font: fonts.get(face), color: rgb(red, green, blue) });
  }
}

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'pdf-lib（ひな形に重ねる）', en: 'pdf-lib overlay' },
  does: {
    ja: '固定の文章・罫線は作っておいたPDFのまま。お客様の文字だけを annai と同じ位置に重ねる。組版もタグもない。そのままでは字が抜けるので fontkit 2 に替えてある',
    en: 'static text and rules stay as they are in a finished PDF, only the customer’s words are drawn over it at annai’s places; no layout, no tags; with fontkit 2, since glyphs are blank as published',
  },
  tagged: false,
  async open({ placed, from }) {
    const { forms, sheets } = placed();
    const files = FACE_NAMES.map((name) => /** @type {const} */ ([name, readFileSync(FONT_FILES[name])]));
    const finished = await Promise.all(forms.map(drawForm));
    const shim = oldFontkit();
    let at = from;
    /** @param {any} document */
    const embedFonts = async (document) => {
      document.registerFontkit(shim);
      /** @type {Map<string, any>} */
      const fonts = new Map();
      for (const [name, bytes] of files) fonts.set(name, await document.embedFont(bytes, { subset: true }));
      return fonts;
    };
    const save = (/** @type {any} */ document) =>
      document.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
    return {
      async *files() {
        for (;;) {
          const sheet = sheets[at++ % sheets.length];
          const document = await PDFDocument.load(finished[sheet?.form ?? 0]);
          const fonts = await embedFonts(document);
          for (const [index, page] of document.getPages().entries())
            draw(page, sheet?.variable[index] ?? { pieces: [], paths: [] }, fonts);
          yield await save(document);
        }
      },
      async merged(count, sink) {
        const document = await PDFDocument.create();
        const fonts = await embedFonts(document);
        /** @type {Map<number, any[]>} */
        const embedded = new Map();
        for (let drawn = 0; drawn < count; drawn += 1) {
          const sheet = sheets[at++ % sheets.length];
          const form = sheet?.form ?? 0;
          let pages = embedded.get(form);
          if (pages === undefined) {
            pages = await document.embedPdf(finished[form], [...(sheet?.variable ?? []).keys()]);
            embedded.set(form, pages ?? []);
          }
          for (const [index, embeddedPage] of (pages ?? []).entries()) {
            const page = document.addPage([595.276, 841.89]);
            page.drawPage(embeddedPage);
            draw(page, sheet?.variable[index] ?? { pieces: [], paths: [] }, fonts);
          }
        }
        sink(await save(document));
      },
    };
  },
};
