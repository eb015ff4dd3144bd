/** Takes the clusters of a line as they are placed, gives what the inline boxes around them leave: decorations and link areas. */

import { type Length, scale } from '../../../units.js';
import type { InlineBox } from '../../style/box.js';
import type { Item, LinkArea } from '../block.js';
import { decorateBox } from '../decorate-box.js';
import { insetsOf } from '../used-lengths.js';
import { ABOVE_BASELINE, BELOW_BASELINE } from './em-box.js';
import type { Cluster } from './paragraph.js';

/** The border box of the part of an inline box that stands on this line. */
interface Trace {
  left: Length;
  right: Length;
  /** Of its content. */
  top: Length;
  bottom: Length;
}

export function inlineTraces() {
  const traces = new Map<InlineBox, Trace>();
  return {
    /** The cluster's room is from `left` to `right`; `object` says how an object stands on the baseline. */
    add(
      { piece, start }: Cluster,
      next: Cluster | undefined,
      left: Length,
      right: Length,
      baseline: Length,
      object: { readonly above: Length; readonly height: Length } | undefined,
    ): void {
      if (piece.enclosing.length === 0) return;
      const size = piece.style.fontSize;
      const top = baseline - (object?.above ?? scale(size, ABOVE_BASELINE) + piece.rise);
      const bottom =
        object === undefined ? baseline - piece.rise + scale(size, BELOW_BASELINE) : top + object.height;
      for (const box of piece.enclosing) {
        const known = traces.get(box);
        if (known === undefined) traces.set(box, { left, right, top, bottom });
        else {
          known.right = right;
          known.top = Math.min(known.top, top);
          known.bottom = Math.max(known.bottom, bottom);
        }
      }
      if (start === piece.start) {
        let x = left;
        for (const { box, margin, inset } of piece.opening) {
          x += margin;
          const trace = traces.get(box);
          if (trace !== undefined) trace.left = x;
          x += inset;
        }
      }
      if (next?.piece !== piece) {
        let x = right;
        for (const { box, margin, inset } of piece.closing.toReversed()) {
          x -= margin;
          const trace = traces.get(box);
          if (trace !== undefined) trace.right = x;
          x -= inset;
        }
      }
    },

    /** Outermost first. Vertical padding and borders reach over the neighbouring lines, as in CSS 2.2 §10.6.1. */
    decorations(available: Length): readonly Item[] {
      return [...traces].flatMap(([{ style }, { left, right, top, bottom }]) => {
        const insets = insetsOf(style, available);
        return decorateBox(style, right - left, bottom - top + insets.top + insets.bottom).map((item) => ({
          ...item,
          x: item.x + left,
          y: item.y + top - insets.top,
        }));
      });
    },

    links(): readonly LinkArea[] {
      return [...traces].flatMap(([{ href, role }, { left, right, top, bottom }]) =>
        href === undefined
          ? []
          : [{ x: left, y: top, width: right - left, height: bottom - top, href, role }],
      );
    },
  };
}
