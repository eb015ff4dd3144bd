/** One row of a table, before its cells have meaning: what CSV, TSV and Excel hand on alike. */

import type { Problem } from '../../problem.js';

export interface TableRow {
  /** As Excel shows it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What the form of the file has to say about this row. */
  readonly problems?: readonly Problem[];
  /** The same about single cells, by their index: whoever knows the headings names the column. */
  readonly cellProblems?: readonly (readonly [cell: number, problem: Problem])[];
}

export interface Table {
  /** The name of the worksheet; absent for text files. */
  readonly sheet?: string;
  /** Cells stand in a grid, so that no row can be shifted by a missing or surplus separator. */
  readonly grid: boolean;
  /** What there is to say about the file as a whole. */
  readonly notices: readonly Problem[];
  readonly rows: AsyncIterable<TableRow>;
}
