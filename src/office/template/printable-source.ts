/**
 * Takes the files of a template, gives all that it may print of itself, words with their tags: comments are left out; what
 * stands in braces or in the style sheet comes first, since nobody knows here between which tags it will be.
 */

const COMMENT = /\{\{~?!--.*?--~?\}\}|\{\{~?!.*?\}\}/gs;
const BRACES = /\{\{.*?\}\}+/gs;
const CSS_COMMENT = /\/\*.*?\*\//gs;

export function printableSource(templates: readonly string[], css: string): string {
  const sources = templates.map((template) => template.replaceAll(COMMENT, ''));
  const inBraces = sources.flatMap((source) => source.match(BRACES) ?? []);
  const words = sources.map((source) => source.replaceAll(BRACES, ' '));
  return [...inBraces, css.replaceAll(CSS_COMMENT, ''), ...words].join('\n');
}
