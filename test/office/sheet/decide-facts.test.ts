import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Provider } from '../../../src/office/provider/provider.js';
import { decideFacts, factApplies } from '../../../src/office/sheet/decide-facts.js';
import type { Fact } from '../../../src/office/sheet/facts.js';
import type { FactDecision, Kind } from '../../../src/office/sheet/sheet.js';
import { sure } from '../../../src/problem.js';
import { KINDS } from './customer-for-tests.js';
import { FACTS, factOf } from './facts-for-tests.js';
import { PROVIDER } from './provider-for-tests.js';

const PERSONAL = ['PSK', 'PSD', 'PSN', 'PMK', 'PMD', 'PMN', 'IS', 'IM'] as const satisfies readonly Kind[];
const handout = FACTS.list.filter((fact) => fact.origin === 'handout');

/** fact id → the personal kinds it applies to. */
const TABLE = new Map(
  readFileSync(new URL('data/applicability.csv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^F\d/.test(line))
    .map((line) => {
      const [id, ...marks] = line.split(',');
      return [sure(id, 'id'), PERSONAL.filter((_, index) => marks[index] === '1')] as const;
    }),
);

function decision(id: string, kind: Kind, profile: Partial<Provider> = {}): FactDecision {
  const decisions = decideFacts(FACTS, kind, { ...PROVIDER, ...profile });
  return sure(
    decisions.find((each) => each.id === id),
    id,
  );
}
const printed = (id: string, kind: Kind, profile: Partial<Provider> = {}) =>
  decision(id, kind, profile).printed;

describe("the handout's own conditions", () => {
  test('facts.yaml holds F01 to F102, each once and in order', () => {
    expect(handout.map((each) => each.id)).toEqual(
      Array.from({ length: 102 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`),
    );
  });

  test.each(handout.map((each) => each.id))('%s applies to exactly the kinds of the table', (id) => {
    expect(PERSONAL.filter((kind) => factApplies(factOf(id), kind))).toEqual(TABLE.get(id));
  });

  test.each([
    ['PSK', 54],
    ['PSD', 47],
    ['PSN', 52],
    ['PMK', 71],
    ['PMD', 58],
    ['PMN', 69],
    ['IS', 52],
    ['IM', 68],
    ['U', 102],
  ] as const)('%s has %i of the 102 facts', (kind, count) => {
    expect(handout.filter((each) => factApplies(each, kind))).toHaveLength(count);
  });

  test('F18 and F19 are for the undecided alone', () => {
    expect(handout.filter((each) => TABLE.get(each.id)?.length === 0).map((each) => each.id)).toEqual([
      'F18',
      'F19',
    ]);
  });
});

describe('product rules, on top of the conditions', () => {
  const suppressed = (kind: Kind, profile: Partial<Provider> = {}) =>
    handout
      .filter((each) => factApplies(each, kind) && !printed(each.id, kind, profile))
      .map((each) => each.id);

  test.each([
    ['PSK', 'F12 F39 F41'],
    ['PSD', 'F12 F39 F41'],
    ['PSN', 'F12 F39 F41'],
    ['PMK', 'F12 F39 F41'],
    ['PMD', 'F12 F39 F41'],
    ['PMN', 'F12 F39 F41'],
    ['IS', 'F12 F43 F45'],
    ['IM', 'F12 F43 F45 F70'],
    ['U', 'F39 F41 F43 F45'],
  ] as const)('on %s exactly %s apply and are not printed', (kind, ids) => {
    expect(suppressed(kind)).toEqual(ids.split(' '));
  });

  test('no rule ever prints what the table leaves out', () => {
    for (const kind of KINDS) {
      const wrong = handout.filter(
        (each) => printed(each.id, kind, { allowPlain: true }) && !factApplies(each, kind),
      );
      expect(wrong).toEqual([]);
    }
  });

  test.each([
    ['F39', 'PSK'],
    ['F41', 'PSK'],
    ['F43', 'IS'],
    ['F45', 'IS'],
  ] as const)('C1: %s is printed with allowPlain only', (id, kind) => {
    expect(printed(id, kind, { allowPlain: true })).toBe(true);
    expect(decision(id, kind).because).toEqual({
      ja: 'C1: 暗号化されない接続（allowPlain）が無効なので印刷しません',
      en: 'C1: unencrypted connections (allowPlain) are off',
    });
  });

  test('a legacy port needs a legacy endpoint, too', () => {
    const only995 = PROVIDER.pop.slice(0, 1);
    expect(decision('F39', 'PSK', { allowPlain: true, pop: only995 }).because.ja).toMatch(/^legacy-pop: /);
    const only993 = PROVIDER.imap.slice(0, 1);
    expect(decision('F43', 'IS', { allowPlain: true, imap: only993 }).because.ja).toMatch(/^legacy-imap: /);
  });

  test('C2: 自動 is a fallback for STARTTLS only', () => {
    const smtp = [{ host: 'mail.example.ne.jp', port: 465, security: 'ssl', legacy: false }] as const;
    expect(printed('F52', 'IS')).toBe(true);
    expect(decision('F52', 'IS', { smtp }).because.ja).toMatch(/^C2: /);
  });

  test('"over SSL/TLS" is said of an endpoint with SSL/TLS only', () => {
    const other = [{ host: 'mail.example.ne.jp', port: 143, security: 'starttls', legacy: false }] as const;
    expect(printed('F40', 'PSK')).toBe(true);
    expect(printed('F44', 'IS')).toBe(true);
    expect(printed('F40', 'PSK', { pop: other })).toBe(false);
    expect(printed('F44', 'IS', { imap: other })).toBe(false);
  });

  test.each(['F74', 'F75', 'F81', 'F82', 'F83'])('C4: %s speaks of the warning mail', (id) => {
    expect(printed(id, 'PMK')).toBe(true);
    expect(decision(id, 'PMK', { quotaWarning: { enabled: false, firstDevice: false } }).because.ja).toMatch(
      /^C4: /,
    );
  });

  test.each(['F90', 'F91', 'F92', 'F93'])('C4: %s speaks of the warning mail', (id) => {
    expect(printed(id, 'IM')).toBe(true);
    expect(decision(id, 'IM', { quotaWarning: { enabled: false, firstDevice: false } }).because.ja).toMatch(
      /^C4: /,
    );
  });

  test('C4: the first registered device can be switched off alone', () => {
    const quotaWarning = { enabled: true, firstDevice: false };
    expect(printed('F83', 'PMK', { quotaWarning })).toBe(false);
    expect(printed('F92', 'IM', { quotaWarning })).toBe(false);
    expect(printed('F74', 'IM', { quotaWarning })).toBe(true);
    expect(printed('F90', 'IM', { quotaWarning })).toBe(true);
  });

  test('C12: another device with the setting is spoken of with POP and on the undecided sheet, not with IMAP', () => {
    expect(printed('F70', 'PMN')).toBe(true);
    expect(printed('F70', 'U')).toBe(true);
    expect(decision('F70', 'IM').because.ja).toMatch(/^C12: /);
    for (const id of ['F71', 'F72', 'F73']) expect(printed(id, 'IM')).toBe(true);
  });

  test('the sample address is printed on the undecided sheet alone, where the profile has one', () => {
    expect(KINDS.filter((kind) => printed('F12', kind))).toEqual(['U']);
    const { sampleAddress: _, ...without } = PROVIDER;
    const decisions = decideFacts(FACTS, 'U', without);
    expect(decisions.find((each) => each.id === 'F12')?.because.ja).toMatch(/^sample-address: /);
  });

  test.each(['F98', 'F99'])('%s needs a support service', (id) => {
    const { supportService: _, ...without } = PROVIDER;
    expect(printed(id, 'IS')).toBe(true);
    expect(decideFacts(FACTS, 'IS', without).find((each) => each.id === id)?.printed).toBe(false);
  });
});

describe('sentences of our own', () => {
  const added = FACTS.list.filter((each) => each.origin === 'added').map((each) => each.id);

  test('are switched off together by addedNotes', () => {
    for (const id of added) {
      for (const kind of KINDS) expect(printed(id, kind, { addedNotes: false })).toBe(false);
    }
    expect(decision('A01', 'PSK', { addedNotes: false }).because.ja).toMatch(/^addedNotes: /);
  });

  test.each([
    ['A01', 'PSK PMK U'],
    ['A02', 'PSK PSD PSN PMK PMD PMN U'],
    ['A03', 'IS IM U'],
    ['A04', 'PSK PSN PMK PMN IS IM U'],
    ['A05', 'PSN PMN U'],
    ['A06', 'PSK PMK U'],
    ['A07', 'PSD U'],
  ])('%s is printed on %s', (id, kinds) => {
    expect(KINDS.filter((kind) => printed(id, kind, { quotaCountsAllFolders: true })).join(' ')).toBe(kinds);
  });

  test('C21: the sent and trash folders are spoken of where the profile says that they count', () => {
    expect(decision('A03', 'IS').because.ja).toMatch(/^C21: /);
  });
});

describe('reasons', () => {
  test('say the condition in words', () => {
    expect(decision('F01', 'IS').because).toEqual({ ja: 'どなたにも当てはまります', en: 'always applies' });
    expect(decision('F25', 'PMK').because).toEqual({
      ja: '接続方法が POP、端末が 2台以上 なので当てはまります',
      en: 'applies: connection: POP, devices: multiple',
    });
    expect(decision('F25', 'IS').because).toEqual({
      ja: '接続方法が POP、端末が 2台以上 のときだけの項目です（この方は 接続方法が IMAP、端末が 1台）',
      en: 'only for connection: POP, devices: multiple (this customer: connection: IMAP, devices: single)',
    });
    expect(decision('F56', 'PSN').because.ja).toBe(
      '接続方法が POP、「サーバーに残す」が はい か いいえ のときだけの項目です（この方は 接続方法が POP、端末が 1台、「サーバーに残す」が 設定なし）',
    );
    expect(decision('F18', 'U').because.ja).toBe('接続方法が未定の方の案内だけに載せます');
    expect(decision('F22', 'U').because.ja).toBe(
      '未定の方の案内なので載せます（接続方法が POP のときの項目）',
    );
  });

  test('exist in both languages for every fact of every kind', () => {
    for (const kind of KINDS) {
      for (const each of decideFacts(FACTS, kind, PROVIDER)) {
        expect(each.because.ja).not.toBe('');
        expect(each.because.en).toMatch(/^[ -~]+$/);
      }
    }
  });
});

describe('C19: sentences of one effect', () => {
  const groups = new Map<string, Fact[]>();
  for (const each of FACTS.list) {
    if (each.effect !== undefined) groups.set(each.effect, [...(groups.get(each.effect) ?? []), each]);
  }

  test('are the repetitions of the handout', () => {
    expect([...groups.values()].map((group) => group.map((each) => each.id).join(' '))).toEqual([
      'F34 F47',
      'F35 F48',
      'F36 F49',
      'F81 F90',
      'F82 F91',
      'F83 F92',
      'F84 F94',
      'F85 F95',
    ]);
  });

  test('apply together or to different kinds', () => {
    for (const group of groups.values()) {
      const [first, second] = group.map((each) =>
        PERSONAL.filter((kind) => factApplies(each, kind)).join(' '),
      );
      const both = new Set([...sure(first, 'first').split(' '), ...sure(second, 'second').split(' ')]);
      expect(first === second || both.size === `${first} ${second}`.split(' ').length).toBe(true);
    }
  });
});
