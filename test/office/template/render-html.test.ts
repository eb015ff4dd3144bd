import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/office/template/locate.js';
import { renderHtml } from '../../../src/office/template/render-html.js';
import { addressRow, decision, inShort, problemsOf, sheetOf, templateOf } from './template-folder.js';

const print = (main: string, sheet = sheetOf(), partials?: Readonly<Record<string, string>>) =>
  renderHtml(sheet, templateOf(main, partials));
const refused = (main: string, sheet = sheetOf(), partials?: Readonly<Record<string, string>>) =>
  inShort(problemsOf(() => print(main, sheet, partials)));
const message = (main: string, sheet = sheetOf()) => problemsOf(() => print(main, sheet))[0]?.message.ja;

describe('values', () => {
  it('come out escaped', () => {
    const sheet = sheetOf({}, { name: '<b>&"\'=`' });
    const html = print('<p>{{customer.name}}</p><qr text="{{customer.name}}"></qr>', sheet);
    expect(html).toBe(
      '<p>&lt;b&gt;&amp;&quot;&#x27;&#x3D;&#x60;</p><qr text="&lt;b&gt;&amp;&quot;&#x27;&#x3D;&#x60;"></qr>',
    );
  });

  it('that look like a template stay as they are', () => {
    expect(print('{{customer.name}}', sheetOf({}, { name: '{{kind}}' }))).toBe('{{kind}}');
  });

  it('may be empty, and are then false', () => {
    expect(print('[{{customer.contractId}}]{{#if customer.contractId}}x{{else}}無{{/if}}')).toBe('[]無');
    expect(print('{{#each customer.devices}}x{{else}}端末なし{{/each}}')).toBe('端末なし');
  });

  it('in a list know their place', () => {
    const sheet = sheetOf({ extraNotes: ['甲', '乙', '丙'] });
    expect(
      print(
        '{{#each extraNotes}}{{@index}}{{this}}{{#if @first}}始{{/if}}{{#unless @last}}、{{/unless}}{{/each}}',
        sheet,
      ),
    ).toBe('0甲始、1乙、2丙');
  });

  it('compare with eq', () => {
    expect(print('{{#if (eq kind "PSK")}}はい{{/if}}{{#if (eq kind "U")}}いいえ{{/if}}')).toBe('はい');
    expect(print('{{#if (eq kind "IS" "IM")}}IMAP{{else if (eq kind "PSD" "PSK" "PSN")}}POP{{/if}}')).toBe(
      'POP',
    );
  });
});

describe('a value that does not exist is refused with its place,', () => {
  it('in the text', () => {
    expect(refused('<p>\n  {{customer.nama}}</p>')).toEqual(['template/missing-variable sheet.hbs:2:3']);
    expect(message('{{customer.nama}}')).toContain('nama');
  });

  it('in an absent group', () => {
    const { supportService, ...provider } = sheetOf().provider;
    expect(supportService).toBeDefined();
    expect(refused('一\n{{provider.support.name}}', sheetOf({ provider }))).toEqual([
      'template/missing-variable sheet.hbs:2:1',
    ]);
  });

  it('in a condition, a list, a comparison and an argument of a partial', () => {
    expect(refused('{{#if knd}}x{{/if}}')).toEqual(['template/missing-variable sheet.hbs:1:1']);
    expect(refused('{{#each sttings}}x{{/each}}')).toEqual(['template/missing-variable sheet.hbs:1:1']);
    expect(refused('{{#if (eq knd "U")}}x{{/if}}')).toEqual(['template/missing-variable sheet.hbs:1:1']);
    expect(refused('{{> a b=knd}}', sheetOf(), { a: 'x' })).toEqual([
      'template/missing-variable sheet.hbs:1:1',
    ]);
  });

  it('in a partial, and after one', () => {
    expect(refused('{{> a}}', sheetOf(), { a: '一\n 二{{knd}}' })).toEqual([
      'template/missing-variable partials/a.hbs:2:3',
    ]);
    expect(refused('{{> a}}\n{{knd}}', sheetOf(), { a: '{{kind}}' })).toEqual([
      'template/missing-variable sheet.hbs:2:1',
    ]);
  });

  it('where it is only inherited from a prototype', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'customer.constructor']) {
      expect(refused(`{{${name}}}`), name).toEqual(['template/missing-variable sheet.hbs:1:3']);
    }
    expect(refused('{{#if constructor}}x{{/if}}')).toEqual(['template/missing-variable sheet.hbs:1:1']);
    expect(refused('{{customer.name.length}}')).toEqual(['template/missing-variable sheet.hbs:1:1']);
  });

  it('and what is no text is not printed as one', () => {
    expect(refused('{{customer}}')).toEqual(['template/wrong-value sheet.hbs:1:3']);
    expect(refused('{{settings}}')).toEqual(['template/wrong-value sheet.hbs:1:3']);
    expect(refused('{{#each customer.name}}x{{/each}}')).toEqual(['template/wrong-value sheet.hbs:1:1']);
  });
});

