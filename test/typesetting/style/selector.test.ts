import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourcePlace } from '../../../src/problem.js';
import type { Element } from '../../../src/typesetting/markup/element.js';
import { parseSection } from '../../../src/typesetting/markup/parse-markup.js';
import type { BlockLevelBox, InlineLevelBox } from '../../../src/typesetting/style/box.js';
import { ElementStyles } from '../../../src/typesetting/style/element-style.js';
import { parseStylesheet } from '../../../src/typesetting/style/parse-stylesheet.js';
import { styleSection } from '../../../src/typesetting/style/style-section.js';
import { mm } from '../../../src/units.js';

const START: SourcePlace = { kind: 'source', file: 'sheet.html', line: 1, column: 1 };

/** Marks of the elements that a selector fits, in document order. */
function matched(html: string, selector: string): readonly string[] {
  const section: Element = parseSection({ html, place: START });
  const sheet = parseStylesheet(`${selector} { padding-top: 77mm }`, 'a.css', { families: ['A'] });
  const found: string[] = [];
  const visit = (box: BlockLevelBox | InlineLevelBox, element: Element): void => {
    if (box.style.paddingTop === mm(77)) found.push(element.attributes.id ?? '');
    if (!('children' in box)) return;
    const inner = element.children.filter((node) => node.kind === 'element');
    for (const [index, child] of box.children.entries()) {
      const node = inner[index];
      if (node !== undefined) visit(child, node);
    }
  };
  visit(styleSection(section, new ElementStyles(sheet)).root, section);
  return found;
}

const HTML = `<section id="s" class="top"><aside id="1" class="a"><aside id="2" class="a b"><p id="3"></p><p id="4" class="b"></p></aside><p id="5" class="b"></p></aside><p id="6"></p></section>`;

test.each([
  ['p', '3 4 5 6'],
  ['.b', '2 4 5'],
  ['.a.b', '2'],
  ['aside.b', '2'],
  ['section', 's'],
  ['section p', '3 4 5 6'],
  ['section > p', '6'],
  ['.a > p', '3 4 5'],
  ['.a .a p', '3 4'],
  ['.top > .a > p', '5'],
  ['.top .a > .b', '2 4 5'],
  ['aside > aside > .b', '4'],
  ['p:first-child', '3'],
  ['p:last-child', '4 5 6'],
  [':first-child', '1 2 3'],
  ['p:nth-child(odd)', '3'],
  ['p:nth-child(even)', '4 5 6'],
  ['.a:first-child > .b:last-child', '4 5'],
  ['h1, .a.b, p.b', '2 4 5'],
  ['.top .top p', ''],
])('%s fits %s', (selector, expected) => {
  expect(matched(HTML, selector).join(' ')).toBe(expected);
});

test('the last of the strongest rules wins, whatever their order in the sheet', () => {
  const selectors = [
    ['p', 1],
    ['section p', 2],
    ['.b', 1000],
    ['p.b', 1001],
    ['.a .b', 2000],
    ['.a p.b', 2001],
    [':last-child', 1000],
  ] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...selectors), { minLength: 1, maxLength: 8 }), (rules) => {
      const css = rules.map(([selector], index) => `${selector} { margin-top: ${index}mm }`).join('\n');
      const sheet = parseStylesheet(css, 'a.css', { families: ['A'] });
      const html = '<section><aside class="a"><p class="b"></p></aside></section>';
      const [aside] = styleSection(parseSection({ html, place: START }), new ElementStyles(sheet)).root
        .children;
      const [p] = (aside as { children: readonly BlockLevelBox[] }).children;
      const best = Math.max(...rules.map(([, specificity]) => specificity));
      const winner = rules.findLastIndex(([, specificity]) => specificity === best);
      expect(p?.style.marginTop).toBe(mm(winner));
    }),
  );
});
