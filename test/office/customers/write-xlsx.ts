/** Takes rows of cells, gives the bytes of an .xlsx file: a cell is text, or XML of its own for what Excel stores otherwise. */

import { strToU8, zipSync } from 'fflate';

export type SheetCell =
  | string
  | undefined
  /** A number with the index of one of `formats`. */
  | { readonly number: number; readonly format?: string }
  | { readonly error: string }
  | { readonly boolean: boolean }
  | { readonly xml: string };

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly state?: 'hidden';
  /** Rows, counted from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
}

export interface BookOptions {
  readonly epoch1904?: boolean;
  /** Text in the shared table, as Excel stores it, or in the cell, as other programs do. */
  readonly strings?: 'shared' | 'inline';
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escapeXml = (text: string): string =>
  text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function writeXlsx(sheets: readonly SheetContent[], options: BookOptions = {}): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const indexIn = (list: string[], value: string): number => {
    const at = list.indexOf(value);
    return at >= 0 ? at : list.push(value) - 1;
  };
  const cellXml = (cell: SheetCell, reference: string): string => {
    if (cell === undefined || cell === '') return '';
    if (typeof cell === 'string') {
      return options.strings === 'inline'
        ? `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
        : `<c r="${reference}" t="s"><v>${indexIn(strings, cell)}</v></c>`;
    }
    if ('xml' in cell) return cell.xml.replaceAll('REF', reference);
    if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
    if ('boolean' in cell) return `<c r="${reference}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
    const style = cell.format === undefined ? '' : ` s="${indexIn(formats, cell.format) + 1}"`;
    return `<c r="${reference}"${style}><v>${cell.number}</v></c>`;
  };
  const sheetXml = ({ rows, hiddenRows = [] }: SheetContent): string =>
    rows
      .map((cells, index) => {
        const row = index + 1;
        const inside = cells.map((cell, column) => cellXml(cell, columnName(column) + row)).join('');
        const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
        return inside === '' ? '' : `<row r="${row}"${hidden}>${inside}</row>`;
      })
      .join('');
  const worksheets = sheets.map(
    (sheet) => `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${sheetXml(sheet)}</sheetData></worksheet>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${options.epoch1904 === true ? '<workbookPr date1904="1"/>' : ''}<sheets>` +
      sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['rId91', 'sharedStrings', 'sharedStrings.xml'],
      ['rId92', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': styles(formats),
  };
  for (const [index, xml] of worksheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = xml;
  const parts = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1) });
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

const relations = (list: readonly (readonly [string, string, string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    type('workbook.xml', 'sheet.main') +
    Array.from({ length: sheets }, (_, index) => type(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join(
      '',
    ) +
    type('sharedStrings.xml', 'sharedStrings') +
    type('styles.xml', 'styles') +
    '</Types>'
  );
}

/** Format 0 is General; `id:14` names a built-in format by its number. */
function styles(formats: readonly string[]): string {
  const id = (format: string, index: number): number =>
    format.startsWith('id:') ? Number(format.slice(3)) : 164 + index;
  const custom = formats
    .map((format, index) =>
      format.startsWith('id:') ? '' : `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`,
    )
    .join('');
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">${custom === '' ? '' : `<numFmts>${custom}</numFmts>`}` +
    '<fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((format, index) => `<xf numFmtId="${id(format, index)}" applyNumberFormat="1"/>`).join('')}</cellXfs>` +
    '</styleSheet>'
  );
}
