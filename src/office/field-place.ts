/** Takes a record and one of its fields, gives the place to name in a Problem: file, row, and the column's heading as typed there. */

import type { RecordPlace } from '../problem.js';
import type { FieldHeadings } from './customers/customer.js';

interface PlacedRecord {
  readonly place: RecordPlace;
  readonly customerId?: string;
  readonly headings?: FieldHeadings;
}

export function fieldPlace({ place, customerId, headings }: PlacedRecord, field: string): RecordPlace {
  const column = headings?.[field];
  return {
    ...place,
    ...(customerId === undefined ? {} : { customerId }),
    field,
    ...(column === undefined ? {} : { column }),
  };
}
