import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolders } from '../../src/batch/lock-folder.js';
import { ProblemError } from '../../src/problem.js';
import type { Worker } from '../../src/storage/lock-file.js';
import { processStart } from '../../src/storage/process-start.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annai-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that is certainly gone. */
const gone = spawnSync('true').pid;
const worker: Worker = { pid: process.pid, host: 'here', user: 'kai', since: '2026-11-23 09:00 UTC' };
const held = (by: Worker) => writeFileSync(join(folder, '.annai.lock'), JSON.stringify(by));

test('a lock says who holds it, and leaves nothing behind', () => {
  const lock = lockFolders([folder], worker);
  expect(readdirSync(folder)).toEqual(['.annai.lock']);
  expect(JSON.parse(readFileSync(join(folder, '.annai.lock'), 'utf8'))).toEqual(worker);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a process that lives', { ...worker, pid: process.ppid }],
  ['another computer, of which nobody here can tell', { ...worker, pid: gone, host: 'elsewhere' }],
])('a lock of %s is respected', (_, holder) => {
  held(holder);
  expect(() => lockFolders([folder], worker)).toThrow(ProblemError);
  expect(JSON.parse(readFileSync(join(folder, '.annai.lock'), 'utf8'))).toEqual(holder);
  expect(readdirSync(folder)).toEqual(['.annai.lock']);
});

test.runIf(process.platform === 'linux')(
  'a lock of before a power cut is taken over, though another process has the number by now',
  () => {
    const started = processStart(process.ppid) ?? '';
    expect(started).toMatch(/^[0-9a-f-]{36} \d+$/);
    held({ ...worker, pid: process.ppid, started });
    expect(() => lockFolders([folder], worker)).toThrow(ProblemError);
    held({
      ...worker,
      pid: process.ppid,
      started: started.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    });
    lockFolders([folder], worker).release();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a lock and parts of files of a process that is gone are taken over and removed', () => {
  held({ ...worker, pid: gone });
  const left = [`.annai-${gone}-3.part`, `.annai.lock-${gone}`, `.annai.lock-${gone}-stale`];
  for (const name of [...left, `.annai-${process.pid}-9.part`]) writeFileSync(join(folder, name), '');
  const lock = lockFolders([folder], worker);
  expect(readdirSync(folder).sort()).toEqual([`.annai-${process.pid}-9.part`, '.annai.lock']);
  lock.release();
});
