/** Takes clusters, gives the glyphs that the font chain of each has for it. */

import { type Problem, ProblemError, type SourcePlace } from '../../../problem.js';
import { fromFontUnits, type Length, ZERO } from '../../../units.js';
import type { FontChain, FontLibrary, ResolvedCluster } from '../../fonts/face.js';
import type { Style } from '../../style/style.js';

export const SOFT_HYPHEN = '\u00AD';
/** Asked for by the text to steer the lines, never drawn: zero-width space, word joiner, byte order mark, lone joiners. */
const INVISIBLE = new Set(['\u200B', '\u2060', '\uFEFF', '\u200C', '\u200D', SOFT_HYPHEN]);
/** Most text is of these ranges, where everything draws; asking there takes the least time. */
const surelyDraws = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit < 0xfe00);

const drawsNothing = (text: string): boolean =>
  !surelyDraws(text.charCodeAt(0)) && (INVISIBLE.has(text) || isHardBreak(text.codePointAt(0) ?? 0));

export interface GlyphSource {
  /** Undefined for what draws nothing. What no face holds is remembered for `refuseMissing`. */
  resolve(text: string, style: Style, place: SourcePlace): ResolvedCluster | undefined;
  /** @throws ProblemError with one `V04` for each cluster that was asked for and that no face holds. */
  refuseMissing(): void;
}

export function glyphSource(fonts: FontLibrary): GlyphSource {
  const missing = new Map<string, Problem>();
  let lastStyle: Style | undefined;
  let chain: FontChain | undefined;

  return {
    resolve(text, style, place) {
      if (drawsNothing(text)) return undefined;
      // Neighbours mostly share their style.
      if (chain === undefined || style !== lastStyle) {
        lastStyle = style;
        chain = fonts.chain(style.fontFamily, style.fontWeight);
      }
      const found = lookUp(chain, text);
      if (found === undefined && !missing.has(text)) missing.set(text, missingGlyph(text, place));
      return found;
    },
    refuseMissing() {
      if (missing.size > 0) throw new ProblemError([...missing.values()]);
    },
  };
}

// A no-break space is a space that holds: few faces have a glyph of its own for it.
const lookUp = (chain: FontChain, text: string): ResolvedCluster | undefined =>
  chain.resolve(text) ?? (text === '\u00A0' ? chain.resolve(' ') : undefined);

export function advanceOf({ face, cids }: ResolvedCluster, size: Length): Length {
  let sum = ZERO;
  for (const cid of cids) sum += fromFontUnits(face.advance(cid), face.unitsPerEm, size);
  return sum;
}

/** Line feed, vertical tab, form feed, carriage return; NEL, LINE and PARAGRAPH SEPARATOR. */
export const isHardBreak = (codePoint: number): boolean =>
  (codePoint >= 0x0a && codePoint <= 0x0d) ||
  codePoint === 0x85 ||
  codePoint === 0x2028 ||
  codePoint === 0x2029;

function missingGlyph(text: string, place: SourcePlace): Problem {
  const codePoints = [...text]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  return {
    code: 'V04',
    severity: 'error',
    message: {
      ja: `「${text}」（${codePoints}）の字形が、どのフォントにもありません。`,
      en: `No font has a glyph for “${text}” (${codePoints}).`,
    },
    hint: {
      ja: '文字が正しく入力されているか確かめ、フォントにある字に置きかえてください。',
      en: 'Check that the character is typed correctly, or replace it with one that the fonts have.',
    },
    place,
  };
}
