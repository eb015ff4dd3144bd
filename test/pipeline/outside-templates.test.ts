import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPipeline, type PipelineOptions } from '../../src/pipeline.js';
import { customerOf } from '../office/sheet/customer-for-tests.js';
import { type Change, problemsOf, profileFolder, templateFolder } from './office-folder.js';

const CUSTOMER = customerOf('IS', { mailAddress: 'hanako@cvk.ne.jp' });

const codes = (options: Partial<PipelineOptions>): readonly string[] =>
  problemsOf(() => createPipeline({ issueDate: '2026-11-23', ...options }).render(CUSTOMER)).map(
    ({ code }) => code,
  );

/** Put into the first section of the sheet. */
const printing = (markup: string, ...more: readonly Change[]): string =>
  templateFolder(['sheet.hbs', '{{> opening}}', `{{> opening}}<section><p>${markup}</p></section>`], ...more);

const linked = (folder: string, name: string, target: string): string => {
  rmSync(join(folder, name), { force: true });
  symlinkSync(target, join(folder, name));
  return folder;
};

describe('a template is data: it reads nothing outside its folder', () => {
  const secret = join(templateFolder(), 'style.css');
  test.each([
    ['a style sheet that is a link', () => ({ template: linked(templateFolder(), 'style.css', secret) })],
    [
      'a partial that is a link',
      () => ({ template: linked(templateFolder(), 'partials/opening.hbs', secret) }),
    ],
    [
      'a profile that is a link',
      () => ({ provider: linked(profileFolder(), 'provider.yaml', '/etc/hostname') }),
    ],
    [
      'a folder of partials that is a link',
      () => {
        const folder = templateFolder();
        cpSync(join(folder, 'partials'), join(folder, '..', 'annai-partials-elsewhere'), { recursive: true });
        rmSync(join(folder, 'partials'), { recursive: true });
        return { template: linked(folder, 'partials', join(folder, '..', 'annai-partials-elsewhere')) };
      },
    ],
    [
      'a profile that never ends',
      () => ({ provider: linked(profileFolder(), 'provider.yaml', '/dev/zero') }),
    ],
    [
      'a picture that never ends',
      () => ({ template: linked(printing('<img src="a.png" alt="x">'), 'a.png', '/dev/zero') }),
    ],
    ['a picture above the folder', () => ({ template: printing('<img src="../../etc/hostname" alt="x">') })],
    ['a picture from the root', () => ({ template: printing('<img src="/etc/hostname" alt="x">') })],
    [
      'a logo above the folder',
      () => ({ provider: profileFolder(['  # logo: logo.png', '  logo: ../logo.png']) }),
    ],
  ])('%s', (_, folders) => {
    expect(codes(folders()).join()).toMatch(/^(?:template|profile)\/(?:outside|missing-file|not-found)$/);
  });

  test.each([
    'http://127.0.0.1/a.png',
    '//127.0.0.1/a.png',
    'file:///etc/hostname',
    'data:image/png;base64,AAAA',
    '\\\\server\\a.png',
  ])('nor the network: %s', (src) =>
    expect(codes({ template: printing(`<img src="${src}" alt="x">`) }).join()).toMatch(
      /^template\/(?:outside|missing-file)$|^markup\/bad-attribute-value$/,
    ),
  );

  test.each([
    ['@import "http://127.0.0.1/a.css";', 'style/'],
    ['p { background: url(http://127.0.0.1/a.png) }', 'style/'],
    ['@font-face { font-family: x; src: url(file:///etc/hostname) }', 'style/'],
  ])('nor by a style sheet: %s', (css, area) => {
    expect(codes({ template: templateFolder(['style.css', '@page {', `${css}\n@page {`]) }).join()).toContain(
      area,
    );
  });
});

