/** Takes a line and column of a sheet's HTML, gives the place in the template's source that wrote it. */

import type { SourcePlace } from '../../problem.js';
import type { Sheet } from '../sheet/sheet.js';
import { MARK, type MarkedText } from './compile-template.js';
import { createPrintRecord } from './print-record.js';
import type { Template } from './template.js';
import { viewOf } from './view.js';

/** Prints the sheet a second time, with marks: use it only where there is an error to place. Lines and columns count from 1. */
export function locate(
  sheet: Sheet,
  template: Template,
  line: number,
  column: number,
): SourcePlace | undefined {
  const hooks = createPrintRecord(sheet.facts).hooks;
  const marked = template.compiled.printMarked(viewOf(sheet), hooks);
  return placeInMarked(marked, line, column);
}

function placeInMarked({ text, marks }: MarkedText, line: number, column: number): SourcePlace | undefined {
  let outputLine = 1;
  let outputColumn = 1;
  let place: SourcePlace | undefined;
  let verbatim = false;
  // Odd parts are the numbers between two U+0000.
  for (const [index, part] of text.split(MARK).entries()) {
    if (index % 2 === 1) {
      const mark = marks[Number(part)];
      place = mark?.place;
      verbatim = mark?.verbatim ?? false;
      continue;
    }
    for (const character of part) {
      if (outputLine === line && outputColumn === column) return place;
      if (character === '\n') {
        outputLine += 1;
        outputColumn = 1;
        if (verbatim && place) place = { ...place, line: place.line + 1, column: 1 };
      } else {
        outputColumn += 1;
        if (verbatim && place) place = { ...place, column: place.column + 1 };
      }
    }
  }
  return undefined;
}
