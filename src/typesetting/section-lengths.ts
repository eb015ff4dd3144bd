/** Takes a style sheet and custom properties that are lengths, gives the style sheet in which every section has them; each line keeps its number. */

/** What whoever uses a style sheet fills into it. That they are lengths says that no choice of a font depends on them. */
export type SectionLengths = Readonly<Record<`--${string}`, `${number}${'mm' | 'pt'}`>>;

export function withLengths(css: string, lengths: SectionLengths): string {
  const values = Object.entries(lengths).map(([name, length]) => `${name}: ${length}`);
  return values.length === 0 ? css : `${css}\nsection { ${values.join('; ')} }\n`;
}
