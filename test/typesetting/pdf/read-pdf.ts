/** Takes a PDF file, gives what pdf.js reads and draws of it. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** A warning of pdf.js is a fault of the file: it goes to the console, where the test sees it. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${root}/standard_fonts/`,
    cMapUrl: `${root}/cmaps/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 1,
  }).promise;
}

export interface PlacedText {
  readonly text: string;
  /** Points from the page's lower left. */
  readonly x: number;
  readonly y: number;
}

export async function placedTexts(bytes: Uint8Array, pageNumber = 1): Promise<readonly PlacedText[]> {
  const document = await openPdf(bytes);
  const page = await document.getPage(pageNumber);
  const content = await page.getTextContent({ disableNormalization: true });
  const texts: PlacedText[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    texts.push({ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number });
  }
  await document.destroy();
  return texts;
}

/** All text of a page, without white space: pdf.js makes spaces of gaps. */
export async function textOf(bytes: Uint8Array, pageNumber = 1): Promise<string> {
  const texts = await placedTexts(bytes, pageNumber);
  return texts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly pixels: Uint8ClampedArray;
  /** Brightness from 0 to 255. */
  grey(x: number, y: number): number;
}

/** pdf.js brings its own canvas on Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: unknown;
    readonly context: {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
}

/** The page as pdf.js draws it. `scale` is pixels a point. */
export async function drawPage(bytes: Uint8Array, pageNumber = 1, scale = 150 / 72): Promise<Picture> {
  const document = await openPdf(bytes);
  const page = await document.getPage(pageNumber);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await document.destroy();
  return {
    width,
    height,
    pixels: data,
    grey: (x, y) =>
      ((data[(y * width + x) * 4] ?? 0) +
        (data[(y * width + x) * 4 + 1] ?? 0) +
        (data[(y * width + x) * 4 + 2] ?? 0)) /
      3,
  };
}
