// A thread that stops dead at one customer, and echoes what it is told of the others: what a pool does about that is the question.

import { setTimeout as later } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';

worker({
  async make(read) {
    if (read.customerId === 'KS-2') process.exit(7);
    // The first takes longest: the others are ready before it.
    await later(read.row === 2 ? 300 : 5);
    return {
      record: { status: 'made', row: read.row, customerId: read.customerId, pages: 2, problems: [] },
      bytes: new TextEncoder().encode(`%PDF- ${read.customerId} ${workerData.pipeline.issueDate}`),
      nothingNew: true,
    };
  },
});
