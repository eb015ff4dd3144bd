import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInside } from '../../../src/office/template/template-folder.js';
import { emptyFolder, inShort, loadFrom, problemsOf, templateFolder, templateOf } from './template-folder.js';

const refused = (main: string, partials?: Readonly<Record<string, string>>) =>
  inShort(problemsOf(() => templateOf(main, partials)));

describe('a template folder', () => {
  it('gives its revision, its title, its style sheet and all of its own text', () => {
    const template = loadFrom(
      templateFolder({ 'sheet.hbs': '<section>甲{{> end}}</section>', 'partials/end.hbs': '乙' }),
    );
    expect(template.revision).toBe('7');
    expect(template.title).toBe('見本');
    expect(template.css.text).toBe('p { color: #000000; }\n');
    expect(template.source).toContain('甲');
    expect(template.source).toContain('乙');
    expect(template.source).toContain('color');
  });

  it('that does not exist is refused with the names of those that do', () => {
    const folder = templateFolder({ 'sheet.hbs': '', 'mail/sheet.hbs': '', 'tv/sheet.hbs': '' });
    const [problem] = problemsOf(() => loadFrom(join(folder, 'male')));
    expect(problem?.code).toBe('template/unknown');
    expect(problem?.hint?.ja).toContain('mail、tv');
  });

  it('without sheet.hbs is refused, and what lies inside it is named', () => {
    const folder = templateFolder({ 'mail/sheet.hbs': '' });
    const [problem] = problemsOf(() => loadFrom(folder));
    expect(problem?.code).toBe('template/unknown');
    expect(problem?.hint?.ja).toContain('mail');
  });

  it('without style.css is refused with the files it has', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'sheet.hbs'), '');
    writeFileSync(join(folder, 'template.yaml'), 'title: 見本\nrevision: "1"\n');
    const [problem] = problemsOf(() => loadFrom(folder));
    expect(problem?.code).toBe('template/missing-file');
    expect(problem?.hint?.ja).toContain('sheet.hbs、template.yaml');
  });

  it('with a template.yaml that lacks a key, has a strange one or no YAML is refused', () => {
    const load = (manifest: string) => () =>
      loadFrom(templateFolder({ 'sheet.hbs': '', 'template.yaml': manifest }));
    expect(problemsOf(load('title: 見本\n'))[0]?.message.ja).toContain('revision');
    expect(problemsOf(load('title: 見本\nrevision: "1"\nrevison: "2"\n'))[0]?.message.ja).toContain(
      'revison',
    );
    expect(inShort(problemsOf(load('title: 見本\nrevision: "1\n')))[0]).toMatch(
      /^template\/yaml template.yaml:\d/,
    );
  });

  it('cannot read outside itself, by name, by path or by symbolic link', () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'secret.hbs'), '秘密');
    const folder = templateFolder({ 'sheet.hbs': '{{> secret}}', 'images/logo.png': 'png' });
    mkdirSync(join(folder, 'partials'));
    symlinkSync(join(outside, 'secret.hbs'), join(folder, 'partials', 'secret.hbs'));
    expect(inShort(problemsOf(() => loadFrom(folder)))[0]).toContain('template/outside');
    const code = (name: string) => problemsOf(() => readInside(folder, name))[0]?.code;
    expect(code('../secret.hbs')).toBe('template/outside');
    expect(code(join(outside, 'secret.hbs'))).toBe('template/outside');
    expect(code('images/../../secret.hbs')).toBe('template/outside');
    expect(code('images\\..\\..\\secret.hbs')).toBe('template/outside');
    expect(code('.')).toBe('template/outside');
    expect(code('images')).toBe('template/missing-file');
    expect(Buffer.from(readInside(folder, 'images/logo.png')).toString()).toBe('png');
  });

  it('that is not UTF-8 is refused', () => {
    const folder = templateFolder({ 'sheet.hbs': '' });
    writeFileSync(join(folder, 'sheet.hbs'), Buffer.from([0x88, 0xc4, 0x93, 0xe0]));
    expect(inShort(problemsOf(() => loadFrom(folder)))).toEqual(['template/encoding sheet.hbs']);
  });
});

