/** Takes rows of cells, gives CSV or TSV as Excel writes it: quotation marks only where a cell needs them, lines end in CRLF. */

export const stringify = (rows: readonly (readonly string[])[], separator: ',' | '\t'): string =>
  rows.map((cells) => `${cells.map((cell) => quote(cell, separator)).join(separator)}\r\n`).join('');

const quote = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
