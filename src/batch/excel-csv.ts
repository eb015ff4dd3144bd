/**
 * Takes the cells of a row, gives its line of a CSV file that Excel opens as it is meant: UTF-8 (with a byte order mark, which
 * `excelHead` sets before the headings), CRLF, and no cell that Excel would calculate or change.
 */

/** Excel calculates what begins so, in full width too; an apostrophe makes it text. A tab or line break at the start hides one. */
const FORMULA = /^[\s\u3000]*[=+\-@|%＝＋－＠]/;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** What Excel would change: zeros before a number, long numbers, exponents, and what it takes for a date (5-6, MAR-1, H30.1.5) or a time. */
const CHANGED = new RegExp(
  `^(?:${[
    '0\\d[\\d.,]*',
    '\\d{12,}',
    '\\d+(?:\\.\\d+)?e[+-]?\\d+',
    '\\d+[-/:年月][\\d/:年月日 .-]*',
    `(?:${MONTH})[a-z]*[-/. ]?\\d+`,
    '[mtshr]\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?',
  ].join('|')})$`,
  'i',
);

export const excelHead = (headings: readonly string[]): string => `\uFEFF${excelLine(headings)}`;

export function excelLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => {
    const plain = cell.replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
    const disarmed = FORMULA.test(plain) || CHANGED.test(plain) ? `'${plain}` : plain;
    return `"${disarmed.replaceAll('"', '""')}"`;
  });
  return `${safe.join(',')}\r\n`;
}
