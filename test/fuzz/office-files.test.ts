import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProvider } from '../../src/office/provider/load-provider.js';
import { parseFacts } from '../../src/office/sheet/facts.js';
import { checkSource } from '../../src/office/template/check-source.js';
import { compileTemplate } from '../../src/office/template/compile-template.js';
import { parseManifest } from '../../src/office/template/manifest.js';
import { parseSource } from '../../src/office/template/parse-source.js';
import { renderHtml } from '../../src/office/template/render-html.js';
import { ProblemError } from '../../src/problem.js';
import { readImage } from '../../src/typesetting/images/read-image.js';
import { createTypesetter, typeset } from '../../src/typesetting/typesetter.js';
import { addressRow, decision, sheetOf, templateOf } from '../office/template/template-folder.js';
import { endured } from './endured.js';
import { damagedBytes, damagedText } from './mutations.js';

const PATIENCE = 900_000;
const shipped = (name: string) => readFileSync(`templates/mail-settings/${name}`, 'utf8');

const PROFILE = shipped('provider.yaml');
const FACTS = shipped('facts.yaml').split('\n').slice(0, 60).join('\n');
const MANIFEST = shipped('template.yaml');

test('yaml', { timeout: PATIENCE }, () =>
  endured({
    name: 'yaml',
    cases: 14_000,
    input: fc.tuple(
      fc.constantFrom(parseProvider, parseFacts, parseManifest),
      fc.oneof(damagedText(PROFILE, FACTS, MANIFEST), fc.string({ unit: 'binary', maxLength: 60 })),
    ),
    read: ([parse, text]) => parse(text, 'a.yaml'),
    kept: (bytes): [typeof parseProvider, string] => [parseProvider, bytes.toString('utf8')],
  }),
);

const TEMPLATES = [
  '<section><h1>{{customer.name}}</h1>{{#fact "F1"}}<p>one</p>{{/fact}}{{#if post}}<p>{{issueDate}}</p>{{else}}{{/if}}</section>',
  '<section>{{#each settings}}{{#row this}}<p>{{code}} {{value}} {{#if @first}}!{{/if}}</p>{{/row}}{{/each}}{{#fact "F2"}}<p>two</p>{{/fact}}</section>',
];
const base = templateOf(TEMPLATES[0] ?? '');
const sheet = sheetOf({ decisions: [decision('F1'), decision('F2', false)], settings: [addressRow] });

function printed(text: string): string {
  const tree = parseSource({ file: 'sheet.hbs', text });
  const { problems, partials } = checkSource(tree);
  if (problems.length > 0) throw new ProblemError(problems);
  if (partials.length > 0) return '';
  return renderHtml(sheet, { ...base, compiled: compileTemplate({ main: tree, partials: new Map() }) });
}

test('template', { timeout: PATIENCE }, () =>
  endured({
    name: 'template',
    cases: 12_000,
    input: fc.oneof(damagedText(...TEMPLATES), fc.string({ unit: 'binary', maxLength: 40 })),
    read: printed,
    kept: (bytes) => bytes.toString('utf8'),
  }),
);

const CSS =
  '@page { size: A4; margin: 20mm; @bottom-center { content: counter(page); } }\n:root { --a: 3mm; font-size: 11pt }\nsection > p.a, h1 em { margin: var(--a) 0; color: #123456; text-align: justify; border: 0.3pt solid black }\n';
const HTML =
  '<section><h1>案内</h1><p class="a">山田<ruby>太郎<rt>たろう</rt></ruby>様 <em>A1</em></p><ul><li>一</li></ul><table><tr><td>x</td></tr></table></section>';

test('css', { timeout: PATIENCE }, () =>
  endured({
    name: 'css',
    cases: 9_000,
    input: fc.oneof(damagedText(CSS), fc.string({ unit: 'binary', maxLength: 60 })),
    read: (css) => createTypesetter({ css, memory: 0 }).compose(HTML),
    kept: (bytes) => bytes.toString('utf8'),
  }),
);

const typesetter = createTypesetter({ css: CSS });

test('html', { timeout: PATIENCE }, () =>
  endured({
    name: 'html',
    cases: 9_000,
    input: fc.oneof(damagedText(HTML), fc.string({ unit: 'binary', maxLength: 60 })),
    read: (html) => typesetter.compose(html),
    kept: (bytes) => bytes.toString('utf8'),
  }),
);

const PICTURES = ['test/fuzz/corpus/picture/sound.png', 'test/conformance/dots.png'].map((file) =>
  readFileSync(file),
);
const PLACE = { kind: 'source', file: 'a.html', line: 1, column: 1 } as const;

test('picture', { timeout: PATIENCE }, () =>
  endured({
    name: 'picture',
    cases: 6_000,
    input: fc.oneof(damagedBytes(...PICTURES), fc.uint8Array({ maxLength: 100 })),
    read: (bytes) => {
      readImage('a.png', bytes, PLACE);
      const html = '<section><p><img src="a.png" alt="x"></p></section>';
      const file = typeset(html, {
        css: 'img { width: 10mm; height: 10mm }',
        title: 'x',
        lang: 'ja-JP',
        date: '2026-11-23',
        picture: () => bytes,
        memory: 0,
      });
      expect(file.length).toBeGreaterThan(100);
    },
    kept: (bytes) => bytes,
  }),
);
