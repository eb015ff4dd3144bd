import { describe, expect, test } from 'vitest';
import { PDF_STANDARDS } from '../../../src/typesetting/pdf/pdf-standard.js';
import { srgbProfile } from '../../../src/typesetting/pdf/srgb-profile.js';
import { xmpPacket } from '../../../src/typesetting/pdf/xmp.js';
import { typeset } from '../../../src/typesetting/typesetter.js';

const META = { title: 'A & B < C', lang: 'ja-JP', date: '2026-11-23' };

describe('what a file claims', () => {
  test.each([
    ['a-2a+ua-1', { archive: true, accessible: true, schema: true }],
    ['a-2a', { archive: true, accessible: false, schema: false }],
    ['ua-1', { archive: false, accessible: true, schema: false }],
    ['none', { archive: false, accessible: false, schema: false }],
  ] as const)('as %s, and nothing else', (standard, claims) => {
    const xmp = xmpPacket({ ...META, standard });
    expect({
      archive: xmp.includes('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>'),
      accessible: xmp.includes('<pdfuaid:part>1</pdfuaid:part>'),
      schema: xmp.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>'),
    }).toEqual(claims);
    expect(xmp).toContain('A &amp; B &lt; C');
  });

  test('is both standards where nothing is said', () => {
    expect(xmpPacket(META)).toBe(xmpPacket({ ...META, standard: 'a-2a+ua-1' }));
  });

  test('goes with tags and an output intent, unless it is nothing', () => {
    for (const standard of PDF_STANDARDS) {
      const file = Buffer.from(
        typeset('<section><p>a</p></section>', {
          ...META,
          standard,
          css: '@page { size: A4; margin: 10mm }',
        }),
      ).toString('latin1');
      const tagged = standard !== 'none';
      for (const entry of ['/StructTreeRoot', '/MarkInfo', '/GTS_PDFA1', '/StructParents'])
        expect(file.includes(entry), `${standard} ${entry}`).toBe(tagged);
    }
  });

  test('asks printers for its own size, so that an address stays in its window', () => {
    const file = typeset('<section><p>a</p></section>', { ...META, css: '@page { size: A4; margin: 10mm }' });
    expect(Buffer.from(file).toString('latin1')).toContain('/PrintScaling /None');
  });
});

describe('the colour profile', () => {
  const profile = Buffer.from(srgbProfile());

  test('is a display profile of its stated size', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.length % 4).toBe(0);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  });

  test('names each tag within its bounds, and its primaries add up to white', () => {
    const tags = new Map(
      Array.from({ length: profile.readUInt32BE(128) }, (_, i) => {
        const at = 132 + i * 12;
        return [
          profile.toString('latin1', at, at + 4),
          profile.subarray(
            profile.readUInt32BE(at + 4),
            profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8),
          ),
        ];
      }),
    );
    expect([...tags.keys()].sort()).toEqual(
      ['bTRC', 'bXYZ', 'chad', 'cprt', 'desc', 'gTRC', 'gXYZ', 'rTRC', 'rXYZ', 'wtpt'].sort(),
    );
    for (const bytes of tags.values()) expect(bytes.length).toBeGreaterThan(12);
    const xyz = (name: string) => [8, 12, 16].map((at) => (tags.get(name)?.readInt32BE(at) ?? 0) / 0x10000);
    const [red, green, blue, white] = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map(xyz);
    for (const i of [0, 1, 2])
      expect((red?.[i] ?? 0) + (green?.[i] ?? 0) + (blue?.[i] ?? 0)).toBeCloseTo(white?.[i] ?? 0, 3);
  });
});
