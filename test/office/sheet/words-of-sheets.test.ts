import { expect, test } from 'vitest';
import { buildSheet } from '../../../src/office/sheet/build-sheet.js';
import { planSheets } from '../../../src/office/sheet/sheet-plan.js';
import { wordsOfSheets } from '../../../src/office/sheet/words-of-sheets.js';
import { customerOf, KINDS } from './customer-for-tests.js';
import { FACTS } from './facts-for-tests.js';
import { PROVIDER } from './provider-for-tests.js';

const beyondAscii = (text: string): readonly string[] =>
  [...new Set(text)].filter((character) => character > '~');

test.each(KINDS)(
  'hold whatever a sheet of %s says that neither customer, profile nor template brings',
  (kind) => {
    const customer = customerOf(kind);
    const plan = planSheets(PROVIDER, FACTS, { issueDate: '2026-11-23', templateRevision: '1' });
    const { settings, readingAids, legend, issueDateText } = buildSheet(customer, plan);
    const known = new Set(wordsOfSheets() + JSON.stringify([PROVIDER, customer]));
    const said = JSON.stringify([
      settings.map(({ item, value, note }) => [item, value, note]),
      readingAids,
      legend,
      issueDateText,
    ]);
    expect(beyondAscii(said).filter((character) => !known.has(character))).toEqual([]);
  },
);

test('the words of the settings are there in both weights: rows are labelled in one and written in the other', () => {
  const [, plain = '', bold = ''] = /^<p>(.*)<\/p><strong>(.*)<\/strong>$/s.exec(wordsOfSheets()) ?? [];
  for (const text of [plain, bold]) expect(text).toContain('自由に決められます');
  expect(plain).toContain('エックス');
  expect(bold).not.toContain('エックス');
});
