import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkers } from '../../src/batch/sheet-workers.js';
import type { IsoDate } from '../../src/office/customers/customer.js';
import { readCustomers } from '../../src/office/customers/read-customers.js';
import { createPipeline } from '../../src/pipeline.js';
import { batchOf } from './all-records.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-workers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const issueDate = '2026-11-23' as IsoDate;
const IDS = ['KS-1', 'KS-2', 'KS-3', 'KS-4', 'KS-5', 'KS-6'];
const list = join(folder, 'customers.csv');
writeFileSync(
  list,
  [['お客様番号', '氏名', 'メールアドレス', '接続方法', '台数']]
    .concat(IDS.map((id, i) => [id, '甲斐　一郎', `kai${i}@cvk.ne.jp`, 'IMAP', '1台']))
    .map((cells) => `${cells.join(',')}\r\n`)
    .join(''),
);

describe('threads that make sheets', () => {
  test('one that comes to an end costs the sheet in hand alone, and the rest come in the order of the file', async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    const workers = openWorkers(resolve('test/batch/stumbling-worker.mjs'), 2, {
      pipeline: { issueDate },
      strict: false,
    });
    const result = await batchOf(
      readCustomers(list),
      createPipeline({ issueDate }),
      { folder: out },
      { workers },
    ).finally(() => workers.close());
    const seen = result.records.map(({ customerId, status }) => `${customerId} ${status}`);
    expect(seen).toEqual(IDS.map((id) => `${id} ${id === 'KS-2' ? 'not-made' : 'made'}`));
    expect(result.problems).toEqual([]);
    const lost = result.records.flatMap(({ problems }) => problems);
    expect(lost.map(({ code, place }) => [code, place?.kind === 'record' && place.row])).toEqual([
      ['batch/worker-lost', 3],
    ]);
    expect(readdirSync(out).sort()).toEqual(
      ['KS-1', 'KS-3', 'KS-4', 'KS-5', 'KS-6'].map((id) => `${id}.pdf`),
    );
    expect(readFileSync(join(out, 'KS-6.pdf'), 'utf8')).toBe('%PDF- KS-6 2026-11-23');
  });
});
