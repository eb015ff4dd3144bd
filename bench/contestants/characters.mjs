// Takes text apart into what a font draws: a character with the selector of its variant, if it has one.

const SELECTORS = '[\\u{fe00}-\\u{fe0f}\\u{e0100}-\\u{e01ef}]';
const CHARACTER = new RegExp(`.${SELECTORS}?`, 'gsu');
const SELECTOR = new RegExp(SELECTORS, 'gu');

/** @param {string} text @returns {Iterable<string>} */
export const charactersOf = (text) => (text.search(SELECTOR) === -1 ? text : (text.match(CHARACTER) ?? []));

/** @param {string} text */
export const withoutSelectors = (text) => text.replace(SELECTOR, '');
