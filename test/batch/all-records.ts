/** A batch whose results are gathered, in their order: the batch itself keeps none. */

import type { BatchResult, RecordResult } from '../../src/batch/batch-result.js';
import { type BatchWatch, runBatch } from '../../src/batch/run-batch.js';

type Arguments = Parameters<typeof runBatch>;

export async function batchOf(
  reads: Arguments[0],
  pipeline: Arguments[1],
  targets: Arguments[2],
  watch: Omit<BatchWatch, 'onRecord'> = {},
): Promise<BatchResult & { readonly records: readonly RecordResult[] }> {
  const records: RecordResult[] = [];
  const onRecord = (record: RecordResult): void => {
    records.push(record);
  };
  const result = await runBatch(reads, pipeline, targets, { ...watch, onRecord });
  return { ...result, records };
}
