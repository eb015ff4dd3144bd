import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/typesetting/typesetter.js';
import { drawnPages } from './drawn-page.js';
import { findCollisions, SHEET_AREA } from './find-collisions.js';
import { COPIES, fullRecord, ISSUE_DATE, minimumRecord, sheetFile } from './sheets.js';

describe.each([
  ['the least that a record may say', minimumRecord],
  ['a record with every field filled in', fullRecord],
] as const)('%s', (_, record) => {
  test.each(COPIES)(
    '$kind, $edition edition: no ink on other ink, none outside its area, none under a rule',
    async (copy) => {
      const { bytes } = await sheetFile(copy, record);
      const pages = await drawnPages(bytes);
      expect(pages.flatMap(({ glyphs }) => glyphs).length).toBeGreaterThan(1000);
      expect(pages.flatMap((page) => findCollisions(page, SHEET_AREA))).toEqual([]);
    },
  );
});

describe('what the check finds', () => {
  const found = async (css: string): Promise<readonly string[]> => {
    const html =
      '<section><p class="one">山田太郎</p><p class="two">甲斐一郎</p><p class="three">終</p></section>';
    const bytes = typeset(html, {
      css: `@page { size: A4; margin: 20mm 16mm } section { font-family: "BIZ UDPGothic"; font-size: 12pt; line-height: 1.5 } p { margin: 0 } ${css}`,
      title: '試験',
      lang: 'ja',
      date: ISSUE_DATE,
    });
    return (await drawnPages(bytes)).flatMap((page) => findCollisions(page, SHEET_AREA));
  };

  test('nothing wrong with plain paragraphs', async () => {
    expect(await found('')).toEqual([]);
  });
  test('a line on a line', async () => {
    expect(await found('.two { margin-top: -12pt }')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^[甲斐一郎].* lies on [山田太郎]|^[山田太郎].* lies on [甲斐一郎]/),
      ]),
    );
  });
  test('glyphs of one run on each other', async () => {
    expect(await found('.one { letter-spacing: -6pt }')).not.toEqual([]);
  });
  test('a rule through a line', async () => {
    expect(await found('.two { margin-top: -9pt; border-top: 1pt solid #000000 }')).toEqual(
      expect.arrayContaining([expect.stringContaining('a stroke lies on')]),
    );
  });
  test('a background over a line', async () => {
    expect(
      await found(
        '.three { position: absolute; left: 18mm; top: 18mm; width: 20mm; background-color: #eeeeee }',
      ),
    ).toEqual(expect.arrayContaining([expect.stringContaining('a fill lies on')]));
  });
  test('ink in the margin', async () => {
    const beginnings = (await found('.one { margin-left: -10mm }')).map((each) => each.slice(0, 1));
    expect(beginnings.join('')).toBe('山田太');
  });
});
