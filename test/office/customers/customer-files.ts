/** Temporary customer files and what reading them gives, for the tests of this folder. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CustomerRead } from '../../../src/office/customers/customer-read.js';
import { readCustomers } from '../../../src/office/customers/read-customers.js';
import { type Problem, ProblemError } from '../../../src/problem.js';

const folder = mkdtempSync(join(tmpdir(), 'annai-customers-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function customerFile(name: string, content: string | Uint8Array): string {
  count += 1;
  const file = join(folder, `${count}-${name}`);
  writeFileSync(file, content);
  return file;
}

export async function readAll(file: string): Promise<readonly CustomerRead[]> {
  const reads: CustomerRead[] = [];
  for await (const read of readCustomers(file)) reads.push(read);
  return reads;
}

/** The problems that refuse the whole file. */
export async function refusalOf(file: string): Promise<readonly Problem[]> {
  try {
    await readAll(file);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  throw new Error(`${file} was not refused`);
}

export const HEADINGS = 'お客様番号,氏名,メールアドレス,接続方法,利用端末,サーバーに残す';

/** A CSV of `HEADINGS` and the given lines. */
export const csv = (...lines: readonly string[]): string => [HEADINGS, ...lines, ''].join('\r\n');

export const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
