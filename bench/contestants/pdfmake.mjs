// pdfmake, a layout engine over PDFKit, by its public interface.

import { readFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { FACE_NAMES, FONT_FILES } from './faces.mjs';
import { documentDefinition } from './pdfmake/pdfmake-content.mjs';

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'pdfmake', en: 'pdfmake' },
  does: {
    ja: '同じ文章を組版する（段落・表・改ページの位置は与える）。文面の判断もタグもない。書体のファイルは一度だけ読み、紙面ごとに解釈する',
    en: 'lays out the same paragraphs and tables, page breaks given; no rules, no wording, no tags; font files are read once and parsed for each document',
  },
  tagged: false,
  pace: 'slow',
  open({ flow, from }) {
    const { sheets } = flow();
    for (const name of FACE_NAMES)
      pdfmake.virtualfs.writeFileSync(`${name}.ttf`, readFileSync(FONT_FILES[name]));
    pdfmake.setFonts({
      Gothic: { normal: 'regular.ttf', bold: 'bold.ttf' },
      Mono: { normal: 'mono.ttf', bold: 'mono-bold.ttf' },
    });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => false);
    let at = from;
    const next = () => sheets[at++ % sheets.length]?.flow ?? [];
    return {
      async *files() {
        for (;;) yield await pdfmake.createPdf(documentDefinition(next())).getBuffer();
      },
      async merged(count, sink) {
        const pages = Array.from({ length: count }, next).flat();
        sink(await pdfmake.createPdf(documentDefinition(pages)).getBuffer());
      },
    };
  },
};
