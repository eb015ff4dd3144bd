/** The one table of CSS properties: how each is read, what it is at first, whether it is inherited. `Style` is its type. */

import { type Length, pt, ZERO } from '../../units.js';
import { CssFault, oneOf } from './css-fault.js';
import { readAutospace } from './read-autospace.js';
import { readEmphasisMark, readEmphasisPosition } from './read-emphasis.js';
import {
  fixed,
  fontSizeFrom,
  lengthFrom,
  lengthPercentageFrom,
  readColor,
  readInteger,
  readLength,
  readWord,
  unexpectedValue,
} from './read-value.js';
import type { Specified, SpecifiedLength } from './specified.js';
import type { Autospace, Border, BorderStyle, Color, EmphasisMark, LengthPercentage } from './value.js';
import type { Value } from './value-tokens.js';

/** What the reading of values depends on besides the style sheet. */
export interface Environment {
  /** The font families there are, the first being the default. */
  readonly families: readonly string[];
}

export interface Property<C> {
  readonly initial: C;
  readonly inherited: boolean;
  parse(value: Value, environment: Environment): Specified<C>;
  /** Last touch, when all declarations have been heard. */
  finish?(value: C, color: Color): C;
}

const inherited = <C>(initial: C, parse: Property<C>['parse']): Property<C> => ({
  initial,
  inherited: true,
  parse,
});
const local = <C>(initial: C, parse: Property<C>['parse']): Property<C> => ({
  initial,
  inherited: false,
  parse,
});

const words =
  <W extends string>(...allowed: readonly W[]) =>
  (value: Value): Specified<W> =>
    fixed(readWord(value, allowed));

const length = (value: Value): SpecifiedLength => lengthFrom(readLength(value));
const lengthPercentage = (value: Value): Specified<LengthPercentage> =>
  lengthPercentageFrom(readLength(value, { percentage: true }));
const signedLengthPercentage = (value: Value): Specified<LengthPercentage> =>
  lengthPercentageFrom(readLength(value, { percentage: true, negative: true }));

const orAuto =
  <C>(parse: (value: Value) => Specified<C>) =>
  (value: Value): Specified<C | 'auto'> =>
    value.word('auto') === undefined ? parse(value) : fixed('auto');

const ALIGN = {
  start: 'start',
  left: 'start',
  center: 'center',
  end: 'end',
  right: 'end',
  justify: 'justify',
} as const;
const WEIGHTS = { normal: 400, '400': 400, bold: 700, '700': 700 } as const;

/** Stands for the element's own colour until all declarations have been heard. */
const CURRENT_COLOR = 'currentcolor';
/** CSS calls this width `medium`. */
const MEDIUM: Length = pt(2.25);
const BORDER_STYLES: readonly BorderStyle[] = ['none', 'solid', 'dashed', 'dotted', 'double'];

export const readBorderWidth = (value: Value): SpecifiedLength => length(value);
export const readBorderStyle = (value: Value): BorderStyle => readWord(value, BORDER_STYLES);
export const readBorderColor = (value: Value): Color =>
  value.word(CURRENT_COLOR) ?? readColor(value, CURRENT_COLOR);

/** Width, style and colour in any order; what is left out goes back to its first value. */
export function readBorder(value: Value): Specified<Border> {
  let width: SpecifiedLength | undefined;
  let style: BorderStyle | undefined;
  let color: Color | undefined;
  do {
    const token = value.peek();
    if (
      style === undefined &&
      token?.kind === 'word' &&
      BORDER_STYLES.some((name) => name === token.text.toLowerCase())
    ) {
      style = readBorderStyle(value);
    } else if (width === undefined && (token?.kind === 'dimension' || token?.kind === 'number')) {
      width = readBorderWidth(value);
    } else if (color === undefined && (token?.kind === 'hash' || token?.kind === 'word')) {
      color = readBorderColor(value);
    } else {
      throw unexpectedValue(value.next(), BORDER_STYLES);
    }
  } while (!value.done);
  return {
    kind: 'border',
    width: width ?? { kind: 'fixed', value: MEDIUM },
    style: style ?? 'none',
    color: color ?? CURRENT_COLOR,
  };
}

