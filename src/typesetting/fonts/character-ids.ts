/**
 * Takes a font's cmap and GSUB tables, gives each text that the font holds its character id (cid).
 *
 * Order of numbering: characters by code point; then variation sequences as format 14 lists them; then `ccmp`
 * compositions as GSUB lists them; then characters spelt out (か + U+3099), which look as が does. The first text of a glyph gets the glyph's own id, each further one the next number
 * above the glyphs. Sequences and compositions are rare and read when first asked for; that they come later in the
 * numbering makes the numbers the same whether asked for or not.
 */

import { type Problem, ProblemError } from '../../problem.js';
import { eachCharacter } from './cmap-characters.js';
import { eachVariation } from './cmap-variations.js';
import { eachComposition } from './compositions.js';
import { required, type Sfnt } from './sfnt.js';

export interface CharacterIds {
  ofCharacter(codePoint: number): number | undefined;
  ofVariation(base: number, selector: number): number | undefined;
  /** A base with combining marks, drawn by one glyph. */
  ofComposition(cluster: string): number | undefined;
  text(cid: number): string;
  glyphId(cid: number): number;
}

/** Codes in a PDF string are two bytes. */
const HIGHEST = 0xffff;

/** All that a font's texts are numbered by. */
export interface Numbering {
  readonly glyphCount: number;
  /** By code point. */
  readonly characters: ReadonlyMap<number, number>;
  /** By selector, then by base. */
  readonly sequences: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly compositions: ReadonlyMap<string, number>;
  /** The text of glyph ids below glyphCount, of aliases above; a number is a code point. */
  readonly texts: readonly (number | string | undefined)[];
  /** The glyphs of the ids above. */
  readonly aliases: readonly number[];
}

export function numberCharacters(sfnt: Sfnt, glyphCount: number): CharacterIds {
  const { numbering, readRest } = startNumbering(sfnt, glyphCount);
  const { characters, sequences, compositions, texts } = numbering;
  return {
    ofCharacter: (codePoint) => characters.get(codePoint),
    ofVariation(base, selector) {
      readRest();
      return sequences.get(selector)?.get(base);
    },
    ofComposition(cluster) {
      readRest();
      return compositions.get(cluster);
    },
    text(cid) {
      if (texts[cid] === undefined) readRest();
      const text = texts[cid];
      if (text === undefined)
        throw new Error(`annai: internal error: cid ${cid} of ${sfnt.file} has no text`);
      return typeof text === 'number' ? String.fromCodePoint(text) : text;
    },
    glyphId(cid) {
      if (cid >= texts.length) readRest();
      return glyphOf(numbering, cid);
    },
  };
}

/** What `numberCharacters` may ask for, all of it. */
export function numberAll(sfnt: Sfnt, glyphCount: number): Numbering {
  const { numbering, readRest } = startNumbering(sfnt, glyphCount);
  readRest();
  return numbering;
}

const glyphOf = ({ glyphCount, aliases }: Numbering, cid: number): number =>
  cid < glyphCount ? cid : (aliases[cid - glyphCount] ?? 0);

/** Numbers the characters. `readRest` numbers what is rare, once. */
function startNumbering(sfnt: Sfnt, glyphCount: number): { numbering: Numbering; readRest: () => void } {
  const characters = new Map<number, number>();
  const sequences = new Map<number, Map<number, number>>();
  const compositions = new Map<string, number>();
  const texts: (number | string | undefined)[] = new Array(glyphCount);
  const aliases: number[] = [];
  const numbering: Numbering = { glyphCount, characters, sequences, compositions, texts, aliases };

  const add = (text: number | string, glyphId: number): number => {
    if (texts[glyphId] === undefined) {
      texts[glyphId] = text;
      return glyphId;
    }
    aliases.push(glyphId);
    return texts.push(text) - 1;
  };

  const cmap = required(sfnt, 'cmap');
  const found = eachCharacter(cmap, (codePoint, glyphId) => {
    if (glyphId < glyphCount) characters.set(codePoint, add(codePoint, glyphId));
  });
  if (!found) throw new ProblemError([noUnicode(sfnt.file)]);
  refuseOverflow(texts.length, sfnt.file);

  let rest = false;
  const readRest = (): void => {
    if (rest) return;
    rest = true;
    eachVariation(cmap, (base, selector, glyphId) => {
      const plain = characters.get(base);
      const glyph = glyphId ?? (plain === undefined ? undefined : glyphOf(numbering, plain));
      if (glyph === undefined || glyph === 0 || glyph >= glyphCount) return;
      let bases = sequences.get(selector);
      if (bases === undefined) {
        bases = new Map();
        sequences.set(selector, bases);
      }
      bases.set(base, add(String.fromCodePoint(base, selector), glyph));
    });
    const ligatures = readCompositions(sfnt.table('GSUB'));
    const byGlyph = charactersByGlyph(new Set(ligatures.flatMap(([parts]) => parts)), numbering);
    for (const [parts, glyphId] of ligatures) {
      for (const text of spellings(parts, byGlyph)) {
        if (!compositions.has(text)) compositions.set(text, add(text, glyphId));
      }
    }
    for (const [codePoint, cid] of characters) {
      const text = speltOut(codePoint);
      if (text !== undefined && !compositions.has(text))
        compositions.set(text, add(text, glyphOf(numbering, cid)));
    }
    refuseOverflow(texts.length, sfnt.file);
  };
  return { numbering, readRest };
}

