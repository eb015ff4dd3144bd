/** Takes a box and where it stands, gives the Problems of what cannot be drawn as its style says. */

import type { SourcePlace } from '../../problem.js';
import type { Length } from '../../units.js';
import type { Style } from '../style/style.js';
import { canRound } from './decorate-box.js';
import { fits } from './fits.js';
import type { Part } from './fragment.js';
import { cannotLayOut, widerThanContainer } from './misfits.js';
import { type Across, resolveMargin } from './used-lengths.js';

interface PlacedStyle {
  readonly style: Style;
  readonly place: SourcePlace;
}

export function checkBox(
  { style, place }: PlacedStyle,
  containing: Length,
  { x, width }: Across,
): readonly Part[] {
  const parts: Part[] = [];
  // A negative margin on the right is the author's wish to stand out there.
  const room = containing - x - Math.min(resolveMargin(style.marginRight, containing), 0);
  if (!fits(width, room)) parts.push({ kind: 'problem', problem: widerThanContainer(width, room, place) });
  return [...parts, ...checkRounding({ style, place })];
}

export function checkRounding({ style, place }: PlacedStyle): readonly Part[] {
  return canRound(style) ? [] : [{ kind: 'problem', problem: unroundable(place) }];
}

function unroundable(place: SourcePlace) {
  return cannotLayOut(
    'layout/border-radius',
    [
      '四辺の罫線がそろっていないため、角を丸くできません。',
      '四辺を同じ太さ・同じ色の実線（solid）にするか、罫線をなくすか、border-radius を 0 にしてください。',
    ],
    [
      'Corners cannot be rounded where the four borders differ or are not solid.',
      'Make the four borders one solid line, leave them out, or set border-radius to 0.',
    ],
    place,
  );
}
