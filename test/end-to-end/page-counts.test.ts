import { describe, expect, test } from 'vitest';
import { COPIES, fullRecord, minimumRecord, sheetFile } from './sheets.js';

/** Front and back of one sheet of paper; two sheets in large print; the undecided read more. */
const PAGES = {
  personal: { normal: [2], large: [2, 3, 4] },
  undecided: { normal: [2, 3, 4], large: [2, 3, 4, 5, 6] },
} as const;

describe.each([
  ['the least that a record may say', minimumRecord],
  ['a record with every field filled in', fullRecord],
] as const)('%s', (_, record) => {
  test.each(COPIES)('$kind, $edition edition: as many pages as its kind may have', async (copy) => {
    const { pages } = await sheetFile(copy, record);
    const allowed: readonly number[] = PAGES[copy.kind === 'U' ? 'undecided' : 'personal'][copy.edition];
    expect(allowed).toContain(pages.length);
  });

  test.each(COPIES)(
    '$kind, $edition edition: no page without text of its own, each with n/N, issuer, telephone, customer, control number',
    async (copy) => {
      const { pages } = await sheetFile(copy, record);
      const [, control = 'none'] = /管理番号(\w{3}-\w{3}-\w{3})/.exec(pages.join('')) ?? [];
      for (const [index, page] of pages.entries()) {
        const numbers = `お客様番号${record(copy.kind).customerId}管理番号${control}`;
        expect(page).toContain(`${index + 1}/${pages.length}峡西CATV電話055-283-8383${numbers}`);
        expect(page.length).toBeGreaterThan(150);
      }
    },
  );
});
