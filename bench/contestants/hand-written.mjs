// The limit of writing PDF in JavaScript: no library, no layout, no tags; what is the same on every sheet is encoded and
// compressed before the first, fonts included.

import { encode, Supplement } from './hand-written/encode.mjs';
import { dictionary, fontObjects, openFonts, stream } from './hand-written/fonts.mjs';

const CATALOG = 1;
const PAGES = 2;
const RESOURCES = 3;
const FIRST_FONT = 4;
const OBJECTS_OF_FONT = 5;
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** Hands over a file's parts as they come, and keeps where each object begins. */
class Parts {
  /** @type {number[]} */
  offsets = [];
  length = 0;
  /** @param {(bytes: Uint8Array) => void} sink */
  constructor(sink) {
    this.sink = sink;
    this.raw(HEADER);
  }

  /** @param {Buffer} bytes */
  raw(bytes) {
    this.sink(bytes);
    this.length += bytes.length;
  }

  /** @param {number} number @param {Buffer} bytes */
  object(number, bytes) {
    this.offsets[number] = this.length;
    this.raw(bytes);
  }

  end() {
    const count = this.offsets.length;
    let table = `xref\n0 ${count}\n0000000000 65535 f \n`;
    for (let number = 1; number < count; number += 1)
      table += `${String(this.offsets[number] ?? 0).padStart(10, '0')} 00000 n \n`;
    this.raw(
      Buffer.from(
        `${table}trailer\n<</Size ${count}/Root ${CATALOG} 0 R>>\nstartxref\n${this.length}\n%%EOF\n`,
        'latin1',
      ),
    );
  }
}

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: '手書きのライター', en: 'hand-written writer' },
  does: {
    ja: '組版・タグ・ライブラリーなし。どの紙面にも同じ部分は先に圧縮しておき、お客様の文字と足りない字形だけを書く',
    en: 'no layout, tags or library: what sheets share is compressed beforehand, only the customer’s words and glyphs are written',
  },
  tagged: false,
  limit: true,
  open({ placed, from }) {
    const { forms, sheets } = placed();
    const open = openFonts(forms);
    const faces = new Map(open.map((face) => [face.name, face]));
    const baseFonts = open.flatMap((face, index) =>
      fontObjects(face, face.characters, FIRST_FONT + index * OBJECTS_OF_FONT, true),
    );
    const firstFree = FIRST_FONT + baseFonts.length;
    const base = open
      .map(({ resource }, index) => `/${resource} ${FIRST_FONT + index * OBJECTS_OF_FONT} 0 R`)
      .join('');
    const contents = forms.map(({ pages }) =>
      pages.map((page) => Buffer.from(encode(page, faces, new Supplement()), 'latin1')),
    );
    const numbered = contents.map((pages) => pages.map((bytes) => stream(0, bytes, true).subarray(1)));
    let at = from;

    /** @param {Parts} parts */
    const openFile = (parts) => {
      parts.object(CATALOG, dictionary(CATALOG, `/Type/Catalog/Pages ${PAGES} 0 R`));
      for (const [index, bytes] of baseFonts.entries()) parts.object(FIRST_FONT + index, bytes);
    };
    /** @param {Parts} parts @param {Supplement} supplement @param {number} free @param {readonly string[]} kids */
    const closeFile = (parts, supplement, free, kids) => {
      let number = free;
      let fonts = base;
      for (const [face, codes] of supplement.added) {
        fonts += `/${face.resource}s ${number} 0 R`;
        for (const bytes of fontObjects(face, [...codes.keys()], number, false))
          parts.object(number++, bytes);
      }
      parts.object(RESOURCES, dictionary(RESOURCES, `/Font<<${fonts}>>`));
      parts.object(PAGES, dictionary(PAGES, `/Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]`));
      parts.end();
    };
    /**
     * @param {Parts} parts
     * @param {Supplement} supplement
     * @param {number} free
     * @param {string[]} kids
     * @param {Map<number, number>} written where the form's pages are, by form
     */
    const drawSheet = (parts, supplement, free, kids, written) => {
      const sheet = sheets[at++ % sheets.length];
      if (sheet === undefined) return free;
      let number = free;
      let form = written.get(sheet.form);
      if (form === undefined) {
        form = number;
        written.set(sheet.form, form);
        for (const bytes of numbered[sheet.form] ?? []) {
          parts.object(number, Buffer.concat([Buffer.from(String(number), 'latin1'), bytes]));
          number += 1;
        }
      }
      for (const [index, page] of sheet.variable.entries()) {
        const own = stream(number, Buffer.from(encode(page, faces, supplement), 'latin1'), false);
        parts.object(number, own);
        parts.object(
          number + 1,
          dictionary(
            number + 1,
            `/Type/Page/Parent ${PAGES} 0 R/MediaBox[0 0 595.276 841.89]/Resources ${RESOURCES} 0 R/Contents[${form + index} 0 R ${number} 0 R]`,
          ),
        );
        kids.push(`${number + 1} 0 R`);
        number += 2;
      }
      return number;
    };

    return {
      *files() {
        for (;;) {
          /** @type {Uint8Array[]} */
          const chunks = [];
          /** @type {string[]} */
          const kids = [];
          const parts = new Parts((bytes) => chunks.push(bytes));
          const supplement = new Supplement();
          openFile(parts);
          const free = drawSheet(parts, supplement, firstFree, kids, new Map());
          closeFile(parts, supplement, free, kids);
          yield Buffer.concat(chunks);
        }
      },
      merged(count, sink) {
        /** @type {string[]} */
        const kids = [];
        const parts = new Parts(sink);
        const supplement = new Supplement();
        const written = new Map();
        openFile(parts);
        let free = firstFree;
        for (let drawn = 0; drawn < count; drawn += 1)
          free = drawSheet(parts, supplement, free, kids, written);
        closeFile(parts, supplement, free, kids);
      },
    };
  },
};
