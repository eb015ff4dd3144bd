/** Takes what a thread was told (`WorkerOrders`), serves the pool that started it: record in, PDF file out. */

import { threadId, workerData } from 'node:worker_threads';
import { Transfer, worker } from 'workerpool';
import type { Customer } from '../office/customers/customer.js';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { createPipeline } from '../pipeline.js';
import { makeRecord } from './make-record.js';
import { FITS, MAKE, type MadeByThread, type WorkerOrders } from './sheet-workers.js';

export function serveSheets(): void {
  const { pipeline: options, strict } = workerData as WorkerOrders;
  const { recall } = options;
  const pipeline = createPipeline(options);
  worker({
    [FITS]: (customer: Customer): boolean => pipeline.fits(customer),
    [MAKE](read: CustomerRead): InstanceType<typeof Transfer> | MadeByThread {
      const { document: _stays, bytes, ...record } = makeRecord(read, pipeline, { strict, ownFile: true });
      const made: MadeByThread = { ...record, ...(recall && { thread: { id: threadId, recall } }) };
      if (bytes === undefined) return made;
      // Handed over, not copied: so it must be a buffer of its own.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      const whole = new Uint8Array(own.buffer);
      return new Transfer({ ...made, bytes: whole }, [whole.buffer]);
    },
  });
}
