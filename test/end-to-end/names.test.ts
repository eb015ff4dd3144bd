import { beforeAll, describe, expect, test } from 'vitest';
import type { CustomerRead } from '../../src/office/customers/customer-read.js';
import { createPipeline } from '../../src/pipeline.js';
import { type Problem, ProblemError, type RecordPlace } from '../../src/problem.js';
import { csv, customerFile, readAll } from '../office/customers/customer-files.js';
import { ISSUE_DATE, readSheet, type SheetFile } from './sheets.js';

const pipeline = createPipeline({ issueDate: ISSUE_DATE });

const codePoints = (text: string): readonly string[] =>
  [...text].map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');

describe('a name and an address in rare kanji come back from the PDF, code point for code point', () => {
  const NAME = '髙橋　𠮷﨑葛\u{E0100}';
  // Compatibility ideographs (never normalised), planes 2 and 3, variation sequences, and what only the last font has.
  const ADDRESS1 = '山梨県南巨摩郡富士川町神\uFA10\uFA19塚𡈽辻\u{E0100}祇\u{E0100}0番地';
  const ADDRESS2 = '字槗𠀋𪚲葛\u{E0101}';
  const BUILDING = 'メゾン髙﨑\uFA11栁か゚101号';
  const HEADINGS =
    'お客様番号,氏名,郵便番号,住所1,住所2,建物名,メールアドレス,差出人名,接続方法,利用端末,交付方法';
  const values = `K-1,${NAME},400-0505,${ADDRESS1},${ADDRESS2},${BUILDING},yt@cvk.ne.jp,${NAME},IMAP,1台,郵送`;

  let sheet: SheetFile;
  beforeAll(async () => {
    const [read] = await readAll(customerFile('rare.csv', `${HEADINGS}\r\n${values}\r\n`));
    if (read?.customer === undefined) throw new ProblemError(read?.problems ?? []);
    expect(read.customer.name).toBe(NAME);
    sheet = await readSheet(pipeline.render(read.customer));
  });

  test('in the address window', () => {
    const window = [ADDRESS1, ADDRESS2, BUILDING, `${NAME}様`].map(withoutSpace).join('');
    const start = sheet.text.indexOf('山梨県');
    expect(codePoints(sheet.text.slice(start, start + window.length))).toEqual(codePoints(window));
  });

  test('in the settings card', () => {
    const [, printed = ''] = /A1名前（差出人名）(.*?)自由に/.exec(sheet.text) ?? [];
    expect(codePoints(printed)).toEqual(codePoints(withoutSpace(NAME)));
  });
});

interface Refusal {
  readonly code: string;
  readonly place: RecordPlace;
  readonly problem: Problem;
}

const sound = (id: string, name: string): string => `${id},${name},${id.toLowerCase()}@cvk.ne.jp,IMAP,1台,`;

/** What reading and checking refuse, as the commands do it. */
function refusalsOf({ customer, problems }: CustomerRead): readonly Refusal[] {
  const all = customer === undefined ? problems : [...problems, ...pipeline.check(customer)];
  return all.flatMap((problem) =>
    problem.severity === 'error' && problem.place?.kind === 'record'
      ? [{ code: problem.code, place: problem.place, problem }]
      : [],
  );
}

describe('a name that no sheet can show is refused, and the other sheets of the file are made', () => {
  const BAD = [
    ['a private-use character', '山田\uE000郎', 'U+E000', 'V05'],
    ['what is left of a character that could not be read', '山\uFFFD太郎', 'U+FFFD', 'V05'],
    ['an unassigned character', '山田\u0378郎', 'U+0378', 'V04'],
    ['an unassigned character of plane 3', '山田\u{3FFFD}郎', 'U+3FFFD', 'V04'],
    ['a kanji that no font has', '山田\u{31350}郎', 'U+31350', 'V04'],
    ['a variation that no font has', '山田辻\u{E01EF}', 'U+8FBB U+E01EF', 'V04'],
    ['a noncharacter', '山田\uFDD0郎', 'U+FDD0', 'V04'],
  ] as const;

  let reads: readonly CustomerRead[];
  beforeAll(async () => {
    const lines = BAD.flatMap(([, name], index) => [
      sound(`B-${index}`, name),
      sound(`G-${index}`, '山田　太郎'),
    ]);
    reads = await readAll(customerFile('refused.csv', csv(...lines)));
    expect(reads).toHaveLength(2 * BAD.length);
  });

  test.each(BAD.map(([what, , character, code], index) => [what, character, code, index] as const))(
    '%s: %s names row, field and code point (%s)',
    (_, character, code, index) => {
      const read = reads[2 * index];
      const [refusal, ...others] = read === undefined ? [] : refusalsOf(read);
      expect(others).toEqual([]);
      expect(refusal?.code).toBe(code);
      expect(refusal?.place).toMatchObject({ row: 2 + 2 * index, field: 'name', customerId: `B-${index}` });
      for (const language of ['ja', 'en'] as const) {
        expect(refusal?.problem.message[language]).toContain(character);
        expect(refusal?.problem.hint?.[language]).toMatch(/./);
      }
      expect(refusal?.problem.message.ja).toMatch(/氏名|氏　名/);
    },
  );

  test('every sheet between them is made', () => {
    const made = reads.flatMap((read) =>
      refusalsOf(read).length === 0 && read.customer !== undefined ? [pipeline.render(read.customer)] : [],
    );
    expect(made).toHaveLength(BAD.length);
    for (const bytes of made) expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-');
  });

  test('a lone surrogate, which only JSON can hold, too', async () => {
    const record = (id: string, name: string) => ({
      お客様番号: id,
      氏名: name,
      メールアドレス: `${id.toLowerCase()}@cvk.ne.jp`,
      接続方法: 'IMAP',
      利用端末: '1台',
    });
    const json = JSON.stringify([record('B-1', '山田\uD842郎'), record('G-1', '山田　太郎')]);
    expect(json).toContain('\\ud842');
    const [bad, good] = await readAll(customerFile('surrogate.json', json));
    const [refusal] = bad === undefined ? [] : refusalsOf(bad);
    expect(refusal?.code).toBe('V05');
    expect(refusal?.place).toMatchObject({ field: 'name', customerId: 'B-1' });
    expect(refusal?.problem.message.ja).toContain('U+D842');
    expect(good && refusalsOf(good)).toEqual([]);
    expect(good?.customer && pipeline.render(good.customer).length).toBeGreaterThan(10_000);
  });
});

describe('half-width kana, decomposed kana and full-width addresses are set right on the way in', () => {
  test.each([
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ　タロウ'],
    ['か\u3099わ　さき', 'がわ　さき'],
    ['塚\uFA10　神\uFA19', '塚\uFA10　神\uFA19'],
  ])('%s is printed as %s', async (typed, printed) => {
    const [read] = await readAll(customerFile('kana.csv', csv(sound('K-1', typed))));
    if (read?.customer === undefined) throw new ProblemError(read?.problems ?? []);
    const { text } = await readSheet(pipeline.render(read.customer));
    const [, window = ''] = /^(.*?)様お客様番号/.exec(text) ?? [];
    expect(codePoints(window)).toEqual(codePoints(withoutSpace(printed)));
  });
});
