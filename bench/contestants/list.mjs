// Gives the contestants by name, in the order of the table.

export const CONTESTANTS = /** @type {const} */ ([
  'annai',
  'annai-untagged',
  'typst',
  'typst-untagged',
  'pdfkit',
  'pdf-lib',
  'pdfmake',
  'react-pdf',
  'chromium',
  'hand-written',
  'finished-bytes',
]);

/** @param {string} name @returns {Promise<import('./contestant.d.ts').Contestant>} */
export async function loadContestant(name) {
  const { contestant } = await import(`./${name}.mjs`);
  return contestant;
}
