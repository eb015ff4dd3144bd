import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolders } from '../../src/batch/lock-folder.js';
import { ProblemError } from '../../src/problem.js';
import { takeLock, type Worker } from '../../src/storage/lock-file.js';
import { processName } from '../../src/storage/process-name.js';
import { processStart } from '../../src/storage/process-start.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annai-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that is certainly gone. */
const gone = spawnSync('true').pid;
const worker: Worker = { pid: process.pid, host: 'here', user: 'kai', since: '2026-11-23 09:00' };
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

/** What a process leaves that is killed while it writes, asks for the lock, or takes over a lock. */
const leftBy = (by: Worker) => {
  const name = processName(by);
  return [`.annai-${name}-3.part`, `.annai.lock-${name}`, `.annai.lock-${name}-stale`];
};

test('a lock and parts of files of a process that is gone are taken over and removed; those of one that lives, or of another computer, are not', () => {
  held({ ...worker, pid: gone });
  const kept = [
    ...leftBy({ ...worker, pid: process.ppid }),
    ...leftBy({ ...worker, pid: gone, host: 'elsewhere' }),
  ];
  for (const name of [...leftBy({ ...worker, pid: gone }), ...kept]) writeFileSync(join(folder, name), '');
  const lock = lockFolders([folder], worker);
  expect(readdirSync(folder).sort()).toEqual([...kept, '.annai.lock'].sort());
  lock.release();
});

test('two computers whose processes have the same number do not share the name of what they write', () => {
  expect(processName(worker)).not.toBe(processName({ ...worker, host: 'elsewhere' }));
  expect(processName({ pid: 7, host: '会計 1/../x' })).toMatch(/^[0-9a-f]{8}-7$/);
});

describe('a lock that says nothing', () => {
  const lock = () => join(folder, '.annai.lock');

  test.each([
    ['is empty, as a power cut leaves it', ''],
    ['is torn', '{"pid":1'],
    ['is something else', '[]'],
  ])('because it %s, is taken over', (_, text) => {
    writeFileSync(lock(), text);
    expect(takeLock(lock(), worker)).toEqual({ held: true, succeeded: true });
  });

  test('at first, on a disk without links, is respected once it does', () => {
    writeFileSync(lock(), '');
    const words = JSON.stringify({ ...worker, pid: process.ppid });
    const late = spawn('sh', ['-c', 'sleep 0.2; printf %s "$1" >"$2"', 'sh', words, lock()]);
    expect(takeLock(lock(), worker)).toMatchObject({ held: false, by: { pid: process.ppid } });
    expect(late.pid).toBeGreaterThan(0);
  });
});

test('whoever comes second under another account can read who is at work', () => {
  const lock = lockFolders([folder], worker);
  expect(statSync(join(folder, '.annai.lock')).mode & 0o044).toBe(0o044);
  lock.release();
});

test.skipIf(process.getuid?.() === 0)('a lock that may not be read is respected all the same', () => {
  held(worker);
  chmodSync(join(folder, '.annai.lock'), 0);
  expect(() => lockFolders([folder], worker)).toThrow(/batch\/at-work/);
});

test.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link to nowhere', (path: string) => symlinkSync('nowhere', path)],
  ['a link to a file', (path: string) => symlinkSync('/etc/hostname', path)],
  ['a pipe that nobody writes to', (path: string) => spawnSync('mkfifo', [path])],
])('%s in the place of the lock is left alone, and said', (_, put) => {
  put(join(folder, '.annai.lock'));
  expect(() => lockFolders([folder], worker)).toThrow(/files\/lock-in-the-way/);
  expect(readdirSync(folder)).toEqual(['.annai.lock']);
});
