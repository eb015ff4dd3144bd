/** Takes a specified value, what surrounds the element, and what weaker declarations made of the property; gives its value. */

import { fontSize, type Length, scale } from '../../units.js';
import type { Context, RelativeLength, Specified, SpecifiedLength } from './specified.js';
import type { Border } from './value.js';

/** Whoever read the value saw to it that its kind is one of the property's. */
export function computeSpecified<C>(specified: Specified<C>, context: Context, before: C): C {
  switch (specified.kind) {
    case 'fixed':
      return specified.value;
    case 'length':
      return relativeLength(specified, context) as C;
    case 'font-size': {
      const { factor, of } = specified;
      return fontSize(scale(of === 'rem' ? context.rem : context.parent.fontSize, factor)) as C;
    }
    case 'line-height':
      return { length: relativeLength(specified.length, context) } as C;
    case 'border': {
      const { width, style, color } = specified;
      const border = before as Border;
      return {
        width: width === undefined ? border.width : lengthOf(width, context),
        style: style ?? border.style,
        color: color ?? border.color,
      } as C;
    }
    case 'inherit':
      return context.parent[specified.property] as C;
  }
}

const lengthOf = (specified: SpecifiedLength, context: Context): Length =>
  specified.kind === 'fixed' ? specified.value : relativeLength(specified, context);

const relativeLength = ({ factor, of }: RelativeLength, context: Context): Length =>
  scale(context[of], factor);
