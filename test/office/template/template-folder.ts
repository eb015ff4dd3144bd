/** Template folders made for one test, and sheets small enough to read, to print with them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Customer } from '../../../src/office/customers/customer.js';
import { parseFacts } from '../../../src/office/sheet/facts.js';
import type { FactDecision, SettingsRow, Sheet } from '../../../src/office/sheet/sheet.js';
import { loadTemplate } from '../../../src/office/template/load-template.js';
import { parseTemplate } from '../../../src/office/template/parse-template.js';
import type { Template } from '../../../src/office/template/template.js';
import { type Problem, ProblemError } from '../../../src/problem.js';
import { PROVIDER } from '../sheet/provider-for-tests.js';

const FACTS = `
rules: {}
facts:
  - { id: F1, kind: info, summary: one }
  - { id: F2, kind: info, summary: two }
  - { id: F3, kind: setting, row: mail-address, summary: three }
`;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** An empty folder, gone when the tests are. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annai-template-'));
  made.push(folder);
  return folder;
}

/** Writes a folder with these files; facts.yaml, template.yaml and style.css are there unless given. */
export function templateFolder(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  const all = {
    'facts.yaml': FACTS,
    'template.yaml': 'title: 見本\nrevision: "7"\n',
    'style.css': 'p { color: #000000; }\n',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export const loadFrom = (folder: string): Template =>
  loadTemplate(folder, (sources) => parseTemplate(sources, parseFacts));

export const templateOf = (main: string, partials: Readonly<Record<string, string>> = {}): Template =>
  loadFrom(
    templateFolder({
      'sheet.hbs': main,
      ...Object.fromEntries(Object.entries(partials).map(([name, text]) => [`partials/${name}.hbs`, text])),
    }),
  );

const CUSTOMER: Customer = {
  customerId: '00012345',
  name: '甲斐　花子',
  honorific: '様',
  mailAddress: 'kai.hanako@cvk.ne.jp',
  connection: 'POP',
  devices: 'single',
  deviceList: [],
  leaveOnServer: 'keep',
  deliveryMethod: 'counter',
  largePrint: false,
  shared: false,
  place: { kind: 'record' },
};

export const decision = (id: string, printed = true): FactDecision => ({
  id,
  printed,
  because: { ja: '', en: '' },
  origin: 'handout',
  summary: '',
});

export const addressRow: SettingsRow = {
  code: 'A2',
  key: 'mail-address',
  item: 'メールアドレス',
  value: CUSTOMER.mailAddress,
  form: 'identifier',
  facts: ['F3'],
};

export const sheetOf = (parts: Partial<Sheet> = {}, customer: Partial<Customer> = {}): Sheet => ({
  customer: { ...CUSTOMER, ...customer },
  provider: PROVIDER,
  kind: 'PSK',
  edition: 'normal',
  issueDate: '2026-11-23',
  issueDateText: '2026年11月23日',
  templateRevision: '7',
  controlNumber: 'K-0001',
  settings: [],
  decisions: [],
  facts: new Set((parts.decisions ?? []).filter(({ printed }) => printed).map(({ id }) => id)),
  readingAids: [],
  legend: [],
  quotaMB: 100,
  extraNotes: [],
  ...parts,
});

/** The problems that a call refuses with; fails where it does not refuse. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  throw new Error('expected a refusal');
}

/** `code file:line:column`, the file without its folder. */
export const inShort = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, place }) => {
    const file =
      place && 'file' in place ? (place.file?.replace(/^.*\/annai-template-[^/]+\/?/, '') ?? '') : '';
    return place?.kind === 'source' ? `${code} ${file}:${place.line}:${place.column}` : `${code} ${file}`;
  });
