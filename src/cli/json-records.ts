/** Takes the results of records as they come, prints them as one JSON object; what else it says follows them. */

import type { RecordResult } from '../batch/batch-result.js';
import type { Terminal } from './terminal.js';

export interface JsonRecords {
  add(record: RecordResult): void;
  end(rest: object): void;
}

/** Nothing is printed before the first record: a run that cannot start says so in an object of its own. */
export function printJsonRecords({ out }: Pick<Terminal, 'out'>): JsonRecords {
  let last: string | undefined;
  return {
    add(record) {
      out(last === undefined ? '{\n  "records": [' : `${last},`);
      last = indented(record);
    },
    end(rest) {
      out(last === undefined ? '{\n  "records": [],' : `${last}\n  ],`);
      out(JSON.stringify(rest, undefined, 2).slice('{\n'.length));
    },
  };
}

const indented = (record: RecordResult): string =>
  JSON.stringify(record, undefined, 2).replace(/^/gm, '    ');
