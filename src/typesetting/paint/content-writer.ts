/**
 * Takes painting steps one by one, gives a PDF content stream (ISO 32000-1 §8, §9, §14.6): remembers the graphics state,
 * so that nothing is set twice, and opens and closes text objects and marked content around what is painted.
 */

import type { Color } from '../style/style.js';
import { colorOperator, type Milli, operand } from './operands.js';

export type Dash = 'solid' | 'dashed' | 'dotted';

/** What is in force between two painting steps. */
export interface GraphicsState {
  readonly inText: boolean;
  /** What the open marked content was opened for; undefined outside. */
  readonly marked: string | undefined;
  /** Where the current text line begins (operator Td), from the page's lower left. */
  readonly lineX: Milli;
  readonly lineY: Milli;
  readonly fill: string;
  readonly stroke: string;
  readonly font: string;
  readonly pen: string;
  readonly dash: string;
}

const INITIAL: GraphicsState = {
  inText: false,
  marked: undefined,
  lineX: 0,
  lineY: 0,
  fill: '0 g',
  stroke: '0 G',
  font: '',
  pen: '1 w',
  dash: '[] 0 d 0 J',
};

export class ContentWriter {
  readonly #operators: string[] = [];
  readonly #state: { -readonly [Key in keyof GraphicsState]: GraphicsState[Key] } = { ...INITIAL };

  state(): GraphicsState {
    return { ...this.#state };
  }

  isIn(state: GraphicsState): boolean {
    const now = this.#state;
    return (
      now.marked === state.marked &&
      now.inText === state.inText &&
      now.font === state.font &&
      now.fill === state.fill &&
      now.lineX === state.lineX &&
      now.lineY === state.lineY &&
      now.stroke === state.stroke &&
      now.pen === state.pen &&
      now.dash === state.dash
    );
  }

  /** How many steps have been written. */
  get length(): number {
    return this.#operators.length;
  }

  /** What has been written since `length` was so. */
  since(length: number): string {
    return this.#operators.slice(length).join('\n');
  }

  /** Writes what was once written from the state that the writer is in; `after` is the state that it led to. */
  repeat(operators: string, after: GraphicsState): void {
    if (operators !== '') this.#operators.push(operators);
    Object.assign(this.#state, after);
  }

  isMarked(key: string): boolean {
    return this.#state.marked === key;
  }

  /** All that is painted from now on belongs to `key`, until the next call; `opening` is its operator. */
  mark(key: string, opening: string): void {
    this.#closeMark();
    this.#operators.push(opening);
    this.#state.marked = key;
  }

  fillColor(color: Color): void {
    const operator = colorOperator(color, 'fill');
    if (operator === this.#state.fill) return;
    this.#operators.push(operator);
    this.#state.fill = operator;
  }

  strokeColor(color: Color): void {
    const operator = colorOperator(color, 'stroke');
    if (operator === this.#state.stroke) return;
    this.#operators.push(operator);
    this.#state.stroke = operator;
  }

  pen(width: Milli, dash: Dash): void {
    const pen = `${operand(width)} w`;
    if (pen !== this.#state.pen) this.#operators.push(pen);
    this.#state.pen = pen;
    const pattern = dashOperators(width, dash);
    if (pattern !== this.#state.dash) this.#operators.push(pattern);
    this.#state.dash = pattern;
  }

  /** Begins text at a point of the page, from its lower left. */
  textAt(x: Milli, y: Milli): void {
    const state = this.#state;
    if (!state.inText) {
      this.#operators.push('BT');
      state.inText = true;
      state.lineX = 0;
      state.lineY = 0;
    }
    this.#operators.push(`${operand(x - state.lineX)} ${operand(y - state.lineY)} Td`);
    state.lineX = x;
    state.lineY = y;
  }

  font(resource: string, size: Milli): void {
    const operator = `/${resource} ${operand(size)} Tf`;
    if (operator === this.#state.font) return;
    this.#operators.push(operator);
    this.#state.font = operator;
  }

  show(operator: string): void {
    this.#operators.push(operator);
  }

  /** Paths and pictures cannot stand inside a text object. */
  paint(operators: string): void {
    this.#closeText();
    this.#operators.push(operators);
  }

  end(): string {
    this.#closeMark();
    return this.#operators.join('\n');
  }

  /** Where a text line began counts no longer, so that what follows is the same wherever it was. */
  #closeText(): void {
    if (this.#state.inText) this.#operators.push('ET');
    this.#state.inText = false;
    this.#state.lineX = 0;
    this.#state.lineY = 0;
  }

  #closeMark(): void {
    this.#closeText();
    if (this.#state.marked !== undefined) this.#operators.push('EMC');
    this.#state.marked = undefined;
  }
}

/** Dashes of three widths with gaps as long; dots are round and stand two widths apart (CSS Backgrounds 3 §4.2 leaves it open). */
function dashOperators(width: Milli, dash: Dash): string {
  if (dash === 'dashed') return `[${operand(width * 3)}] 0 d 0 J`;
  if (dash === 'dotted') return `[0 ${operand(width * 2)}] 0 d 1 J`;
  return '[] 0 d 0 J';
}