describe('a template file is refused, with line and column,', () => {
  it('for a block that is never closed, at the block', () => {
    expect(refused('<p>\n  {{#if kind}}\n</p>\n')).toEqual(['template/syntax sheet.hbs:2:3']);
  });

  it('for a block closed by another, at the block', () => {
    const [problem] = problemsOf(() => templateOf('甲\n {{#if kind}}x{{/each}}'));
    expect(inShort(problem ? [problem] : [])).toEqual(['template/syntax sheet.hbs:2:5']);
    expect(problem?.message.ja).toContain('{{#if}}');
    expect(problem?.message.ja).toContain('{{/each}}');
  });

  it('for a tag that cannot be read, at the spot', () => {
    expect(refused('<p>一</p>\n<p>{{> }}</p>\n')).toEqual(['template/syntax sheet.hbs:2:8']);
    expect(refused('<p>\n{{kind}\n</p>\n')[0]).toMatch(/^template\/syntax sheet.hbs:2:/);
  });

  it('by columns that count characters: 𠮷 is one', () => {
    expect(refused('<p>𠮷𠮷{{{kind}}}</p>')).toEqual(['template/raw sheet.hbs:1:6']);
    expect(refused('<p>𠮷</p>{{#if kind}}')).toEqual(['template/syntax sheet.hbs:1:9']);
    expect(refused('一\n𠮷{{#if kind}}x{{/each}}')).toEqual(['template/syntax sheet.hbs:2:5']);
    expect(refused('<p>𠮷{{> }}</p>')).toEqual(['template/syntax sheet.hbs:1:9']);
    expect(refused('<p>𠮷{{shout kind}}')).toEqual(['template/unknown-helper sheet.hbs:1:5']);
  });

  it('in a partial as in sheet.hbs', () => {
    expect(refused('{{> a}}', { a: '\n\n{{#if kind}}' })).toEqual(['template/syntax partials/a.hbs:3:1']);
  });

  it('for raw output', () => {
    expect(refused('<p>{{{kind}}}</p>\n <b>{{&kind}}</b>')).toEqual([
      'template/raw sheet.hbs:1:4',
      'template/raw sheet.hbs:2:5',
    ]);
  });

  it('for a helper that does not exist, wherever it stands', () => {
    expect(refused('{{shout kind}}')).toEqual(['template/unknown-helper sheet.hbs:1:1']);
    expect(refused('{{#with customer}}{{/with}}')).toEqual(['template/unknown-helper sheet.hbs:1:1']);
    expect(refused('{{#customer}}{{/customer}}')).toContain('template/unknown-helper sheet.hbs:1:1');
    expect(refused('{{#if (lookup customer "name")}}{{/if}}')).toEqual([
      'template/unknown-helper sheet.hbs:1:7',
    ]);
    expect(refused('{{log "x"}}')).toEqual(['template/unknown-helper sheet.hbs:1:1']);
    expect(refused('{{#if (fact "F1")}}{{/if}}')).toEqual(['template/unknown-helper sheet.hbs:1:7']);
    expect(refused('{{#*inline "a"}}{{/inline}}')).toEqual(['template/unknown-helper sheet.hbs:1:1']);
    expect(refused('{{#> a}}{{/a}}', { a: '' })).toEqual(['template/unknown-helper sheet.hbs:1:1']);
  });

  it('for names given to the entries of a list', () => {
    expect(refused('{{#each settings as |row|}}{{row.code}}{{/each}}')).toEqual([
      'template/helper-arguments sheet.hbs:1:1',
    ]);
  });

  it('for a partial that does not exist, is computed or calls itself', () => {
    expect(refused('\n  {{> b}}', { a: '' })).toEqual(['template/unknown-partial sheet.hbs:2:3']);
    expect(refused('{{> (lookup . "x")}}')).toContain('template/partial sheet.hbs:1:1');
    expect(refused('{{> a}}', { a: '{{> b}}', b: '甲 {{> a}}' })).toEqual([
      'template/circular-partial partials/b.hbs:1:3',
    ]);
  });

  it('for a fact that facts.yaml does not have, or none at all', () => {
    expect(refused('{{#fact "F1 F9"}}甲{{/fact}}')).toEqual(['template/unknown-fact sheet.hbs:1:1']);
    expect(refused('{{#fact ""}}甲{{/fact}}')).toEqual(['template/fact-id sheet.hbs:1:1']);
    expect(refused('{{#fact kind}}甲{{/fact}}')).toEqual(['template/fact-id sheet.hbs:1:1']);
    expect(refused('{{#fact "F1"}}甲{{else}}乙{{/fact}}')).toEqual(['template/else sheet.hbs:1:1']);
  });

  it('for data that is not the sheet’s', () => {
    expect(refused('{{@hooks}}')).toEqual(['template/unknown-data sheet.hbs:1:3']);
    expect(refused('{{#each settings}}{{@index}}{{@root.kind}}{{@../index}}{{@level}}{{/each}}')).toEqual([
      'template/unknown-data sheet.hbs:1:58',
    ]);
  });

  it('several at once', () => {
    expect(refused('{{{kind}}}\n{{> a}}', { a: '{{#fact "F9"}}甲{{/fact}}' })).toEqual([
      'template/raw sheet.hbs:1:1',
      'template/unknown-fact partials/a.hbs:1:1',
    ]);
  });
});
