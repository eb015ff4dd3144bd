import { expect, test } from 'vitest';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import type { SectionLengths } from '../../../src/typesetting/style/section-lengths.js';

const CSS = `
section { --left: 1mm; --top: 2mm; margin-left: var(--left) }
section.large { --top: 3mm }
p { margin-top: var(--top); padding-left: var(--only-given) }`;
const LENGTHS: SectionLengths = { '--left': '12mm', '--top': '5.5mm', '--only-given': '7pt' };

const parse = (css: string, lengths: SectionLengths) =>
  parseStylesheet(css, 'style.css', { families: ['A'] }, { lengths });

/** All of it but where it stands. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, each: unknown) => {
      if (name === 'place') return undefined;
      return each instanceof Map ? [...each] : each;
    }),
  );

test('lengths mean what they would mean in a rule at the end of the style sheet', () => {
  const written = `${CSS}\nsection { --left: 12mm; --top: 5.5mm; --only-given: 7pt }\n`;
  const sheet = withoutPlaces(parse(CSS, LENGTHS));
  expect(sheet).toEqual(withoutPlaces(parse(written, {})));
  expect(sheet).not.toEqual(withoutPlaces(parse(CSS, { ...LENGTHS, '--left': '13mm' })));
});

test('they stand on the line after the last', () => {
  const rules = parse(CSS, LENGTHS).byTag.get('section') ?? [];
  const places = rules.flatMap(({ declarations }) => declarations.map(({ place }) => place.line));
  expect(places).toEqual([2, 2, 2, 5, 5, 5]);
});

test('no lengths are no rule', () => {
  expect(parse('p { margin-top: 1mm }', {}).byTag.get('section')).toBeUndefined();
});

test('a style sheet that breaks off is refused, not taken together with them', () => {
  expect(() => parse('p { margin-top: 1mm }\np', { '--left': '1mm' })).toThrow('style/syntax');
});
