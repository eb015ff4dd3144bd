/**
 * Takes painting steps one by one, gives a PDF content stream (ISO 32000-1 §8, §9, §14.6): remembers the graphics state,
 * so that nothing is set twice, and opens and closes text objects and marked content around what is painted.
 */

import type { Color } from '../style/style.js';
import { colorOperator, type Milli, operand } from './operands.js';

export type Dash = 'solid' | 'dashed' | 'dotted';

export class ContentWriter {
  readonly #lines: string[] = [];
  #inText = false;
  /** What the open marked content was opened for; undefined outside. */
  #marked: string | undefined;
  /** Where the current text line begins (operator Td), from the page's lower left. */
  #lineX: Milli = 0;
  #lineY: Milli = 0;
  #fill = '0 g';
  #stroke = '0 G';
  #font = '';
  #pen = '1 w';
  #dash = '[] 0 d 0 J';

  /** All that is painted from now on belongs to `key`, until the next call; `opening` gives the operator if that is new. */
  mark(key: string, opening: () => string): void {
    if (this.#marked === key) return;
    this.#closeMark();
    this.#lines.push(opening());
    this.#marked = key;
  }

  fillColor(color: Color): void {
    const operator = colorOperator(color, 'fill');
    if (operator === this.#fill) return;
    this.#lines.push(operator);
    this.#fill = operator;
  }

  strokeColor(color: Color): void {
    const operator = colorOperator(color, 'stroke');
    if (operator === this.#stroke) return;
    this.#lines.push(operator);
    this.#stroke = operator;
  }

  pen(width: Milli, dash: Dash): void {
    const pen = `${operand(width)} w`;
    if (pen !== this.#pen) this.#lines.push(pen);
    this.#pen = pen;
    const pattern = dashOperators(width, dash);
    if (pattern !== this.#dash) this.#lines.push(pattern);
    this.#dash = pattern;
  }

  /** Begins text at a point of the page, from its lower left. */
  textAt(x: Milli, y: Milli): void {
    if (!this.#inText) {
      this.#lines.push('BT');
      this.#inText = true;
      this.#lineX = 0;
      this.#lineY = 0;
    }
    this.#lines.push(`${operand(x - this.#lineX)} ${operand(y - this.#lineY)} Td`);
    this.#lineX = x;
    this.#lineY = y;
  }

  font(resource: string, size: Milli): void {
    const operator = `/${resource} ${operand(size)} Tf`;
    if (operator === this.#font) return;
    this.#lines.push(operator);
    this.#font = operator;
  }

  show(operator: string): void {
    this.#lines.push(operator);
  }

  /** Paths and pictures cannot stand inside a text object. */
  paint(operators: string): void {
    this.#closeText();
    this.#lines.push(operators);
  }

  end(): string {
    this.#closeMark();
    return this.#lines.join('\n');
  }

  #closeText(): void {
    if (this.#inText) this.#lines.push('ET');
    this.#inText = false;
  }

  #closeMark(): void {
    this.#closeText();
    if (this.#marked !== undefined) this.#lines.push('EMC');
    this.#marked = undefined;
  }
}

/** Dashes of three widths with gaps as long; dots are round and stand two widths apart (CSS Backgrounds 3 §4.2 leaves it open). */
function dashOperators(width: Milli, dash: Dash): string {
  if (dash === 'dashed') return `[${operand(width * 3)}] 0 d 0 J`;
  if (dash === 'dotted') return `[0 ${operand(width * 2)}] 0 d 1 J`;
  return '[] 0 d 0 J';
}