const border = (): Property<Border> => ({
  initial: { width: MEDIUM, style: 'none', color: CURRENT_COLOR },
  inherited: false,
  parse: readBorder,
  finish: (value, color) => ({
    width: value.style === 'none' ? ZERO : value.width,
    style: value.style,
    color: value.color === CURRENT_COLOR ? color : value.color,
  }),
});

export const PROPERTIES = {
  // The two that other properties are computed from come first.
  fontSize: inherited<Length>(pt(10.5), readFontSize),
  color: inherited<Color>('#000000', (value) => fixed(readColor(value))),
  fontFamily: inherited<readonly string[]>([], readFamilies),
  fontWeight: inherited<400 | 700>(400, readWeight),
  lineHeight: inherited<{ readonly factor: number } | { readonly length: Length }>(
    { factor: 1.6 },
    readLineHeight,
  ),
  textAlign: inherited<'start' | 'center' | 'end' | 'justify'>('start', readAlign),
  textIndent: inherited<LengthPercentage>(ZERO, signedLengthPercentage),
  letterSpacing: inherited<Length>(ZERO, (value) =>
    value.word('normal') === undefined ? lengthFrom(readLength(value, { negative: true })) : fixed(ZERO),
  ),
  whiteSpace: inherited<'normal' | 'nowrap' | 'pre-line'>('normal', words('normal', 'nowrap', 'pre-line')),
  overflowWrap: inherited<'normal' | 'anywhere'>('normal', words('normal', 'anywhere')),
  lineBreak: inherited<'strict' | 'normal' | 'loose'>('strict', words('strict', 'normal', 'loose')),
  wordBreak: inherited<'normal' | 'keep-all' | 'auto-phrase'>(
    'normal',
    words('normal', 'keep-all', 'auto-phrase'),
  ),
  textSpacingTrim: inherited<
    'normal' | 'space-all' | 'space-first' | 'trim-start' | 'trim-both' | 'trim-all'
  >('normal', words('normal', 'space-all', 'space-first', 'trim-start', 'trim-both', 'trim-all')),
  textAutospace: inherited<Autospace>('normal', (value) => fixed(readAutospace(value))),
  /**
   * Ours, which browsers pass over. How marks stand: as the face draws them, full-width ones trimmed (`native`, CSS Text 4
   * §8), or as bodies of half an em with the glue of JLREQ Table 1 between them, whatever the face draws (`fixed`).
   */
  AnnaiSpacing: inherited<'native' | 'fixed'>('native', words('native', 'fixed')),
  /** How much `text-autospace` puts in, in em; `auto` is 1/8 as in CSS, 1/4 with `fixed` bodies as in JLREQ. */
  AnnaiAutospace: inherited<number | 'auto'>('auto', orAuto(readEmPart)),
  /** How far justified lines close up: as books do (JLREQ Table 5) or as far as JLREQ lets them (Table 3). */
  AnnaiReduction: inherited<'table-5' | 'table-3'>('table-5', words('table-5', 'table-3')),
  hangingPunctuation: inherited<'none' | 'allow-end' | 'force-end'>(
    'none',
    words('none', 'allow-end', 'force-end'),
  ),
  /** 圏点: beside each character that is no punctuation. */
  textEmphasisStyle: inherited<EmphasisMark | 'none'>('none', (value) => fixed(readEmphasisMark(value))),
  /** The word is inherited as it is: each character's mark has the character's colour (CSS Color 4 §9.1). */
  textEmphasisColor: inherited<Color | 'currentcolor'>(CURRENT_COLOR, (value) =>
    fixed(value.word(CURRENT_COLOR) ?? readColor(value, CURRENT_COLOR)),
  ),
  textEmphasisPosition: inherited<'over' | 'under'>('over', readEmphasisPosition),
  /** Each base its own ruby (mono), one for all (group), or one for all where a base is too narrow for its own (jukugo). */
  rubyMerge: inherited<'separate' | 'merge' | 'auto'>('separate', words('separate', 'merge', 'auto')),
  /** Whether ruby that is longer than its base may reach over the kana beside it. */
  rubyOverhang: inherited<'auto' | 'none'>('auto', words('auto', 'none')),
  textWrap: inherited<'wrap' | 'balance'>('wrap', words('wrap', 'balance')),
  verticalAlign: local<'baseline' | 'top' | 'middle' | 'bottom'>(
    'baseline',
    words('baseline', 'top', 'middle', 'bottom'),
  ),

  marginTop: local<LengthPercentage | 'auto'>(ZERO, orAuto(signedLengthPercentage)),
  marginRight: local<LengthPercentage | 'auto'>(ZERO, orAuto(signedLengthPercentage)),
  marginBottom: local<LengthPercentage | 'auto'>(ZERO, orAuto(signedLengthPercentage)),
  marginLeft: local<LengthPercentage | 'auto'>(ZERO, orAuto(signedLengthPercentage)),
  paddingTop: local<LengthPercentage>(ZERO, lengthPercentage),
  paddingRight: local<LengthPercentage>(ZERO, lengthPercentage),
  paddingBottom: local<LengthPercentage>(ZERO, lengthPercentage),
  paddingLeft: local<LengthPercentage>(ZERO, lengthPercentage),
  /** Width is zero where the style is `none` (CSS Backgrounds 3 §3.3). */
  borderTop: border(),
  borderRight: border(),
  borderBottom: border(),
  borderLeft: border(),
  borderRadius: local<Length>(ZERO, length),
  borderCollapse: inherited<'separate' | 'collapse'>('separate', words('separate', 'collapse')),
  borderSpacing: inherited<Length>(ZERO, length),
  tableLayout: local<'auto' | 'fixed'>('auto', words('auto', 'fixed')),
  backgroundColor: local<Color | 'transparent'>('transparent', (value) =>
    fixed(value.word('transparent') ?? readColor(value, 'transparent')),
  ),
  /** Of the content box, as in CSS 2.2 (`box-sizing: content-box`), unless `boxSizing` says otherwise. */
  width: local<LengthPercentage | 'auto'>('auto', orAuto(lengthPercentage)),
  /** A box whose content is taller than its stated height is an error, never clipped. */
  height: local<LengthPercentage | 'auto'>('auto', orAuto(lengthPercentage)),
  minHeight: local<Length>(ZERO, length),
  boxSizing: local<'content-box' | 'border-box'>('content-box', words('content-box', 'border-box')),

  listStyleType: inherited<'none' | 'disc' | 'circle' | 'square' | 'decimal' | 'circled-decimal'>(
    'disc',
    words('none', 'disc', 'circle', 'square', 'decimal', 'circled-decimal'),
  ),
  breakBefore: local<'auto' | 'page' | 'avoid'>('auto', words('auto', 'page', 'avoid')),
  breakAfter: local<'auto' | 'page' | 'avoid'>('auto', words('auto', 'page', 'avoid')),
  breakInside: local<'auto' | 'avoid'>('auto', words('auto', 'avoid')),
  orphans: inherited<number>(2, (value) => fixed(readInteger(value, 1))),
  widows: inherited<number>(2, (value) => fixed(readInteger(value, 1))),
  /** `absolute` is placed from the edges of the page, on the page where the box would have stood. */
  position: local<'static' | 'absolute'>('static', words('static', 'absolute')),
  top: local<LengthPercentage | 'auto'>('auto', orAuto(signedLengthPercentage)),
  right: local<LengthPercentage | 'auto'>('auto', orAuto(signedLengthPercentage)),
  bottom: local<LengthPercentage | 'auto'>('auto', orAuto(signedLengthPercentage)),
  left: local<LengthPercentage | 'auto'>('auto', orAuto(signedLengthPercentage)),
  /** `string-set: NAME content()` (CSS GCPM 3 §1.1): remembers the element's text for `string(NAME)` in margin boxes. */
  stringSet: local<string | 'none'>('none', readStringSet),
};

