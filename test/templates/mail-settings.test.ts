import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import { loadProvider } from '../../src/office/provider/load-provider.js';
import type { Provider } from '../../src/office/provider/provider.js';
import { buildSheet } from '../../src/office/sheet/build-sheet.js';
import { parseFacts } from '../../src/office/sheet/facts.js';
import type { Edition, Kind, Sheet } from '../../src/office/sheet/sheet.js';
import { planSheets } from '../../src/office/sheet/sheet-plan.js';
import { loadTemplate } from '../../src/office/template/load-template.js';
import { parseTemplate } from '../../src/office/template/parse-template.js';
import { renderHtml } from '../../src/office/template/render-html.js';
import { FACT_PHRASES } from '../end-to-end/fact-phrases.js';
import { customerOf, KINDS } from '../office/sheet/customer-for-tests.js';

const FOLDER = fileURLToPath(new URL('../../templates/mail-settings', import.meta.url));
const template = loadTemplate(FOLDER, (sources) => parseTemplate(sources, parseFacts));
const { provider: shipped } = loadProvider(FOLDER);

/** The old, unprotected ports are in the profile and switched on. */
const withPlainPorts: Provider = {
  ...shipped,
  allowPlain: true,
  pop: [...shipped.pop, { host: 'mail.cvk.ne.jp', port: 110, security: 'none', legacy: true }],
  imap: [...shipped.imap, { host: 'mail.cvk.ne.jp', port: 143, security: 'none', legacy: true }],
};

interface Case {
  readonly kind: Kind;
  readonly edition?: Edition;
  readonly provider?: Provider;
  readonly more?: Partial<Customer>;
}

function sheetOf({ kind, edition = 'normal', provider = shipped, more = {} }: Case): Sheet {
  const customer = customerOf(kind, { mailAddress: 'hanako@cvk.ne.jp', ...more });
  const plan = planSheets(provider, template.facts, {
    issueDate: '2026-11-23',
    templateRevision: template.revision,
    edition,
  });
  return buildSheet(customer, plan);
}

const htmlOf = (each: Case): string => renderHtml(sheetOf(each), template);

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** What the sheet says, without readings (they spell, they do not say) and white space. */
const textOf = (html: string): string =>
  html
    .replace(/<rt>.*?<\/rt>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s/g, '');

/** Sentences as a reader meets them: to the full stop, or to the end of the block. */
const sentencesOf = (html: string): readonly string[] =>
  html
    .replace(/<\/?(?:strong|span|tick)[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .split(/[。\n]/)
    .map((sentence) => sentence.replace(/\s/g, ''))
    .filter((sentence) => /[ぁ-ん]/.test(sentence) && sentence.length > 8);

const ALL: readonly Case[] = [shipped, withPlainPorts].flatMap((provider) =>
  KINDS.flatMap((kind) => (['normal', 'large'] as const).map((edition) => ({ kind, edition, provider }))),
);
const title = ({ kind, edition, provider }: Case) =>
  `${kind}, ${edition}${provider === withPlainPorts ? ', with plain ports' : ''}`;

describe('the mail settings sheet', () => {
  it.each(ALL.map((each) => [title(each), each] as const))('says exactly its facts: %s', (_, each) => {
    const { decisions } = sheetOf(each);
    const text = textOf(htmlOf(each));
    const printed = decisions.filter((decision) => decision.printed).map(({ id }) => id as string);
    // C10: with POP the capacity stands in the same row, printed as a sentence of our own (A02).
    const expected = printed.includes('A02') ? [...printed, 'F30'] : printed;
    const words = new Set(expected.map((id) => FACT_PHRASES[id]?.source));
    const said = Object.values(FACT_PHRASES).filter((phrase) => phrase.test(text));
    expect(said.filter(({ source }) => !words.has(source)).map(String)).toEqual([]);
    const ids = expected.filter((id) => id in FACT_PHRASES);
    expect(ids.filter((id) => !FACT_PHRASES[id]?.test(text))).toEqual([]);
  });

  it.each(ALL.map((each) => [title(each), each] as const))('says nothing twice: %s', (_, each) => {
    const sentences = sentencesOf(htmlOf(each));
    expect(sentences.length).toBeGreaterThan(15);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });

  it('says exactly its facts where the office wants none of our own sentences', () => {
    for (const kind of KINDS) {
      const provider = { ...shipped, addedNotes: false };
      expect(textOf(htmlOf({ kind, provider })), kind).not.toContain('元に戻せません');
    }
  });

  it('never speaks of the other connection method', () => {
    for (const kind of KINDS.filter((each) => each !== 'U')) {
      const sheet = sheetOf({ kind });
      const text = textOf(renderHtml(sheet, template)).replaceAll(sheet.controlNumber, '');
      expect(text, kind).toMatch(kind.startsWith('P') ? /995/ : /993/);
      expect(text, kind).not.toMatch(kind.startsWith('P') ? /993|143|IMAP/ : /995|110|POP/);
    }
  });

  it('has one sentence for every fact that no settings row prints, and none for those that a row does', () => {
    for (const { id, row } of template.facts.list) {
      expect(template.placesOfFact(id).length, id).toBe(row === undefined ? 1 : 0);
    }
  });

  it('prints a customer’s words as they are and never as markup', () => {
    const name = '<b>&"\'{{kind}}';
    const html = htmlOf({ kind: 'IS', more: { name, remarks: '<i>備考</i>', branch: '&lt;' } });
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#x27;{{kind}}');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<i>');
    expect(html).toContain('&amp;lt;');
  });

  it('prints every optional field', () => {
    const text = textOf(
      htmlOf({
        kind: 'PMK',
        provider: {
          ...shipped,
          showRemarks: true,
          extraNotes: [{ text: '海外からは送信できません。' }],
          contact: {
            ...shipped.contact,
            hours: '平日9時～18時',
            url: 'https://www.example.ne.jp/mail/',
            address: '甲府市1-2-3',
          },
        },
        more: {
          contractId: 'C-77',
          senderName: '甲斐花子',
          deviceList: ['パソコン', 'iPhone'],
          firstDevice: 'iPhone',
          issuedBy: '深沢',
          branch: '本社窓口',
          reissueReason: '紛失',
          remarks: '次回は訪問します',
          deliveryMethod: 'post',
          postalCode: '4000123',
          address1: '山梨県甲府市丸の内1-2',
          building: 'メゾン甲府203',
        },
      }),
    );
    for (const words of [
      '400-0123',
      '山梨県甲府市丸の内1-2',
      'メゾン甲府203',
      'C-77',
      '甲斐花子',
      'iPhone',
      '本社窓口　深沢'.replace('　', ''),
      '（再発行）',
      '次回は訪問します',
      '海外からは送信できません',
      '平日9時～18時',
      '甲府市1-2-3',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('sets the support page’s QR code only where the profile has one', () => {
    const url = 'https://www.example.ne.jp/mail/';
    expect(htmlOf({ kind: 'IS', provider: { ...shipped, contact: { ...shipped.contact, url } } })).toContain(
      '<qr ',
    );
    expect(htmlOf({ kind: 'IS' })).not.toContain('<qr ');
  });

  it('keeps the customer number out of the envelope’s window', () => {
    const window = (html: string) => /<aside class="addressee">([\s\S]*?)<\/aside>/.exec(html)?.[1] ?? '';
    expect(window(htmlOf({ kind: 'IS' }))).toContain('00012345');
    expect(window(htmlOf({ kind: 'IS', more: { deliveryMethod: 'post' } }))).not.toContain('00012345');
  });
});
