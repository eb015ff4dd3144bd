/** What a batch left in its folder, record by record: the manifest (JSON and CSV). No name, address or password is in it. */

import * as v from 'valibot';
import type { RecordResult } from './batch-result.js';
import { excelHead, excelLine } from './excel-csv.js';

const EntrySchema = v.strictObject({
  row: v.number(),
  customerId: v.exactOptional(v.string()),
  status: v.picklist(['made', 'not-made']),
  kind: v.exactOptional(v.picklist(['PSK', 'PSD', 'PSN', 'PMK', 'PMD', 'PMN', 'IS', 'IM', 'U'])),
  controlNumber: v.exactOptional(v.string()),
  pages: v.exactOptional(v.number()),
  /** The name in the manifest's folder. */
  file: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9A-Za-z][0-9A-Za-z_-]*\.pdf$/))),
  /** Of the file's bytes. */
  sha256: v.exactOptional(v.string()),
  /** Of everything that the sheet was made from but a password; absent where one was printed. */
  source: v.exactOptional(v.string()),
  /** Codes alone: their messages hold what was typed. */
  problems: v.array(v.string()),
});

export type ManifestEntry = Readonly<v.InferOutput<typeof EntrySchema>>;

export const MANIFEST_JSON = 'annai-manifest.json';
export const MANIFEST_CSV = 'annai-manifest.csv';

const ManifestSchema = v.strictObject({
  annai: v.literal('manifest'),
  version: v.literal(1),
  records: v.array(EntrySchema),
});

export function entryOf(
  { row, customerId, status, kind, controlNumber, pages, problems }: RecordResult,
  made: Pick<ManifestEntry, 'file' | 'sha256' | 'source'> = {},
): ManifestEntry {
  return {
    row,
    ...(customerId !== undefined && { customerId }),
    status,
    ...(kind !== undefined && { kind }),
    ...(controlNumber !== undefined && { controlNumber }),
    ...(pages !== undefined && { pages }),
    ...made,
    problems: problems.map(({ code }) => code),
  };
}

/** How the manifest is written, entry by entry. */
export interface ManifestForm {
  /** What every file of the form begins with. */
  readonly beginning: string;
  readonly head: string;
  readonly line: (entry: ManifestEntry) => string;
  readonly between: string;
  readonly end: string;
}

export const manifestJson: ManifestForm = {
  beginning: '{"annai":"manifest"',
  head: '{"annai":"manifest","version":1,"records":[',
  line: (entry) => `\n${JSON.stringify(entry)}`,
  between: ',',
  end: '\n]}\n',
};

/** Undefined for what is no manifest of this version. */
export function parseManifest(text: string): readonly ManifestEntry[] | undefined {
  const parsed = v.safeParse(ManifestSchema, parsedJson(text));
  return parsed.success ? parsed.output.records : undefined;
}

export function parseEntry(line: string): ManifestEntry | undefined {
  const parsed = v.safeParse(EntrySchema, parsedJson(line));
  return parsed.success ? parsed.output : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A line that was being written when the power went.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const COLUMNS = ['行', 'お客様番号', '結果', 'ファイル', 'ページ数', '管理番号', 'SHA-256', '問題'];

export const manifestCsv: ManifestForm = {
  beginning: '\uFEFF"annaiの記録"',
  head: excelHead(['annaiの記録', ...COLUMNS]),
  line: (entry) =>
    excelLine([
      '',
      String(entry.row),
      entry.customerId ?? '',
      entry.status === 'made' ? '作成' : '作成できず',
      entry.file ?? '',
      String(entry.pages ?? ''),
      entry.controlNumber ?? '',
      entry.sha256 ?? '',
      entry.problems.join(' '),
    ]),
  between: '',
  end: '',
};
