/**
 * Takes Lengths and colours, gives the operands of PDF operators (ISO 32000-1 §7.3.3, §8.6).
 *
 * Positions are counted in whole thousandths of a point (0.35 µm): sums and differences of what is written are exact, so
 * neither boxes nor text drift, and the same page has the same digits everywhere.
 */

import type { Length } from '../../units.js';
import { toPt } from '../../units.js';
import type { Color } from '../style/style.js';

/** Thousandths of a point. */
export type Milli = number & { readonly flavour?: 'milli' };

export const milli = (length: Length): Milli => Math.round(toPt(length) * 1000);

/** `.001` to `.999` without zeros behind; nothing for 0. Numbers are much of a page: joined from two lists they are made in half the time. */
const THOUSANDTHS = Array.from({ length: 1000 }, (_, rest) => String(rest / 1000).slice(1));

/** Never an exponent. */
export function operand(value: Milli): string {
  if (value < 0) return `-${operand(-value)}`;
  const whole = Math.floor(value / 1000);
  return whole + (THOUSANDTHS[value - whole * 1000] ?? '');
}

/** The operators that set a colour, for filling (`g`, `rg`) or stroking (`G`, `RG`). Greys stay grey: printers use black ink. */
export function colorOperator(color: Color, painting: 'fill' | 'stroke'): string {
  const red = channel(color, 1);
  const green = channel(color, 3);
  const blue = channel(color, 5);
  const grey = red === green && green === blue;
  const operator = painting === 'fill' ? (grey ? 'g' : 'rg') : grey ? 'G' : 'RG';
  return grey ? `${red} ${operator}` : `${red} ${green} ${blue} ${operator}`;
}

/** Three decimals tell all 256 levels apart. */
const channel = (color: Color, at: number): string =>
  operand(Math.round((Number.parseInt(color.slice(at, at + 2), 16) * 1000) / 255));