export type PropertyName = keyof typeof PROPERTIES;

function readFamilies(value: Value, { families }: Environment): Specified<readonly string[]> {
  const chosen: string[] = [];
  do {
    const token = value.next();
    const parts = token.kind === 'string' ? [token.value] : token.kind === 'word' ? [token.text] : [];
    while (token.kind === 'word' && value.peek()?.kind === 'word') parts.push(value.next().text);
    const name = parts.join(' ');
    const family = families.find((known) => known.toLowerCase() === name.toLowerCase());
    if (family === undefined) {
      throw new CssFault(
        'unknown-font-family',
        {
          ja: `フォント「${name || token.text}」はありません。`,
          en: `There is no font family "${name || token.text}".`,
        },
        oneOf(name, families),
        token.offset,
      );
    }
    chosen.push(family);
    if (value.done) return fixed(chosen);
  } while (value.next().kind === 'comma');
  throw new CssFault(
    'bad-value',
    { ja: 'フォント名のあいだに「,」がありません。', en: 'A comma is missing between font families.' },
    { ja: '"BIZ UDPGothic", "Noto Sans JP" のように書いてください。', en: 'Separate the names with commas.' },
  );
}

function readFontSize(value: Value): Specified<Length> {
  const token = value.peek();
  const size = readLength(value, { percentage: true });
  if ((size.unit === 'absolute' ? size.length : size.value) > 0) return fontSizeFrom(size);
  throw new CssFault(
    'bad-value',
    { ja: '文字の大きさを 0 にはできません。', en: 'A font size may not be zero.' },
    {
      ja: '消したい文字は、テンプレートから取ってください。',
      en: 'Take the text out of the template instead.',
    },
    token?.offset,
  );
}

