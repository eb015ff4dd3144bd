/** 10,000 characters of all kinds as one paragraph: what `npm run measure:composition` takes the time of. */

import type { InlineLine } from '../../../../src/typesetting/layout/inline/inline-line.js';
import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext } from './fixed-face.js';
import { EM, styled, text } from './inline-boxes.js';

export const LONG_TEXT =
  '吾輩は猫である。名前はまだ無い。どこで生れたか（とんと）見当が12つかぬ。Windows 11とmail@example.jp。'
    .repeat(160)
    .slice(0, 10_000);
export const MEASURE = 40 * EM;
const CONTEXT = fixedContext();

export function layOutLongParagraph(textAlign: Style['textAlign']): readonly InlineLine[] {
  const style = styled({ textAlign, textAutospace: 'normal', textSpacingTrim: 'trim-both' });
  return layoutInline([text(LONG_TEXT, style)], style, MEASURE, CONTEXT);
}
