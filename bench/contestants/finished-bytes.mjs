// The limit of the disk: files that were finished before the clock started.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: '完成済みのファイルを書くだけ', en: 'finished bytes, only written' },
  does: {
    ja: 'annai が作っておいたファイルを、そのまま書き出す。何も作らない',
    en: 'writes files that annai had made before; makes nothing',
  },
  tagged: true,
  limit: true,
  open({ folder, from }) {
    const finished = join(folder, 'finished');
    const files = readdirSync(finished).map((name) => readFileSync(join(finished, name)));
    const print = readFileSync(join(folder, 'finished.pdf'));
    return {
      *files() {
        for (let at = from; ; at += 1) yield files[at % files.length] ?? new Uint8Array();
      },
      merged(count, sink) {
        const share = Math.ceil(print.length / files.length);
        for (let at = 0; at < count; at += 1) {
          const start = (at % files.length) * share;
          sink(print.subarray(start, start + share));
        }
      },
    };
  },
};
