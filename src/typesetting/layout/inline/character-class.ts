/** Takes a code point, gives what line composition asks of it: line break class (UAX #14 §5), width, autospace type. */

import { sure } from '../../../problem.js';
import {
  CHARACTER_INDEX,
  CHARACTER_KINDS,
  CHARACTER_PAGE,
  CHARACTER_PAGES,
  FIRST_DIGIT,
} from './character-data.generated.js';

/** The classes of UAX #14 (Unicode 17) that are left after LB1; CJ stays until `line-break` resolves it. */
export const LINE_BREAK_CLASSES = [
  ...['AL', 'AK', 'AP', 'AS', 'B2', 'BA', 'BB', 'BK', 'CB', 'CJ', 'CL', 'CM', 'CP', 'CR', 'EB', 'EM', 'EX'],
  ...[
    'GL',
    'H2',
    'H3',
    'HH',
    'HL',
    'HY',
    'ID',
    'IN',
    'IS',
    'JL',
    'JT',
    'JV',
    'LF',
    'NL',
    'NS',
    'NU',
    'OP',
    'PO',
  ],
  ...['PR', 'QU', 'RI', 'SP', 'SY', 'VF', 'VI', 'WJ', 'ZW', 'ZWJ'],
] as const;

export type LineBreakClass = (typeof LINE_BREAK_CLASSES)[number];

/** East Asian width F, W or H: the [EastAsian] of LB19a and LB30. */
export const WIDE = 1;
/** East Asian width A, F or W. Known for PO and PR only. */
export const BROAD = 2;
/** General category Pi and Pf. */
export const INITIAL_QUOTE = 4;
export const FINAL_QUOTE = 8;
/** Extended pictographic and not assigned yet (LB30b). */
export const UNASSIGNED_PICTOGRAPH = 16;

export type AutospaceType = 'other' | 'ideograph' | 'letter' | 'numeral';

interface CharacterKind {
  readonly lineBreak: LineBreakClass;
  readonly traits: number;
  readonly autospace: AutospaceType;
}

const TRAITS: Readonly<Record<string, number>> = {
  w: WIDE,
  b: BROAD,
  p: INITIAL_QUOTE,
  f: FINAL_QUOTE,
  x: UNASSIGNED_PICTOGRAPH,
};
const AUTOSPACE: Readonly<Record<string, AutospaceType>> = { i: 'ideograph', a: 'letter', n: 'numeral' };

const KINDS: readonly CharacterKind[] = CHARACTER_KINDS.map((kind) => {
  const [name, letters = ''] = kind.split(' ');
  return {
    lineBreak: sure(
      LINE_BREAK_CLASSES.find((candidate) => candidate === name),
      `line break class ${name}`,
    ),
    traits: [...letters].reduce((sum, letter) => sum | (TRAITS[letter] ?? 0), 0),
    autospace: [...letters].map((letter) => AUTOSPACE[letter]).find((type) => type !== undefined) ?? 'other',
  };
});

const INDEX = Buffer.from(CHARACTER_INDEX, 'latin1');
const PAGES = Buffer.from(CHARACTER_PAGES, 'latin1');

const digitAt = (digits: Buffer, at: number): number => (digits[at] ?? 0) - FIRST_DIGIT;

function kindOf(codePoint: number): CharacterKind {
  const page = digitAt(INDEX, Math.floor(codePoint / CHARACTER_PAGE));
  const kind = digitAt(PAGES, page * CHARACTER_PAGE + (codePoint % CHARACTER_PAGE));
  return sure(KINDS[kind], `kind of code point ${codePoint}`);
}

export const lineBreakClass = (codePoint: number): LineBreakClass => kindOf(codePoint).lineBreak;
export const traitsOf = (codePoint: number): number => kindOf(codePoint).traits;
export const autospaceType = (codePoint: number): AutospaceType => kindOf(codePoint).autospace;