type Composition = readonly [components: readonly number[], glyphId: number];

function readCompositions(gsub: Buffer | undefined): readonly Composition[] {
  const compositions: Composition[] = [];
  if (gsub !== undefined) eachComposition(gsub, (...composition) => compositions.push(composition));
  return compositions;
}

/** The characters of the glyphs asked for. */
function charactersByGlyph(
  glyphs: ReadonlySet<number>,
  numbering: Numbering,
): ReadonlyMap<number, readonly number[]> {
  const byGlyph = new Map<number, number[]>();
  for (const [codePoint, cid] of numbering.characters) {
    const glyph = glyphOf(numbering, cid);
    if (!glyphs.has(glyph)) continue;
    const list = byGlyph.get(glyph);
    if (list === undefined) byGlyph.set(glyph, [codePoint]);
    else list.push(codePoint);
  }
  return byGlyph;
}

const MARK = /^\p{M}$/u;

/** The grapheme clusters that a sequence of glyphs spells: a base and marks. */
function spellings(
  components: readonly number[],
  byGlyph: ReadonlyMap<number, readonly number[]>,
): readonly string[] {
  let clusters = [''];
  components.forEach((glyph, i) => {
    const letters = (byGlyph.get(glyph) ?? []).map((codePoint) => String.fromCodePoint(codePoint));
    const fitting = letters.filter((letter) => MARK.test(letter) === i > 0);
    clusters = clusters.flatMap((cluster) => fitting.map((letter) => cluster + letter));
  });
  return clusters;
}

const BASE_AND_MARKS = /^\P{M}\p{M}+$/u;

/** Kanji and Hangul are never spelt with marks; they are nearly all of a font, and asking takes time. */
const neverSpeltOut = (codePoint: number): boolean => codePoint >= 0x3400 && codePoint <= 0xd7ff;

/** The canonical spelling of a character by base and marks, where it has one. */
function speltOut(codePoint: number): string | undefined {
  if (neverSpeltOut(codePoint)) return undefined;
  const spelling = String.fromCodePoint(codePoint).normalize('NFD');
  return BASE_AND_MARKS.test(spelling) ? spelling : undefined;
}

function refuseOverflow(count: number, file: string): void {
  if (count - 1 <= HIGHEST) return;
  throw new ProblemError([
    {
      code: 'fonts/too-many-characters',
      severity: 'error',
      message: {
        ja: `フォントの文字と異体字が多すぎて PDF の番号（65,535 まで）に収まりません: ${file}`,
        en: `The font has more characters and variants than a PDF can number (65,535): ${file}`,
      },
      hint: {
        ja: '文字数の少ないフォントに替えるか、フォントを分けてください。',
        en: 'Use a smaller font, or split it.',
      },
      place: { kind: 'file', file },
    },
  ]);
}

const noUnicode = (file: string): Problem => ({
  code: 'fonts/no-unicode',
  severity: 'error',
  message: {
    ja: `フォントに Unicode の文字表がありません（記号用のフォントなど）: ${file}`,
    en: `The font has no Unicode character map (a symbol font?): ${file}`,
  },
  hint: { ja: '別のフォントを指定してください。', en: 'Use another font.' },
  place: { kind: 'file', file },
});
