import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/problem.js';
import type { PdfStandard } from '../../../src/typesetting/pdf/pdf-standard.js';
import { checkProtection } from '../../../src/typesetting/pdf/protection.js';
import { createTypesetter } from '../../../src/typesetting/typesetter.js';
import { type PdfObject, textOfString } from '../../conformance/read-objects.js';
import { readStructure, treeEntries } from '../../conformance/read-structure.js';
import { structureFaults } from '../../conformance/structure-faults.js';
import { transcript } from '../../conformance/transcript.js';
import { testWithTools } from '../../system-tools.js';
import { pngOf } from './png-writer.js';
import { drawPage } from './read-pdf.js';

const PASSWORD = 'Kaki-2026 (a)';
const folder = mkdtempSync(join(tmpdir(), 'annai-locked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const META = { title: '鍵つき', lang: 'ja-JP', date: '2026-11-23', standard: 'ua-1' } as const;
const FOUR_COLORS = pngOf(
  ...([4, 1, { color: 3, bitDepth: 2, palette: [220, 0, 0, 0, 160, 0, 0, 0, 220, 250, 200, 0] }] as const),
  [0, 1, 2, 3],
);
const typesetter = createTypesetter({
  css: '@page { size: A4; margin: 20mm } img { width: 20mm }',
  picture: () => FOUR_COLORS,
});
const composition = typesetter.compose(
  '<section><h1>秘密</h1><p><a href="https://example.jp/">リンク</a><tick></tick><span lang="en">Mail</span></p><p><img src="a.png" alt="四色"></p><aside>注</aside></section>',
);
const locked = (): Uint8Array => typesetter.write(composition, META, { password: PASSWORD });

const codes = (password: string, standard?: PdfStandard): readonly string[] => {
  try {
    checkProtection({ password }, standard);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (password !== '') expect(JSON.stringify(error.problems)).not.toContain(password);
    return error.problems.map(({ code }) => code);
  }
};

describe('a password', () => {
  test('is refused where the file is to be kept, be that said or by default', () => {
    expect(codes('geheim')).toEqual(['pdf/locked-archive']);
    expect(codes('geheim', 'a-2a')).toEqual(['pdf/locked-archive']);
    expect(codes('geheim', 'a-2a+ua-1')).toEqual(['pdf/locked-archive']);
    expect(codes('geheim', 'ua-1')).toEqual([]);
    expect(codes('geheim', 'none')).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['what some keyboards lack', 'ひみつ'],
    ['a control character', 'a\tb'],
    ['a second line', 'a\nb'],
    ['more than readers look at', 'x'.repeat(128)],
  ])('of %s is refused, without being named', (_, password) => {
    expect(codes(password, 'ua-1')).toEqual(['pdf/unusable-password']);
  });
});

describe('a locked file', () => {
  test('shows neither text, title nor address, and is locked differently each time', () => {
    const [one, other] = [locked(), locked()].map((bytes) => Buffer.from(bytes).toString('latin1'));
    for (const word of [
      'example.jp',
      'Mail',
      '(note',
      Buffer.from('チェック', 'utf16le').swap16().toString('latin1'),
    ])
      expect(one).not.toContain(word);
    expect(one).not.toBe(other);
  });

  test('has an identifier that tells nothing of its password', () => {
    const id = (password: string) =>
      /\/ID \[<(.*?)>/.exec(
        Buffer.from(typesetter.write(composition, META, { password })).toString('latin1'),
      )?.[1];
    expect(id('a')).toBe(id('b'));
  });

  testWithTools(
    ['qpdf'],
    'opens with its password alone, by AES with 256 bits, to print and to be read aloud',
    () => {
      const file = join(folder, 'locked.pdf');
      writeFileSync(file, locked());
      const run = (...args: readonly string[]) =>
        execFileSync('qpdf', args, { encoding: 'utf8', stdio: 'pipe' });
      const said = run('--show-encryption', `--password=${PASSWORD}`, file);
      expect(said).toContain('R = 5');
      expect(said).toContain('stream encryption method: AESv3');
      expect(said).toContain('extract for accessibility: allowed');
      expect(said).toContain('print high resolution: allowed');
      expect(said).toContain('modify anything: not allowed');
      expect(() => run('--check', '--password=wrong', file)).toThrow('invalid password');
    },
  );

  testWithTools(['qpdf'], 'shows and says, once opened, what it does without a password', async () => {
    const open = typesetter.write(composition, META);
    const opened = decrypted('sheet', locked());
    expect(structureFaults(readStructure(opened))).toEqual([]);
    expect(transcript(readStructure(opened))).toBe(transcript(readStructure(open)));
    expect(transcript(readStructure(opened))).toContain('[Link リンク][Span チェック欄][Span en Mail]');
    const [drawn, expected] = [await drawPage(opened), await drawPage(open)].map(({ pixels }) =>
      Buffer.from(pixels),
    );
    expect(drawn?.equals(expected ?? Buffer.of())).toBe(true);
  });

  testWithTools(['qpdf'], 'for the printer keeps its bookmarks and the names of its pages', () => {
    const chunks: Uint8Array[] = [];
    const file = typesetter.openPrintFile(META, (chunk) => chunks.push(chunk), { password: PASSWORD });
    file.append(composition.pages, { title: '甲斐 様', label: 'KS-1' });
    file.end();
    const bytes = Buffer.concat(chunks);
    expect(bytes.toString('latin1')).not.toContain('KS-1');
    const { file: objects, catalog } = readStructure(decrypted('printed', bytes));
    const [[, label]] = treeEntries(objects, catalog.get('PageLabels')) as [[unknown, PdfObject]];
    expect(textOfString(objects.dictionary(label).get('P'))).toBe('KS-1 1/1');
    const first = objects.dictionary(objects.dictionary(catalog.get('Outlines')).get('First'));
    expect(textOfString(first.get('Title'))).toBe('甲斐 様');
  });
});

function decrypted(name: string, bytes: Uint8Array): Uint8Array {
  const [file, opened] = [join(folder, `${name}.pdf`), join(folder, `${name}-opened.pdf`)];
  writeFileSync(file, bytes);
  execFileSync('qpdf', [
    ...['--decrypt', '--object-streams=disable', '--stream-data=preserve', `--password=${PASSWORD}`],
    ...[file, opened],
  ]);
  return new Uint8Array(readFileSync(opened));
}
