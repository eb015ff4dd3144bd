/** What a compiled template calls while it prints: the sheet's own part in `{{#fact}}` and `{{#row}}`. */

import type { SourcePlace } from '../../problem.js';
import type { ViewRow } from './view.js';

export interface PrintHooks {
  /** Gives the body where one of the facts is printed on this sheet, else the empty text. */
  fact(ids: readonly string[], body: () => string, place: SourcePlace): string;
  /** Gives the body, which prints this row of the settings card. */
  row(row: ViewRow, body: () => string, place: SourcePlace): string;
}
