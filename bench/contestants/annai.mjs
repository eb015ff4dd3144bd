// annai as a program calls it: customers from the CSV file, checked, set and written, everything on.

import { join } from 'node:path';
import { createPipeline, readCustomers } from '../../dist/annai.js';
import { ISSUE_DATE, PROVIDER } from '../prepare/sample.mjs';

/** @param {import('./contestant.d.ts').Contest} contest @param {'a-2a+ua-1' | 'none'} standard @returns {import('./contestant.d.ts').Contender} */
export function openAnnai({ folder, from }, standard) {
  const pipeline = createPipeline({ issueDate: ISSUE_DATE, allowRisky: true, provider: PROVIDER, standard });
  const records = customersAfter(join(folder, 'many.csv'), from);
  const next = async () => {
    const { value } = await records.next();
    if (value === undefined) throw new Error('bench: more sheets are made than many.csv has customers');
    return pipeline.compose(value);
  };
  return {
    async *files() {
      for (;;) yield pipeline.write(await next());
    },
    async merged(count, sink) {
      const file = pipeline.openPrintFile(sink, 'bench');
      for (let at = 0; at < count; at += 1) file.append(await next());
      file.end();
    },
  };
}

/** @param {string} file @param {number} from */
async function* customersAfter(file, from) {
  let index = 0;
  for await (const { customer } of readCustomers(file)) {
    if (index++ >= from && customer !== undefined) yield customer;
  }
}

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'annai', en: 'annai' },
  does: {
    ja: '名簿の読み込みから、確かめ・文面・組版・書き出しまで全部。PDF/UA-1 と PDF/A-2a の両方に合うファイル',
    en: 'everything: reads the customer file, checks, words, sets and writes; files conform to PDF/UA-1 and PDF/A-2a',
  },
  tagged: true,
  open: (contest) => openAnnai(contest, 'a-2a+ua-1'),
};
