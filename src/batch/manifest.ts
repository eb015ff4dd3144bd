/** What a batch left in its folder, record by record: the manifest (JSON and CSV). No name, address or password is in it. */

import * as v from 'valibot';
import type { RecordResult } from './batch-result.js';

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
export const JSON_BEGINNING = '{"annai":"manifest"';
export const CSV_BEGINNING = '\uFEFF"annaiの記録"';

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

export function manifestJson(records: readonly ManifestEntry[]): string {
  const lines = records.map((entry) => `\n${JSON.stringify(entry)}`);
  return `${JSON_BEGINNING},"version":1,"records":[${lines.join(',')}\n]}\n`;
}

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

/** For Excel: a customer number keeps its zeros by the apostrophe. */
export function manifestCsv(records: readonly ManifestEntry[]): string {
  const rows = records.map((entry) => [
    '',
    String(entry.row),
    asText(entry.customerId),
    entry.status === 'made' ? '作成' : '作成できず',
    asText(entry.file),
    String(entry.pages ?? ''),
    entry.controlNumber ?? '',
    asText(entry.sha256),
    entry.problems.join(' '),
  ]);
  const head = ['annaiの記録', ...COLUMNS];
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`).join('')}`;
}

const asText = (text = ''): string => (/^(?:-|\d)/.test(text) ? `'${text}` : text);
