/** Boxes for tests, without a style sheet: every property at its initial value unless said otherwise. */

import type {
  InlineBox,
  InlineLevelBox,
  ReplacedBox,
  RubyBox,
  TextBox,
} from '../../../../src/typesetting/style/box.js';
import type { Border, Style } from '../../../../src/typesetting/style/style.js';
import { pt } from '../../../../src/units.js';

export const EM = pt(10);
export const PLACE = { kind: 'source', file: 'test.html', line: 1, column: 1 } as const;

const noBorder: Border = { width: 0, style: 'none', color: '#000000' };

export const INITIAL: Style = {
  color: '#000000',
  fontFamily: ['fixed'],
  fontSize: EM,
  fontWeight: 400,
  lineHeight: { factor: 1.7 },
  textAlign: 'start',
  textIndent: 0,
  letterSpacing: 0,
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  lineBreak: 'strict',
  wordBreak: 'normal',
  textSpacingTrim: 'space-all',
  textAutospace: 'no-autospace',
  AnnaiSpacing: 'native',
  AnnaiAutospace: 'auto',
  AnnaiReduction: 'table-5',
  hangingPunctuation: 'none',
  textEmphasisStyle: 'none',
  textEmphasisColor: 'currentcolor',
  textEmphasisPosition: 'over',
  rubyMerge: 'separate',
  rubyOverhang: 'auto',
  textWrap: 'wrap',
  verticalAlign: 'baseline',
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
  paddingTop: 0,
  paddingRight: 0,
  paddingBottom: 0,
  paddingLeft: 0,
  borderTop: noBorder,
  borderRight: noBorder,
  borderBottom: noBorder,
  borderLeft: noBorder,
  borderRadius: 0,
  borderCollapse: 'separate',
  borderSpacing: 0,
  tableLayout: 'auto',
  backgroundColor: 'transparent',
  width: 'auto',
  height: 'auto',
  minHeight: 0,
  boxSizing: 'content-box',
  listStyleType: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  position: 'static',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  stringSet: 'none',
};

export const styled = (changes: Partial<Style> = {}): Style => ({ ...INITIAL, ...changes });

export const text = (content: string, style: Style = INITIAL, role = 0): TextBox => ({
  kind: 'text',
  text: content,
  style,
  role,
  place: PLACE,
});

export const inline = (
  children: readonly InlineLevelBox[],
  style: Style = INITIAL,
  extra: { readonly href?: string; readonly role?: number } = {},
): InlineBox => ({ kind: 'inline', children, style, role: 0, place: PLACE, ...extra });

export const ruby = (pairs: readonly (readonly [string, string])[], style: Style = INITIAL): RubyBox => ({
  kind: 'ruby',
  style,
  role: 1,
  place: PLACE,
  pairs: pairs.map(([base, reading]) => ({
    base: text(base, style, 2),
    reading: text(reading, { ...style, fontSize: style.fontSize / 2 }, 3),
  })),
});

export const replaced = (drawing: ReplacedBox['drawing'], style: Style = INITIAL): ReplacedBox => ({
  kind: 'replaced',
  drawing,
  style,
  role: 4,
  place: PLACE,
});
