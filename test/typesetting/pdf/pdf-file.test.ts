import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileBytes } from '../../../src/typesetting/pdf/file-bytes.js';
import { text, Verbatim } from '../../../src/typesetting/pdf/object-syntax.js';
import { PdfFile } from '../../../src/typesetting/pdf/pdf-file.js';
import { pdfkitFrame } from '../../../src/typesetting/pdf/pdfkit-frame.js';
import { openPdf } from './read-pdf.js';

const META = { title: '設定 & <情報> (1)\\', lang: 'ja-JP', author: '峡西CATV', date: '2026-04-01' };
const IDENTIFIER = new Uint8Array(16).fill(0xab);

function fileOf(build: (file: PdfFile) => void = () => undefined): string {
  const chunks: Uint8Array[] = [];
  const file = new PdfFile(META, pdfkitFrame(META.lang), new FileBytes(), (chunk) => chunks.push(chunk));
  build(file);
  file.end({ Type: 'Pages', Count: 0, Kids: [] }, IDENTIFIER);
  return Buffer.concat(chunks).toString('latin1');
}

test('PDFKit is the version whose undocumented parts are used here', () => {
  const main = createRequire(import.meta.url).resolve('pdfkit');
  const manifest = readFileSync(join(dirname(main), '..', 'package.json'), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ name: 'pdfkit', version: '0.20.2' });
});

describe('a file', () => {
  test('is PDF 1.7, from the first byte to the last', () => {
    const bytes = fileOf();
    expect(bytes.startsWith('%PDF-1.7\n%')).toBe(true);
    expect(bytes.endsWith('%%EOF\n')).toBe(true);
  });

  test('names no font of its own: no Helvetica', () => {
    expect(fileOf()).not.toContain('Helvetica');
  });

  test('has the identifier that it was given, and no other', () => {
    const id = 'ab'.repeat(16);
    expect(fileOf()).toContain(`/ID [<${id}> <${id}>]`);
  });

  test('was made and changed at the beginning of the day in Japan, whatever the clock and its zone say', () => {
    expect(fileOf().match(/\(D:.*?\)/g)).toEqual(["(D:20260401000000+09'00')", "(D:20260401000000+09'00')"]);
  });

  test('has the same bytes in every time zone', () => {
    const zone = process.env.TZ;
    const files = ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return fileOf();
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(files).size).toBe(1);
  });

  test('says language and title, and asks readers to show the title', () => {
    expect(fileOf()).toContain('/Lang (ja-JP)');
    expect(fileOf()).toContain('/DisplayDocTitle true');
  });

  test('says in XMP what it says in the document information, escaped', () => {
    const bytes = Buffer.from(fileOf(), 'latin1').toString('utf8');
    expect(bytes.match(/<x:xmpmeta/g)).toHaveLength(1);
    expect(bytes).toContain('<rdf:li xml:lang="x-default">設定 &amp; &lt;情報&gt; (1)\\</rdf:li>');
    expect(bytes).toContain('<xmp:CreateDate>2026-04-01T00:00:00+09:00</xmp:CreateDate>');
    expect(bytes).toContain('<rdf:li>峡西CATV</rdf:li>');
  });

  test('keeps its title through a reader', async () => {
    const document = await openPdf(
      Buffer.from(
        fileOf((file) => file.add({ Type: 'Nothing' })),
        'latin1',
      ),
    );
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: META.title, Author: META.author, Creator: 'annai' });
    await document.destroy();
  });

  test('has the same bytes twice', () => {
    expect(fileOf()).toBe(fileOf());
  });
});

describe('an object', () => {
  test('prints names, texts, numbers, lists and what is given as it stands', () => {
    const bytes = fileOf((file) =>
      file.add({
        Name: 'Value',
        Text: text('a(b)'),
        Japanese: text('あ'),
        Numbers: [1, 0.5, true],
        Widths: new Verbatim('[3 [979.98046875]]'),
      }),
    );
    expect(bytes).toContain('/Name /Value\n/Text (a\\(b\\))\n');
    expect(bytes).toContain('/Japanese <feff3042>');
    expect(bytes).toContain('/Numbers [1 0.5 true]');
    expect(bytes).toContain('/Widths [3 [979.98046875]]');
  });

  test('keeps its stream as it is: deflated once, by whoever made it', () => {
    const bytes = fileOf((file) => file.add({ Filter: 'FlateDecode' }, Buffer.from('abc')));
    expect(bytes).toMatch(/\/Filter \/FlateDecode\n\/Length 3\n>>\nstream\nabc\nendstream/);
  });

  test('can be named before it is written, and must then be written once', () => {
    const bytes = fileOf((file) => {
      const ref = file.reserve();
      file.add({ Other: ref });
      file.write(ref, { Here: 1 });
      expect(() => file.write(ref, {})).toThrow('written twice');
    });
    expect(bytes).toMatch(/\/Other (\d+) 0 R[\s\S]*\n\1 0 obj\n<<\n\/Here 1/);
    expect(() => fileOf((file) => file.reserve())).toThrow('never written');
  });
});
