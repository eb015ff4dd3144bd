/** 10,000 characters of all kinds, to be justified. */

import { layoutInline } from '../../../../src/typesetting/layout/inline/layout-inline.js';
import { fixedContext } from './fixed-face.js';
import { EM, styled, text } from './inline-boxes.js';

const content =
  '吾輩は猫である。名前はまだ無い。どこで生れたか（とんと）見当が12つかぬ。Windows 11とmail@example.jp。'
    .repeat(160)
    .slice(0, 10_000);
const style = styled({ textAlign: 'justify', textAutospace: 'normal', textSpacingTrim: 'trim-both' });
const context = fixedContext();

export const layOutLongParagraph = (): number =>
  layoutInline([text(content, style)], style, 40 * EM, context).length;
