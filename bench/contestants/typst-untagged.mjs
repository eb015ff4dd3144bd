// Typst without tags.

import { missingTypst, openTypst } from './typst.mjs';

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'Typst（タグなし）', en: 'Typst, no tags' },
  does: { ja: '上と同じ。ただしタグはない', en: 'the same without tags' },
  tagged: false,
  pace: 'even',
  missing: missingTypst,
  open: (contest) => openTypst(contest, false),
};
