/** Takes the results as they come, shows how far the batch is: one moving line on a terminal, a line each elsewhere. */

import type { RecordResult } from '../batch/batch-result.js';
import type { Terminal } from './terminal.js';

const BAR = 24;

/** `total`: how many records there are. */
export const openProgress = (total: number, terminal: Terminal): ((record: RecordResult) => void) =>
  terminal.live ? bar(total, terminal) : lines(terminal);

function bar(total: number, { status, paintErr, say }: Terminal) {
  let done = 0;
  let lost = 0;
  return (record: RecordResult) => {
    done += 1;
    if (record.status === 'not-made') lost += 1;
    const filled = Math.round((BAR * done) / total);
    const gauge = paintErr('cyan', '█'.repeat(filled)) + paintErr('dim', '░'.repeat(BAR - filled));
    const failures =
      lost === 0 ? '' : paintErr('red', say({ ja: ` 作成できず ${lost}`, en: ` failed ${lost}` }));
    status(`${gauge} ${done}/${total}${failures}`);
  };
}

function lines({ err, say }: Terminal) {
  let done = 0;
  return ({ status, row, customerId, file }: RecordResult) => {
    done += 1;
    const who = customerId ?? say({ ja: `${row}行目`, en: `row ${row}` });
    const what =
      status === 'made' ? say({ ja: '作成', en: 'made' }) : say({ ja: '作成できず', en: 'not made' });
    err(`${done} ${who} ${what}${file === undefined ? '' : ` ${file}`}`);
  };
}
