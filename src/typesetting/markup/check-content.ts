/** Takes a finished element, gives what its children lack as a whole: order and number, which the table of tags cannot say. */

import type { Problem, Wording } from '../../problem.js';
import type { Element } from './element.js';
import { missingContent } from './markup-problems.js';

const EXPECTED: Readonly<Record<string, readonly [(element: Element) => boolean, Wording]>> = {
  ruby: [
    isPaired,
    {
      ja: '親文字のあとに読みを <rt>…</rt> で、必ず対にして書いてください。',
      en: 'Write each base followed by its reading in <rt>…</rt>.',
    },
  ],
  'reading-aid': [
    (element) => element.children.length > 0,
    {
      ja: '1 文字ごとに <ruby>文字<rt>読み</rt></ruby> を並べてください。',
      en: 'Write one <ruby> a character.',
    },
  ],
  dl: [
    (element) => tagsOf(element)[0] !== 'dd' && tagsOf(element).at(-1) !== 'dt',
    { ja: '<dt> のあとに <dd> を書いてください。', en: 'Write each <dt> before its <dd>.' },
  ],
  table: [
    hasOrderedParts,
    {
      ja: '<thead> は一つまで、行より前に置き、<tr> を一つ以上書いてください。',
      en: 'At most one <thead>, before the rows, and at least one <tr>.',
    },
  ],
  tr: [
    (element) => element.children.length > 0,
    { ja: '<th> か <td> を書いてください。', en: 'Write a <th> or <td>.' },
  ],
  figure: [
    (element) => tagsOf(element).filter((tag) => tag === 'figcaption').length <= 1,
    { ja: '<figcaption> は一つまでです。', en: 'A figure has at most one <figcaption>.' },
  ],
};

export function checkContent(element: Element): readonly Problem[] {
  const rule = Object.hasOwn(EXPECTED, element.tag) ? EXPECTED[element.tag] : undefined;
  if (rule === undefined) return [];
  const [right, expected] = rule;
  return right(element) ? [] : [missingContent(element.place, element.tag, expected)];
}

const tagsOf = (element: Element): readonly string[] =>
  element.children.flatMap((child) => (child.kind === 'element' ? [child.tag] : []));

/** Base text and reading by turns. White space between pairs is nothing. */
function isPaired(ruby: Element): boolean {
  let readings = 0;
  let base = false;
  for (const child of ruby.children) {
    if (child.kind === 'text') {
      if (/[^ \t\n\r\f]/.test(child.text)) base = true;
    } else if (child.tag === 'rt') {
      if (!base) return false;
      readings += 1;
      base = false;
    }
  }
  return !base && readings > 0;
}

function hasOrderedParts(table: Element): boolean {
  const tags = tagsOf(table);
  const rows = table.children.flatMap((child) =>
    child.kind !== 'element' ? [] : child.tag === 'tr' ? [child] : child.children,
  );
  return tags.lastIndexOf('thead') <= 0 && rows.length > 0;
}
