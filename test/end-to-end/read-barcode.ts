/** Takes a drawn page, gives the customer barcodes on it as a sorting machine reads them: bars, codes, check digit. */

import { sure } from '../../src/problem.js';
import type { Box, DrawnPage, DrawnPath } from './drawn-page.js';

const MM = 72 / 25.4;

/** Japan Post's table, bars from left to right: 1 long, 2 upper, 3 lower semi-long, 4 timing. The value is the position. */
const CODES: readonly (readonly [bars: string, code: string])[] = [
  ['144', '0'],
  ['114', '1'],
  ['132', '2'],
  ['312', '3'],
  ['123', '4'],
  ['141', '5'],
  ['321', '6'],
  ['213', '7'],
  ['231', '8'],
  ['411', '9'],
  ['414', '-'],
  ['324', 'CC1'],
  ['342', 'CC2'],
  ['234', 'CC3'],
  ['432', 'CC4'],
  ['243', 'CC5'],
  ['423', 'CC6'],
  ['441', 'CC7'],
  ['111', 'CC8'],
];

export interface ReadBarcode {
  /** Points from the page's lower left. */
  readonly box: Box;
  readonly points: number;
  /** What the 20 codes say, letters put together, without fillers. */
  readonly text: string;
  readonly check: string;
}

/** Throws where a row of bars is none of Japan Post's, in shape, pitch, table or check digit. */
export function readBarcodes({ paths }: DrawnPage): readonly ReadBarcode[] {
  return paths.filter((path) => path.kind === 'fill' && rectangles(path).length === 67).map(readBarcode);
}

function readBarcode(path: DrawnPath): ReadBarcode {
  if (path.color !== '#000000') throw new Error(`bars in ${path.color}`);
  const bars = rectangles(path).toSorted((one, other) => one.left - other.left);
  const { box } = path;
  const pitch = (sure(bars.at(-1), 'bar').left - box.left) / 66;
  const points = pitch / (0.12 * MM);
  const states = bars.map((bar, index) => {
    near(bar.left - box.left, index * pitch, 'pitch');
    near(bar.right - bar.left, 0.06 * points * MM, 'width of a bar');
    const up = near(bar.top - box.bottom, [0.36, 0.24].map(inPoints), 'top') === 0;
    const down = near(bar.bottom - box.bottom, [0, 0.12].map(inPoints), 'foot') === 0;
    return up ? (down ? '1' : '2') : down ? '3' : '4';
  });
  return { box, points, ...decode(states.join('')) };

  function inPoints(extent: number): number {
    return extent * points * MM;
  }
}

function decode(states: string): { readonly text: string; readonly check: string } {
  if (!states.startsWith('13') || !states.endsWith('31')) throw new Error(`no start or stop: ${states}`);
  const values = Array.from({ length: 21 }, (_, at) => {
    const bars = states.slice(2 + 3 * at, 5 + 3 * at);
    const value = CODES.findIndex(([each]) => each === bars);
    if (value < 0) throw new Error(`no code: ${bars}`);
    return value;
  });
  if (values.reduce((sum, value) => sum + value, 0) % 19 !== 0)
    throw new Error(`wrong check digit: ${states}`);
  const codes = values.map((value) => sure(CODES[value], 'code')[1]);
  const text = codes
    .slice(0, 20)
    .join(' ')
    .replaceAll(/CC([123]) (\d)/g, (_, third, digit) =>
      String.fromCharCode(65 + (Number(third) - 1) * 10 + Number(digit)),
    )
    .replaceAll(' ', '')
    .replace(/(?:CC4)+$/, '');
  return { text, check: sure(codes[20], 'check digit') };
}

/** Which of the possible lengths it is: within what a printer of 600 dots an inch can show. */
function near(found: number, possible: number | readonly number[], what: string): number {
  const index = [possible].flat().findIndex((each) => Math.abs(found - each) < 0.06);
  if (index < 0) throw new Error(`${what}: ${found}, not ${possible}`);
  return index;
}

/** Each of a path's rectangles; none where it holds anything else. */
function rectangles({ segments }: DrawnPath): readonly Box[] {
  const found: Box[] = [];
  let points: (readonly [number, number])[] = [];
  for (let at = 0; at < segments.length; ) {
    const operator = segments[at];
    if (operator === 2) return [];
    if (operator === 4) {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      found.push({
        left: Math.min(...xs),
        right: Math.max(...xs),
        bottom: Math.min(...ys),
        top: Math.max(...ys),
      });
      points = [];
      at += 1;
    } else {
      if (operator === 0) points = [];
      points.push([sure(segments[at + 1], 'x'), sure(segments[at + 2], 'y')]);
      at += 3;
    }
  }
  return found;
}
