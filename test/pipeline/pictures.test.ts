import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../src/pipeline.js';
import type { Problem, SourcePlace } from '../../src/problem.js';
import { customerOf } from '../office/sheet/customer-for-tests.js';
import { drawPage } from '../typesetting/pdf/read-pdf.js';
import { problemsOf, profileFolder, templateFolder } from './office-folder.js';

const ISSUE_DATE = '2026-11-23';
const CUSTOMER = customerOf('IS', { mailAddress: 'hanako@cvk.ne.jp' });
const LOGO = ['  # logo: logo.png', '  logo: logo.png'] as const;

/** A picture all in one red that nothing else of a sheet is printed in. */
function redPicture(width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  png.data.fill(Buffer.from([230, 0, 20, 255]));
  return PNG.sync.write(png);
}

/** Millimetres from the page's top left, of what is red on the first page. */
async function redOn(bytes: Uint8Array) {
  const scale = 100 / 72;
  const { width, height, pixels } = await drawPage(bytes, 1, scale);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((pixels[at] ?? 0) > 200 && (pixels[at + 1] ?? 255) < 40 && (pixels[at + 2] ?? 255) < 60) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  const inMm = (pixel: number): number => (pixel * 25.4) / 100;
  return {
    left: inMm(xs.reduce((a, b) => Math.min(a, b), Infinity)),
    width: inMm(xs.reduce((a, b) => Math.max(a, b), 0) - xs.reduce((a, b) => Math.min(a, b), Infinity)),
    top: inMm(ys.reduce((a, b) => Math.min(a, b), Infinity)),
    height: inMm(ys.reduce((a, b) => Math.max(a, b), 0) - ys.reduce((a, b) => Math.min(a, b), Infinity)),
  };
}

const quote = ({ file, line, column }: SourcePlace): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(line - 1, line)
    .join('')
    .slice(column - 1, column + 13);

/** `code file: what stands at the place`. */
const inShort = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, place }) =>
    place?.kind === 'source' ? `${code} ${basename(place.file)}: ${quote(place)}` : code,
  );

describe('the logo of a profile', () => {
  test('is printed above the sender, 9 mm high, on as many pages as without it', async () => {
    const office = profileFolder(LOGO);
    writeFileSync(join(office, 'logo.png'), redPicture(200, 60));
    const pipeline = createPipeline({ provider: office, issueDate: ISSUE_DATE });
    const document = pipeline.compose(CUSTOMER);
    expect(document.composition.pages).toHaveLength(2);
    const red = await redOn(pipeline.write(document));
    expect(red.height).toBeCloseTo(9, 0);
    expect(red.width).toBeCloseTo(30, 0);
    expect(red.left).toBeGreaterThan(105);
    expect(red.top).toBeLessThan(30);
  });

  test('has the name of the provider for those who cannot see it', () => {
    const office = profileFolder(LOGO);
    writeFileSync(join(office, 'logo.png'), redPicture(200, 60));
    const [page] = createPipeline({ provider: office, issueDate: ISSUE_DATE }).compose(CUSTOMER).composition
      .pages;
    const roles = [...(page?.sections.values() ?? [])].flat();
    expect(JSON.stringify(roles)).toContain('"alt":"峡西CATV"');
  });

  test('that does not exist, or lies outside the profile’s folder, is refused at its line of the profile', () => {
    const outside = profileFolder();
    writeFileSync(join(outside, 'secret.png'), redPicture(10, 10));
    const refusal = (name: string, office = profileFolder([LOGO[0], `  logo: ${name}`])) =>
      inShort(problemsOf(() => createPipeline({ provider: office, issueDate: ISSUE_DATE })));
    expect(refusal('no/logo.png')).toEqual(['profile/missing-file provider.yaml: no/logo.png # ']);
    expect(refusal(`../${basename(outside)}/secret.png`)).toEqual([
      'profile/outside provider.yaml: ../annai-offic',
    ]);
    expect(refusal('/etc/hostname')).toEqual(['profile/outside provider.yaml: /etc/hostname ']);
    const linked = profileFolder(LOGO);
    symlinkSync(join(outside, 'secret.png'), join(linked, 'logo.png'));
    expect(refusal('', linked)).toEqual(['profile/outside provider.yaml: logo.png # このフ']);
  });

  test('that is no picture is refused', () => {
    const office = profileFolder(LOGO);
    writeFileSync(join(office, 'logo.png'), 'これは画像ではありません');
    const pipeline = createPipeline({ provider: office, issueDate: ISSUE_DATE });
    expect(problemsOf(() => pipeline.compose(CUSTOMER)).map(({ code }) => code)).toEqual([
      'image/unreadable',
    ]);
  });
});

describe('a picture of a template', () => {
  const withPicture = (src: string) =>
    templateFolder([
      'sheet.hbs',
      '{{> opening}}',
      `{{> opening}}\n<section><p><img src="${src}" alt="印"></p></section>`,
    ]);
  const opened = (folder: string) => createPipeline({ template: folder, issueDate: ISSUE_DATE });

  test('is taken from the template’s folder', async () => {
    const folder = withPicture('partials/stamp.png');
    writeFileSync(join(folder, 'partials/stamp.png'), redPicture(96, 48));
    const red = await redOn(opened(folder).render(CUSTOMER));
    expect(red.width).toBeCloseTo(25.4, 0);
    expect(red.height).toBeCloseTo(12.7, 0);
  });

  test.each([
    ['stamp.png', 'template/missing-file'],
    ['../stamp.png', 'template/outside'],
    ['/etc/hostname', 'template/outside'],
    ['/provider/logo.png', 'template/outside'],
    ['style.css', 'image/unreadable'],
  ])('src="%s" is refused where the template asks for it: %s', (src, code) => {
    const pipeline = opened(withPicture(src));
    expect(inShort(problemsOf(() => pipeline.compose(CUSTOMER)))).toEqual([
      `${code} sheet.hbs: ${`<img src="${src}" alt`.slice(0, 14)}`,
    ]);
  });
});
