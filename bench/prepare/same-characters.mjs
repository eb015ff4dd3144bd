// Takes a sheet in both forms, refuses it where what is to be laid out has other characters than what annai prints.

/** @typedef {import('../sheet.d.ts').PlacedPage} PlacedPage */
/** @typedef {import('../sheet.d.ts').FlowPage} FlowPage */

/** @param {{ placed: readonly PlacedPage[], flow: readonly FlowPage[] }} sheet */
export function sameCharacters(sheet) {
  const sorted = (/** @type {string} */ text) => [...text.replace(/\s/gu, '')].sort().join('');
  /** @type {(value: unknown) => string} */
  const textsOf = (value) => {
    if (Array.isArray(value)) return value.map(textsOf).join('');
    if (typeof value !== 'object' || value === null) return '';
    return Object.entries(value)
      .map(([key, each]) =>
        ['text', 'character', 'reading'].includes(key)
          ? String(each)
          : key === 'footer'
            ? each.join('')
            : textsOf(each),
      )
      .join('');
  };
  for (const [at, page] of sheet.flow.entries()) {
    const [here, there] = [sorted(textsOf(page)), sorted(textsOf(sheet.placed[at]?.pieces))];
    if (here !== there)
      throw new Error(
        `bench: page ${at + 1} has other characters to lay out than annai prints\n${here}\n${there}`,
      );
  }
}
