import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/office/customers/customer.js';
import type { Edition } from '../../src/office/sheet/sheet.js';
import { createPipeline, SHIPPED_TEMPLATE } from '../../src/pipeline.js';
import { ProblemError } from '../../src/problem.js';
import { customerOf, KINDS } from '../office/sheet/customer-for-tests.js';

const pipelines = {
  normal: createPipeline({ issueDate: '2026-11-23', edition: 'normal', allowRisky: true }),
  large: createPipeline({ issueDate: '2026-11-23', edition: 'large', allowRisky: true }),
};

const USUAL: Partial<Customer> = { mailAddress: 'takahashi.hanako@cvk.ne.jp', name: '髙橋　花子' };
const FULL: Partial<Customer> = {
  contractId: 'C-2026-00077',
  issuedBy: '深沢',
  branch: '本社窓口',
  reissueReason: '紛失のため',
  senderName: '髙橋花子',
};
const DEVICES: Partial<Customer> = {
  deviceList: ['パソコン', 'iPhone', 'タブレット'],
  firstDevice: 'パソコン',
};
const BY_POST: Partial<Customer> = {
  deliveryMethod: 'post',
  postalCode: '4000123',
  address1: '山梨県甲府市丸の内一丁目２３番４号',
  building: 'グランドメゾン甲府中央２０３号室',
};

function pagesOf(edition: Edition, customer: Customer): number {
  return pipelines[edition].compose(customer).composition.pages.length;
}

describe('the mail settings sheet', () => {
  it.each(KINDS.filter((kind) => kind !== 'U'))('takes one sheet of paper: %s', (kind) => {
    const devices = kind.includes('M') ? DEVICES : {};
    for (const more of [{}, FULL, BY_POST, { ...FULL, ...BY_POST }]) {
      const customer = customerOf(kind, { ...USUAL, ...devices, ...more });
      expect(pagesOf('normal', customer), JSON.stringify(more)).toBe(2);
      expect(pagesOf('large', customer), JSON.stringify(more)).toBeLessThanOrEqual(4);
    }
  });

  it('takes at most four pages for the undecided, six in large print', () => {
    for (const more of [{}, { ...FULL, ...DEVICES, devices: 'multiple' as const }]) {
      expect(pagesOf('normal', customerOf('U', { ...USUAL, ...more }))).toBeLessThanOrEqual(4);
      expect(pagesOf('large', customerOf('U', { ...USUAL, ...more }))).toBeLessThanOrEqual(6);
    }
  });

  it('wraps a name of forty characters and a mail address of 64 + 1 + 255', () => {
    const domain = `${`${'b'.repeat(61)}.`.repeat(4)}ne.jp`.padStart(255, 'b');
    const office = mkdtempSync(join(tmpdir(), 'annai-long-domain-'));
    const profile = readFileSync(join(SHIPPED_TEMPLATE, 'provider.yaml'), 'utf8');
    writeFileSync(join(office, 'provider.yaml'), profile.replace('- cvk.ne.jp', `- ${domain}`));
    const long = { name: '髙橋'.repeat(20), mailAddress: `${'a'.repeat(64)}@${domain}` };
    for (const edition of ['normal', 'large'] as const) {
      const pipeline = createPipeline({ issueDate: '2026-11-23', edition, provider: office });
      const { pages } = pipeline.compose(customerOf('PMK', { ...long, ...DEVICES })).composition;
      expect(pages.length).toBeGreaterThan(2);
    }
    rmSync(office, { recursive: true });
  });

  it('refuses an address that is taller than the envelope’s window, with the measure and the field to shorten', () => {
    const line = '山梨県南巨摩郡身延町大字下部字湯之奥'.repeat(3).slice(0, 40);
    const customer = customerOf('IS', {
      ...USUAL,
      ...BY_POST,
      name: '髙橋'.repeat(20),
      address1: line,
      address2: line,
      building: line,
    });
    let caught: unknown;
    try {
      pagesOf('normal', customer);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ProblemError);
    const [problem] = caught instanceof ProblemError ? caught.problems : [];
    expect(problem?.message.ja).toMatch(/\d mm/);
    expect(problem?.place).toMatchObject({ kind: 'record', row: 2, field: 'address2' });
    expect(problem?.hint?.ja).toMatch(/letterhead\.hbs/);
  });
});
