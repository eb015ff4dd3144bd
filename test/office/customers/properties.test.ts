import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../../src/office/customers/fields.js';
import { customerFromFields } from '../../../src/office/customers/from-fields.js';
import { joinKana, joinSpaces, tidy } from '../../../src/office/customers/normalise-text.js';
import { parseJson } from '../../../src/office/customers/parse-json.js';
import { readField } from '../../../src/office/customers/read-field.js';
import { ProblemError } from '../../../src/problem.js';
import { customerFile, HEADINGS, readAll } from './customer-files.js';
import { stringify } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

/** Any UTF-16 text at all: lone surrogates, gaiji, unassigned numbers; and with weight what office files hold. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 10,
  }),
  fc.string({
    unit: fc.constantFrom(
      '髙',
      '﨑',
      '塚',
      '神',
      '\u{20BB7}',
      '\u{E0100}',
      'ｶ',
      'ﾞ',
      'ﾟ',
      'か',
      '\u3099',
      ' ',
      '\u3000',
      '\uFEFF',
      '\n',
      '?',
      'A',
      'Ａ',
    ),
    maxLength: 12,
  }),
);
const PLACE = { kind: 'record', row: 2 } as const;

describe('any text as a name', () => {
  it('survives code point for code point after the documented normalisation, or is a problem', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const { value, problems } = readField('name', typed, PLACE);
        if (value === undefined)
          expect(problems.some(({ severity }) => severity === 'error') || tidy(typed) === '').toBe(true);
        else {
          expect([...value]).toEqual([...joinSpaces(joinKana(tidy(typed)))]);
          const withoutKanaAndSpaces = (text: string) =>
            text.replace(/[\p{Zs}\s、。「」\u3041-\u30FF\u3099\u309A\uFF61-\uFF9F]/gu, '');
          expect(withoutKanaAndSpaces(value)).toBe(withoutKanaAndSpaces(typed));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of ideographs alone is not changed at all', () => {
    const ideograph = fc.oneof(
      fc.integer({ min: 0x4e00, max: 0x9fff }),
      fc.integer({ min: 0xf900, max: 0xfa6d }),
      fc.integer({ min: 0x20000, max: 0x2a6df }),
    );
    fc.assert(
      fc.property(fc.array(ideograph, { minLength: 1, maxLength: 40 }), (points) => {
        const name = String.fromCodePoint(...points);
        expect(readField('name', name, PLACE)).toEqual({ value: name, problems: [] });
      }),
    );
  });
});

it('reading is idempotent: what a field gives is read again as itself', () => {
  const strings = [
    'customerId',
    'name',
    'nameKana',
    'postalCode',
    'address1',
    'mailAddress',
    'mailUserName',
    'initialPassword',
    'senderName',
    'issueDate',
    'remarks',
    'plan',
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...strings), anyText, (field, typed) => {
      const { value } = readField(field, typed, PLACE);
      if (value !== undefined) expect(readField(field, value, PLACE).value).toBe(value);
    }),
    { numRuns: 3000 },
  );
});

it('any record at all gives a customer or an error, and shows no password', () => {
  const record = fc.dictionary(
    fc.oneof(fc.constantFrom(...fieldNames), fc.string({ maxLength: 5 })),
    anyText,
  );
  const password = fc.string({ unit: fc.constantFrom('ζ', '密', 'ｘ'), minLength: 6, maxLength: 20 });
  fc.assert(
    fc.property(record, password, (fields, secret) => {
      const { customer, problems } = customerFromFields({ ...fields, initialPassword: secret }, PLACE);
      expect(customer === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      expect(JSON.stringify(problems)).not.toContain(secret);
    }),
  );
});

describe('the same cells', () => {
  const cell = fc.string({
    unit: fc.constantFrom(
      '甲',
      '髙',
      '\u{20BB7}',
      'ｶﾞ',
      ',',
      '"',
      '\t',
      '\n',
      '\r\n',
      ' ',
      "'",
      '=',
      '0',
      'a',
      ';',
    ),
    maxLength: 8,
  });
  const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { minLength: 1, maxLength: 5 });
  const said = async (file: string) =>
    (await readAll(file)).map(({ row, customerId, customer, problems }) => ({
      row,
      customerId,
      name: customer?.name,
      codes: problems.map(({ code }) => code),
    }));

  it('come back from CSV, TSV and .xlsx alike', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        fc.pre(cells.some((row) => row.some((text) => tidy(text) !== '')));
        const table = [HEADINGS.split(','), ...cells];
        const expected = await said(customerFile('a.csv', stringify(table, ',')));
        expect(await said(customerFile('a.tsv', stringify(table, '\t')))).toEqual(expected);
        expect(await said(customerFile('a.csv', `\uFEFF${stringify(table, ',')}`))).toEqual(expected);
        expect(
          await said(customerFile('a.txt', Buffer.from(`\uFEFF${stringify(table, '\t')}`, 'utf16le'))),
        ).toEqual(expected);
        expect(await said(customerFile('a.xlsx', writeXlsx([{ name: 'S', rows: table }])))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any bytes at all', () => {
  const onlyProblems = async (name: string, bytes: Uint8Array): Promise<void> => {
    try {
      await readAll(customerFile(name, bytes));
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
    }
  };
  const head = Buffer.from(`${HEADINGS}\r\n`);
  const book = writeXlsx([
    { name: 'S', rows: [HEADINGS.split(','), ['KS-1', '甲斐', 'a@cvk.ne.jp', 'IMAP', { number: 1 }]] },
  ]);

  it.each(['a.csv', 'a.json', 'a.xlsx', 'a'])(
    'under the name %s are read or refused, never a crash',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom('', '\uFEFF', 'PK\u0003\u0004', '[{"name":'),
          async (bytes, start) => {
            await onlyProblems(name, Buffer.concat([Buffer.from(start), bytes]));
          },
        ),
        { numRuns: 150 },
      );
    },
  );
  it('below good headings, in any encoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await onlyProblems('a.csv', Buffer.concat([head, bytes]));
      }),
      { numRuns: 300 },
    );
  });
  it('in a workbook with bytes changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = book.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          await onlyProblems('a.xlsx', bytes);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('JSON is read as JSON.parse reads it', () => {
  const plain = (value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries([...value].map(([name, one]) => [name, plain(one)]));
    if (Array.isArray(value)) return value.map(plain);
    return typeof value === 'object' && value !== null && 'digits' in value ? Number(value.digits) : value;
  };
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(plain(parseJson(text))).toEqual(JSON.parse(text));
    }),
  );
});
