// annai without structure tree and claims, to be compared with contestants that have none.

import { openAnnai } from './annai.mjs';

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'annai（タグなし）', en: 'annai, no tags' },
  does: {
    ja: '上と同じ。ただしタグも規格への適合もない',
    en: 'the same without tags and without conformance to a standard',
  },
  tagged: false,
  open: (contest) => openAnnai(contest, 'none'),
};
