// @react-pdf/renderer: React elements laid out by flexbox and written by its own PDFKit.

import { Font, renderToBuffer } from '@react-pdf/renderer';
import { withoutSelectors } from './characters.mjs';
import { FONT_FILES } from './faces.mjs';
import { documentElement } from './react-pdf/react-pdf-document.mjs';

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: '@react-pdf/renderer', en: '@react-pdf/renderer' },
  does: {
    ja: '同じ文章を組版する（段落・表・改ページの位置は与える）。文面の判断もタグもない。書体は一度だけ読む。日本語はどの字の間でも折り返す（禁則はない）。異体字は描けず、もとの字になる',
    en: 'lays out the same paragraphs and tables, page breaks given; no rules, no wording, no tags; fonts are read once; Japanese lines break between any two characters; a variant (葛󠄀) comes out as the character it is one of',
  },
  tagged: false,
  // It parts a character from its selector, and draws Helvetica’s “@” for the latter.
  variants: false,
  pace: 'slow',
  open({ flow, from }) {
    /** @type {ReturnType<typeof flow>} */
    const { sheets } = JSON.parse(withoutSelectors(JSON.stringify(flow())));
    Font.register({
      family: 'Gothic',
      fonts: [{ src: FONT_FILES.regular }, { src: FONT_FILES.bold, fontWeight: 'bold' }],
    });
    Font.register({
      family: 'Mono',
      fonts: [{ src: FONT_FILES.mono }, { src: FONT_FILES['mono-bold'], fontWeight: 'bold' }],
    });
    // It breaks lines where words may be hyphenated; the empty part after each character keeps the hyphen away.
    Font.registerHyphenationCallback((/** @type {string} */ word) =>
      /^[\x20-\x7e]*$/.test(word) ? [word] : [...word].flatMap((character) => [character, '']),
    );
    let at = from;
    const next = () => sheets[at++ % sheets.length]?.flow ?? [];
    return {
      async *files() {
        for (;;) yield await renderToBuffer(documentElement(next()));
      },
      async merged(count, sink) {
        sink(await renderToBuffer(documentElement(Array.from({ length: count }, next).flat())));
      },
    };
  },
};
