// Takes placed sheets, gives the forms that many of them share, and what each has beside its form: contestants without layout
// prepare a form once, as a user of theirs would.

import { KINDS } from './sample.mjs';

/** @typedef {import('../sheet.d.ts').PlacedPage} PlacedPage */

/**
 * What is in every sheet of a kind is its form; what else a sheet has is the customer's. A kind whose fixed words stand higher or
 * lower with some customers has a form for each.
 *
 * @param {readonly (readonly PlacedPage[])[]} sheets
 */
export function splitForms(sheets) {
  /** @type {{ pages: PlacedPage[] }[]} */
  const forms = [];
  /** @type {PlacedPage[][]} */
  const variable = [];
  /** @type {number[]} */
  const formOf = [];
  for (let kind = 0; kind < KINDS && kind < sheets.length; kind += 1) {
    const members = [...sheets.keys()].filter((index) => index % KINDS === kind);
    const { groups, fixed } = sameHeights(members.map((index) => ({ index, pages: sheets[index] ?? [] })));
    for (const same of groups) {
      const [model = [], ...others] = same.map(({ pages }) => pages);
      const everywhere = model.map((_, at) => {
        const sets = others.map((pages) => keys(pages[at]));
        return new Set([...keys(model[at])].filter((key) => sets.every((set) => set.has(key))));
      });
      const part = (/** @type {readonly PlacedPage[]} */ pages, /** @type {boolean} */ inForm) =>
        pages.map(({ pieces, paths }, at) => ({
          pieces: pieces.filter(
            (piece) => (fixed.has(across(piece)) && everywhere[at]?.has(JSON.stringify(piece))) === inForm,
          ),
          paths: paths.filter((path) => everywhere[at]?.has(JSON.stringify(path)) === inForm),
        }));
      for (const { index, pages } of same) {
        formOf[index] = forms.length;
        variable[index] = part(pages, false);
      }
      forms.push({ pages: part(model, true) });
    }
  }
  return { forms, variable, formOf };
}

/** @param {readonly { index: number, pages: readonly PlacedPage[] }[]} sheets */
function sameHeights(sheets) {
  const texts = sheets.map(({ pages }) => new Set(pages.flatMap(({ pieces }) => pieces.map(across))));
  const fixed = new Set([...(texts[0] ?? [])].filter((key) => texts.every((set) => set.has(key))));
  /** @type {Map<string, typeof sheets[number][]>} */
  const groups = new Map();
  for (const sheet of sheets) {
    const heights = sheet.pages.map(({ pieces }) =>
      pieces.filter((piece) => fixed.has(across(piece))).map(({ y }) => y),
    );
    const key = JSON.stringify(heights);
    groups.set(key, [...(groups.get(key) ?? []), sheet]);
  }
  return { groups: [...groups.values()], fixed };
}

/** A piece without its height. @param {import('../sheet.d.ts').Piece} piece */
const across = ({ text, x, size, face }) => JSON.stringify([text, x, size, face]);

/** @param {PlacedPage | undefined} page */
const keys = (page) =>
  new Set([...(page?.pieces ?? []), ...(page?.paths ?? [])].map((item) => JSON.stringify(item)));
