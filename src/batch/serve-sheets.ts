/** Takes what a thread was told (`WorkerOrders`), serves the pool that started it: record in, PDF file out. */

import { workerData } from 'node:worker_threads';
import { Transfer, worker } from 'workerpool';
import type { CustomerRead } from '../office/customers/customer-read.js';
import { createPipeline } from '../pipeline.js';
import { type MadeRecord, makeRecord } from './make-record.js';
import { MAKE, type WorkerOrders } from './sheet-workers.js';

export function serveSheets(): void {
  const { pipeline: options, strict } = workerData as WorkerOrders;
  const pipeline = createPipeline(options);
  worker({
    [MAKE](read: CustomerRead): InstanceType<typeof Transfer> | MadeRecord {
      const { document: _stays, bytes, ...made } = makeRecord(read, pipeline, { strict, ownFile: true });
      if (bytes === undefined) return made;
      // Handed over, not copied: so it must be a buffer of its own.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      const whole = new Uint8Array(own.buffer);
      return new Transfer({ ...made, bytes: whole }, [whole.buffer]);
    },
  });
}
