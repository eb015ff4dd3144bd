/** Takes a list style and an item's number, gives the text of its marker (CSS Counter Styles 3). */

import { refuse, type SourcePlace } from '../../problem.js';
import type { Style } from './style.js';

const SIGNS = { none: '', disc: '・', circle: '○', square: '■' } as const;
const CIRCLED_ONE = 0x2460;
const LAST_CIRCLED = 20;
const FEW = 9;

export function listMarker(type: Style['listStyleType'], number: number, place: SourcePlace): string {
  if (type === 'decimal') return `${number}.`;
  if (type !== 'circled-decimal') return SIGNS[type];
  if (number >= 1 && number <= LAST_CIRCLED) return String.fromCodePoint(CIRCLED_ONE + number - 1);
  return refuse({
    code: 'style/no-circled-number',
    message: {
      ja: `丸で囲んだ数字は ① から ⑳ までです（${number} 番目の項目）。`,
      en: `There are circled numbers from 1 to 20 only (item ${number}).`,
    },
    hint: {
      ja: 'list-style-type: decimal にするか、項目を分けてください。',
      en: 'Use list-style-type: decimal, or split the list.',
    },
    place,
  });
}

/** Of the first few items; digits not, which every file has. */
export function markersOf(type: Style['listStyleType']): string {
  if (type === 'decimal') return '';
  if (type !== 'circled-decimal') return SIGNS[type];
  return String.fromCodePoint(...Array.from({ length: FEW }, (_, index) => CIRCLED_ONE + index));
}

/** ISO 32000-1 Table 347. */
export function listNumbering(
  type: Style['listStyleType'],
): 'None' | 'Disc' | 'Circle' | 'Square' | 'Decimal' {
  switch (type) {
    case 'none':
      return 'None';
    case 'disc':
      return 'Disc';
    case 'circle':
      return 'Circle';
    case 'square':
      return 'Square';
    case 'decimal':
    case 'circled-decimal':
      return 'Decimal';
  }
}