describe('the proof of facts', () => {
  const facts = (...ids: string[]) =>
    sheetOf({ decisions: ['F1', 'F2', 'F3'].map((id) => decision(id, ids.includes(id))) });

  it('lets a sheet pass that prints what applies, once, and nothing else', () => {
    const main = '{{#fact "F1"}}甲。{{/fact}}{{#fact "F2"}}乙。{{/fact}}{{#fact "F3"}}丙。{{/fact}}';
    expect(print(main, facts('F1', 'F3'))).toBe('甲。丙。');
  });

  it('lets several facts share a sentence, and prints it where any of them applies', () => {
    const main = '{{#fact "F1 F2"}}甲。{{/fact}}{{#fact "F3"}}乙。{{/fact}}';
    expect(print(main, facts('F1', 'F2'))).toBe('甲。');
    expect(print(main, facts('F2'))).toBe('甲。');
    expect(print(main, facts('F3'))).toBe('乙。');
  });

  it('refuses a sheet that lost a fact', () => {
    expect(refused('{{#fact "F1"}}甲{{/fact}}', facts('F1', 'F2'))).toEqual(['template/fact-lost sheet.hbs']);
    expect(message('{{#fact "F1"}}甲{{/fact}}', facts('F1', 'F2', 'F3'))).toContain('F2、F3');
  });

  it('refuses a sheet whose fact stands where nothing is printed, at the fact', () => {
    expect(refused('\n{{#if large}}{{#fact "F1"}}甲{{/fact}}{{/if}}', facts('F1'))).toEqual([
      'template/fact-lost sheet.hbs:2:14',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\u3000\t'],
    ['an empty element', '<p> </p>'],
    ['a comment', '<!-- 甲 -->'],
    ['character references to nothing', '&nbsp;&#8203;&#x3000;'],
    ['a mark without words', '<li>。</li>'],
    ['an attribute', '<p class="kou"></p>'],
  ])('counts a fact as lost whose sentence is %s', (_, body) => {
    expect(refused(`{{#fact "F1"}}${body}{{/fact}}`, facts('F1'))).toEqual([
      'template/fact-lost sheet.hbs:1:1',
    ]);
  });

  it('refuses a fact inside another, whose words could hide that it has none', () => {
    const main = '{{#fact "F1"}}{{#fact "F2"}}甲{{/fact}}{{/fact}}';
    expect(refused(main, facts('F1', 'F2'))).toEqual(['template/nested-fact sheet.hbs:1:15']);
  });

  it('refuses a sheet that printed a fact twice, naming it', () => {
    const main = '{{#fact "F1"}}甲{{/fact}}\n{{#fact "F1"}}乙{{/fact}}';
    expect(refused(main, facts('F1'))).toEqual(['template/fact-doubled sheet.hbs:2:1']);
    expect(message(main, facts('F1'))).toContain('F1');
  });

  it('records the facts of a settings row that is printed', () => {
    const main = '{{#each settings}}{{#row this}}{{item}} {{value}}{{/row}}{{/each}}';
    const sheet = { ...facts('F3'), settings: [addressRow] };
    expect(print(main, sheet)).toBe('メールアドレス kai.hanako@cvk.ne.jp');
    expect(refused('', sheet)).toEqual(['template/fact-lost sheet.hbs']);
    expect(refused(main, { ...sheet, settings: [addressRow, addressRow] })).toEqual([
      'template/fact-doubled sheet.hbs',
    ]);
  });

  it('refuses a row that prints an inapplicable fact, naming it', () => {
    const main = '{{#each settings}}{{#row this}}{{value}}{{/row}}{{/each}}';
    const sheet = { ...facts(), settings: [addressRow] };
    expect(refused(main, sheet)).toEqual(['template/fact-inapplicable sheet.hbs']);
    expect(message(main, sheet)).toContain('F3');
  });

  it('refuses a row whose value is not in its body', () => {
    const sheet = { ...facts('F3'), settings: [addressRow] };
    expect(refused('{{#each settings}}{{#row this}}{{item}}{{/row}}{{/each}}', sheet)).toEqual([
      'template/row-without-value sheet.hbs:1:19',
    ]);
  });

  it('lets a row hold the sentence of a fact', () => {
    const main = '{{#each settings}}{{#row this}}{{value}}{{#fact "F1"}}甲{{/fact}}{{/row}}{{/each}}';
    expect(print(main, { ...facts('F1', 'F3'), settings: [addressRow] })).toBe('kai.hanako@cvk.ne.jp甲');
  });
});

describe('a place in the HTML leads back to the template', () => {
  const template = templateOf(
    '<section>\n  {{#if customer.name}}\n  <p>\n    <b>{{customer.name}}</b> 甲\n  </p>\n  {{/if}}\n  {{> end}}\n</section>\n',
    { end: '<i>\n乙</i>' },
  );
  const sheet = sheetOf({}, { name: '一<二' });
  const html = renderHtml(sheet, template);
  const sourceOf = (needle: string) => {
    const before = html.slice(0, html.indexOf(needle)).split('\n');
    const place = locate(sheet, template, before.length, (before.at(-1) ?? '').length + 1);
    return place && `${place.file.replace(/^.*annai-template-[^/]+\//, '')}:${place.line}:${place.column}`;
  };

  it('in copied text to the very character', () => {
    expect(html).toBe('<section>\n  <p>\n    <b>一&lt;二</b> 甲\n  </p>\n  <i>\n乙</i></section>\n');
    expect(sourceOf('<section>')).toBe('sheet.hbs:1:1');
    expect(sourceOf('<p>')).toBe('sheet.hbs:3:3');
    expect(sourceOf('<b>')).toBe('sheet.hbs:4:5');
    expect(sourceOf('甲')).toBe('sheet.hbs:4:30');
    expect(sourceOf('</p>')).toBe('sheet.hbs:5:3');
    expect(sourceOf('</section>')).toBe('sheet.hbs:8:1');
  });

  it('in a value to the tag that printed it', () => {
    expect(sourceOf('一')).toBe('sheet.hbs:4:8');
    expect(sourceOf('二')).toBe('sheet.hbs:4:8');
  });

  it('in a partial to the partial', () => {
    expect(sourceOf('<i>')).toBe('partials/end.hbs:1:1');
    expect(sourceOf('乙')).toBe('partials/end.hbs:2:1');
  });

  it('and to nothing beyond the end', () => {
    expect(locate(sheet, template, 999, 1)).toBeUndefined();
  });
});