describe('a template runs no code', () => {
  test.each([
    '{{constructor}}',
    '{{customer.constructor.constructor}}',
    '{{customer.__proto__}}',
    '{{__defineGetter__}}',
    '{{customer.name.constructor}}',
    '{{#each settings.constructor}}x{{/each}}',
    '{{lookup customer "name"}}',
    '{{#with customer}}{{name}}{{/with}}',
    '{{log customer}}',
    '{{helperMissing}}',
    '{{blockHelperMissing}}',
    '{{@root.constructor}}',
    '{{@partial-block}}',
    '{{#if (eq constructor kind)}}x{{/if}}',
    '{{{customer.name}}}',
    '{{&customer.name}}',
    '{{> (lookup . "kind")}}',
    '{{* inline "x"}}',
    '<script>x</script>',
    '<span onclick="x">x</span>',
  ])('%s', (text) => {
    const found = codes({ template: printing(text) });
    expect(found.length).toBeGreaterThan(0);
    for (const code of found) expect(code).toMatch(/^(?:template|markup)\//);
  });
});

describe('a template is held within limits', () => {
  const each = (depth: number, body: string) =>
    '{{#each @root.settings}}'.repeat(depth) + body + '{{/each}}'.repeat(depth);
  const folder = (file: string, text: string): string => {
    const made = templateFolder();
    mkdirSync(join(made, 'partials'), { recursive: true });
    writeFileSync(join(made, file), text);
    return made;
  };
  const doubling = (): string => {
    const made = templateFolder(['sheet.hbs', '{{> opening}}', '{{> p0}}{{> opening}}']);
    for (let at = 0; at < 30; at += 1)
      writeFileSync(join(made, `partials/p${at}.hbs`), at === 29 ? '' : `{{> p${at + 1}}}{{> p${at + 1}}}`);
    return made;
  };

  test.each<readonly [string, string, () => string]>([
    [
      'a style sheet of two megabytes',
      'template/too-large',
      () => folder('style.css', ' '.repeat(2 * 1024 ** 2)),
    ],
    [
      'a picture of thirty',
      'template/too-large',
      () => {
        const made = printing('<img src="a.png" alt="x">');
        writeFileSync(join(made, 'a.png'), new Uint8Array(30 * 1024 ** 2));
        return made;
      },
    ],
    [
      'blocks in blocks',
      'template/too-deep',
      () => printing('{{#if post}}'.repeat(99) + '{{/if}}'.repeat(99)),
    ],
    ['a list of lists of lists', 'template/too-long', () => printing(each(6, 'x'))],
    ['partials that double', 'template/too-many-partials', doubling],
    [
      'elements in elements',
      'markup/too-deep',
      () => printing(`${'<ul><li>'.repeat(60)}${'</li></ul>'.repeat(60)}`),
    ],
    [
      'brackets in brackets',
      'style/too-deep',
      () =>
        templateFolder([
          'style.css',
          '@page {',
          `p { width: ${'calc('.repeat(99)}1mm${')'.repeat(99)} }\n@page {`,
        ]),
    ],
    [
      'variables that double',
      'style/too-long-value',
      () => {
        const names = Array.from({ length: 24 }, (_, at) => `--v${at + 1}: var(--v${at}) var(--v${at});`);
        return templateFolder([
          'style.css',
          '@page {',
          `:root { --v0: 1mm 1mm; ${names.join(' ')} }\n@page {`,
        ]);
      },
    ],
    [
      'a break before every line',
      'layout/too-many-pages',
      () =>
        templateFolder(
          [
            'sheet.hbs',
            '{{> opening}}',
            `{{> opening}}<section>${each(3, '<p class="brk">x</p>')}</section>`,
          ],
          ['style.css', '@page {', '.brk { break-before: page }\n@page {'],
        ),
    ],
  ])('%s', (_, code, made) => {
    expect(codes({ template: made(), timeLimit: 0 })).toContain(code);
  });

  test('a profile as large as may be prints more pages than are planned, and no time need be limited', () => {
    const notes = `extraNotes:\n${'  - { text: あ }\n'.repeat(3300)}`;
    expect(codes({ provider: profileFolder(['# extraNotes:\n', `${notes}#\n`]) })).toEqual(['V18']);
  });

  test('a sheet that takes too long is given up, and nothing else suffers', () => {
    const rules = Array.from(
      { length: 4000 },
      (_, at) => `section p span.a${at} em { color: #${String(at).padStart(6, '0')} }`,
    );
    const slow = templateFolder(
      [
        'sheet.hbs',
        '{{> opening}}',
        `{{> opening}}<section>{{#if multiple}}${each(3, `<p>${'<span class="b">{{item}}{{@index}}{{value}}</span>'.repeat(7)}</p>`)}{{/if}}</section>`,
      ],
      ['style.css', '@page {', `${rules.join('\n')}\n@page {`],
    );
    const sheet = readFileSync(join(slow, 'sheet.hbs'), 'utf8');
    writeFileSync(join(slow, 'sheet.hbs'), sheet.replace('{{#if multiple}}', '{{#if concerns.multiple}}'));
    const several = customerOf('IM', { mailAddress: 'taro@cvk.ne.jp' });
    const free = createPipeline({ issueDate: '2026-11-23', template: slow, timeLimit: 0 });
    const begun = performance.now();
    expect(problemsOf(() => free.render(several)).map(({ code }) => code)).toEqual(['V18']);
    // Machines differ, and so does what else they do.
    const timeLimit = Math.ceil((performance.now() - begun) / 2);
    const pipeline = createPipeline({ issueDate: '2026-11-23', template: slow, timeLimit });
    const [problem] = problemsOf(() => pipeline.render(several));
    expect(problem).toMatchObject({
      code: 'template/too-slow',
      message: { ja: expect.stringContaining(`${timeLimit / 1000}秒`) },
    });
    const alone = createPipeline({ issueDate: '2026-11-23', template: slow, timeLimit: 0 }).render(CUSTOMER);
    expect(Buffer.from(pipeline.render(CUSTOMER)).equals(alone)).toBe(true);
  });

  test('what takes no longer than it may comes out as it would without a limit', () => {
    const folderOfOwn = templateFolder();
    const [limited, free] = [60_000, 0].map((timeLimit) =>
      createPipeline({ issueDate: '2026-11-23', template: folderOfOwn, timeLimit }).render(CUSTOMER),
    );
    expect(limited).toEqual(free);
  });
});