function readEmPart(value: Value): Specified<number> {
  const token = value.next();
  if (token.kind === 'number' && token.value >= 0 && token.value <= 1) return fixed(token.value);
  throw unexpectedValue(token, ['auto', '0.125', '0.25']);
}

function readWeight(value: Value): Specified<400 | 700> {
  const token = value.next();
  const text = token.kind === 'word' || token.kind === 'number' ? token.text.toLowerCase() : '';
  if (Object.hasOwn(WEIGHTS, text)) return fixed(WEIGHTS[text as keyof typeof WEIGHTS]);
  throw unexpectedValue(token, ['normal', 'bold', '400', '700']);
}

function readLineHeight(value: Value): Specified<{ readonly factor: number } | { readonly length: Length }> {
  const token = value.peek();
  if (value.word('normal') !== undefined) return fixed(PROPERTIES.lineHeight.initial);
  if (token?.kind === 'number' && token.value > 0 && token.value < 100) {
    value.next();
    return fixed({ factor: token.value });
  }
  const specified = lengthFrom(readLength(value, { percentage: true }));
  return specified.kind === 'fixed'
    ? fixed({ length: specified.value })
    : { kind: 'line-height', length: specified };
}

function readAlign(value: Value): Specified<'start' | 'center' | 'end' | 'justify'> {
  const names = Object.keys(ALIGN) as (keyof typeof ALIGN)[];
  return fixed(ALIGN[readWord(value, names)]);
}

function readStringSet(value: Value): Specified<string> {
  if (value.word('none') !== undefined) return fixed('none');
  const name = value.next();
  if (name.kind !== 'word') throw unexpectedValue(name, ['NAME content()']);
  const content = value.next();
  if (
    content.kind !== 'function' ||
    content.name.toLowerCase() !== 'content' ||
    content.arguments.length > 0
  ) {
    throw unexpectedValue({ ...content, kind: 'word' }, ['content()']);
  }
  return fixed(name.text);
}
