/** Takes one record, gives everything of it that needs no disk: its composed sheet, its file's bytes, its account. */

import type { CustomerRead } from '../office/customers/customer-read.js';
import type { Pipeline } from '../pipeline.js';
import { type ComposedRecord, composeRecord, failed } from './compose-record.js';
import { problemsOf } from './problems-of.js';

export interface MakeOptions {
  /** Makes no sheet of a record with a warning. */
  readonly strict: boolean;
  /** Whether the sheet is to have a file of its own. */
  readonly ownFile: boolean;
}

export interface MadeRecord extends Pick<ComposedRecord, 'record'> {
  /** Where it was made on this thread; a sheet that was made has one or `bytes`, or both. */
  readonly document?: ComposedRecord['document'];
  /** The PDF file. */
  readonly bytes?: Uint8Array;
  /** The sheet has a file, and composing found nothing but what `Pipeline.check` tells. */
  readonly nothingNew: boolean;
}

export function makeRecord(
  read: CustomerRead,
  pipeline: Pipeline,
  { strict, ownFile }: MakeOptions,
): MadeRecord {
  const { record, document } = composeRecord(read, pipeline, strict);
  if (document === undefined) return { record, nothingNew: false };
  if (!ownFile) return { record, document, nothingNew: false };
  const { customer } = document.sheet;
  const nothingNew = document.checked === document.notices.length;
  try {
    return { record, document, nothingNew, bytes: pipeline.write(document) };
  } catch (error) {
    const problems = problemsOf(error, customer.place);
    return { record: failed(read, [...record.problems, ...problems]), nothingNew };
  }
}
