import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../src/office/sheet/sheet.js';
import { createPipeline, SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { KINDS } from '../office/sheet/customer-for-tests.js';
import { FACT_PHRASES } from './fact-phrases.js';
import {
  COPIES,
  type Copy,
  fullRecord,
  ISSUE_DATE,
  minimumRecord,
  PERSONAL,
  readSheet,
  sheetFile,
} from './sheets.js';

/** facts.md §2, copied: fact → the personal kinds for which the handout's own condition is met. */
const TABLE: ReadonlyMap<string, readonly Kind[]> = new Map(
  readFileSync(new URL('../office/sheet/data/applicability.csv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^F\d/.test(line))
    .map((line) => {
      const [id = '', ...marks] = line.split(',');
      return [id, PERSONAL.filter((_, index) => marks[index] === '1')] as const;
    }),
);

/** The product rules of facts.md §3 that change what the table says, one by one. */
const PLAIN_PORTS = ['F39', 'F41', 'F43', 'F45'];
const RULES: readonly {
  readonly why: string;
  readonly facts: readonly string[];
  readonly kinds: readonly Kind[];
  readonly printed: boolean;
}[] = [
  { why: 'C1: no plain port without allowPlain', facts: PLAIN_PORTS, kinds: KINDS, printed: false },
  { why: 'the sample address is for the undecided', facts: ['F12'], kinds: PERSONAL, printed: false },
  { why: 'C10: the capacity binds every kind', facts: ['F30'], kinds: KINDS, printed: true },
  { why: 'C12: contradicts "the same method on all devices"', facts: ['F70'], kinds: ['IM'], printed: false },
];

const inTable = (id: string, kind: Kind): boolean => kind === 'U' || (TABLE.get(id) ?? []).includes(kind);

const mustPrint = (id: string, kind: Kind): boolean =>
  RULES.find(({ facts, kinds }) => facts.includes(id) && kinds.includes(kind))?.printed ?? inTable(id, kind);

const ids = [...TABLE.keys()];

const timesIn = (text: string, id: string): number =>
  [...text.matchAll(new RegExp(FACT_PHRASES[id] ?? /$^/, 'g'))].length;

/** Facts that share a phrase are of one effect: it stands where at least one of them does (C19). */
const sharing = (id: string): readonly string[] =>
  ids.filter((other) => FACT_PHRASES[other]?.source === FACT_PHRASES[id]?.source);

/** What stands in the text and should not, or should and does not, or stands there twice. */
const wrongFacts = (text: string, expected: (id: string) => boolean): readonly string[] =>
  ids.flatMap((id) => {
    const times = timesIn(text, id);
    return times === (sharing(id).some(expected) ? 1 : 0) ? [] : [`${id}: ${times} times`];
  });

const describeCopy = '$kind, $edition edition';

test('there are 102 facts, each with its phrase, and each phrase belongs to one fact or to those of one effect', () => {
  expect(ids).toEqual(Object.keys(FACT_PHRASES));
  expect(ids).toHaveLength(102);
  const shared = ids.map((id) => sharing(id).join(' ')).filter((group) => group.includes(' '));
  expect([...new Set(shared)]).toEqual([
    'F34 F47',
    'F35 F48',
    'F36 F49',
    'F81 F90',
    'F82 F91',
    'F83 F92',
    'F84 F94',
    'F85 F95',
  ]);
});

describe.each([
  ['a record with every field filled in', fullRecord],
  ['the least that a record may say', minimumRecord],
] as const)('%s', (_, record) => {
  test.each(COPIES)(
    `${describeCopy}: holds every fact that applies, once, and no other of the 102`,
    async (copy) => {
      const { text } = await sheetFile(copy, record);
      expect(wrongFacts(text, (id) => mustPrint(id, copy.kind))).toEqual([]);
    },
  );

  /** A value stands by itself: not inside a longer number, and not in the control number, which is drawn by lot. */
  const holdsNumber = (text: string, value: string): boolean => {
    const [, control = ''] = /管理番号(\w{3}-\w{3}-\w{3})/.exec(text) ?? [];
    return new RegExp(`(?<![\\d-])${value}(?![\\d-])`).test(text.replaceAll(control, ''));
  };
  const values = async (copy: Copy, sought: readonly string[]): Promise<readonly string[]> => {
    const { text } = await sheetFile(copy, record);
    return sought.filter((value) => (/\d/.test(value) ? holdsNumber(text, value) : text.includes(value)));
  };

  test.each(COPIES.filter(({ kind }) => kind.startsWith('P')))(
    `${describeCopy}: has no value of IMAP`,
    async (copy) => {
      expect(await values(copy, ['IMAP', '993', '143'])).toEqual([]);
      expect(await values(copy, ['POP', '995'])).toEqual(['POP', '995']);
    },
  );

  test.each(COPIES.filter(({ kind }) => kind.startsWith('I')))(
    `${describeCopy}: has no value of POP`,
    async (copy) => {
      expect(await values(copy, ['POP', '995', '110', '残す日数'])).toEqual([]);
      expect(await values(copy, ['IMAP', '993'])).toEqual(['IMAP', '993']);
    },
  );

  test.each(COPIES)(`${describeCopy}: has no plain port`, async (copy) => {
    expect(await values(copy, ['110', '143', '25', '465'])).toEqual([]);
  });
});

describe('with allowPlain and the endpoints for old equipment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annai-allow-plain-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SHIPPED_TEMPLATE, folder, { recursive: true });
  const profile = readFileSync(join(folder, 'provider.yaml'), 'utf8')
    .replaceAll('  # - { host', '  - { host')
    .replace('allowPlain: false', 'allowPlain: true');
  writeFileSync(join(folder, 'provider.yaml'), profile);
  const pipeline = createPipeline({ template: folder, issueDate: ISSUE_DATE, allowRisky: true });

  test.each(KINDS)('%s has its own plain ports, too, and no other fact more', async (kind) => {
    const { text } = await readSheet(pipeline.render(minimumRecord(kind)));
    const expected = (id: string): boolean =>
      PLAIN_PORTS.includes(id) ? inTable(id, kind) : mustPrint(id, kind);
    expect(wrongFacts(text, expected)).toEqual([]);
  });
});
