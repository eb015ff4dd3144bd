/**
 * Takes a number of threads, gives records made on them, each thread with a pipeline of its own that stays warm. What a
 * thread makes is what this one would: a sheet depends on its record and the office's folders alone.
 */

import { type Pool, pool } from 'workerpool';
import type { Customer } from '../office/customers/customer.js';
import type { CustomerRead } from '../office/customers/customer-read.js';
import type { PipelineOptions } from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { RecallCount } from '../typesetting/recall-count.js';
import { failed } from './compose-record.js';
import type { MadeRecord } from './make-record.js';

/** What each thread is told once. */
export interface WorkerOrders {
  readonly pipeline: PipelineOptions;
  readonly strict: boolean;
}

/** With what the thread remembers, where that is counted. */
export interface MadeByThread extends MadeRecord {
  readonly thread?: { readonly id: number; readonly recall: RecallCount };
}

export interface SheetWorkers {
  readonly count: number;
  /** Of each thread by now, where `WorkerOrders` ask for it. */
  readonly recalls: readonly RecallCount[];
  make(read: CustomerRead): Promise<MadeRecord>;
  /** Whether the customer's sheet can be laid out. */
  fits(customer: Customer): Promise<boolean>;
  close(): Promise<void>;
}

/** The names under which a thread offers to make a record, and to try one. */
export const MAKE = 'make';
export const FITS = 'fits';

/** `script`: what a thread runs; it calls `serveSheets`. */
export function openWorkers(script: string, count: number, orders: WorkerOrders): SheetWorkers {
  const threads: Pool = pool(script, {
    workerType: 'thread',
    minWorkers: count,
    maxWorkers: count,
    workerThreadOpts: { workerData: orders },
  });
  const recalls = new Map<number, RecallCount>();
  return {
    count,
    get recalls() {
      return [...recalls.values()];
    },
    async make(read) {
      try {
        const { thread, ...made }: MadeByThread = await threads.exec(MAKE, [read]);
        if (thread !== undefined) recalls.set(thread.id, thread.recall);
        return made;
      } catch (error) {
        // The pool puts another thread in place of the one that is gone.
        return { record: failed(read, [...read.problems, lost(read, error)]), nothingNew: false };
      }
    },
    async fits(customer) {
      try {
        return await threads.exec(FITS, [customer]);
      } catch {
        // The thread is gone: making the sheet will tell, or have it made by another.
        return false;
      }
    },
    async close() {
      await threads.terminate(true);
    },
  };
}

function lost({ place }: CustomerRead, error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'batch/worker-lost',
    severity: 'error',
    message: {
      ja: `この方の分を作っている途中で、作業が止まりました（${said}）。ほかの方の分は続けて作っています。`,
      en: `The thread that made this sheet came to an end (${said}). The other sheets are made all the same.`,
    },
    hint: {
      ja: '同じコマンドをもう一度実行してください。繰り返すときは、--workers 1 を付けて実行し、annai の開発元に知らせてください。',
      en: 'Run the same command again. If it happens again, run it with --workers 1 and report it to the makers of annai.',
    },
    place,
  };
}
