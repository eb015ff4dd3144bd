/** Takes what was counted in a batch, says how fast it was and what of earlier sheets could be used again. */

import type { BatchCount } from '../../batch/batch-result.js';
import type { Wording } from '../../problem.js';
import { createRecallCount, type RecallCount } from '../../typesetting/recall-count.js';
import type { Terminal } from '../terminal.js';

export interface BatchStats {
  readonly sheetsPerSecond: number;
  /** Of the whole process, in megabytes. */
  readonly peakMemory: number;
  readonly recall: RecallCount;
}

export function statsOf(
  { made }: BatchCount,
  seconds: number,
  peakMemory: number,
  recalls: readonly RecallCount[],
): BatchStats {
  const recall = createRecallCount();
  for (const each of recalls) {
    for (const key of KEYS) {
      recall[key].asked += each[key].asked;
      recall[key].recalled += each[key].recalled;
    }
  }
  return { sheetsPerSecond: Number((made / seconds).toFixed(1)), peakMemory, recall };
}

const NAMES: Readonly<Record<keyof RecallCount, Wording>> = {
  sections: { ja: '同じ文章の区分', en: 'sections of the same source' },
  moulds: { ja: '言葉だけが違う区分', en: 'sections that differ in words' },
  paragraphs: { ja: '段落', en: 'paragraphs' },
  parts: { ja: 'ページの部分', en: 'parts of pages' },
  drawings: { ja: '部分の中の描画', en: 'drawings within parts' },
  marginBoxes: { ja: '柱とページ番号', en: 'margin boxes' },
  shapes: { ja: '文書の構造としおり', en: 'structures and outlines' },
};
const KEYS = Object.keys(NAMES) as (keyof RecallCount)[];

/** To standard error: standard output holds the result alone. */
export function printStats(
  { sheetsPerSecond, peakMemory, recall }: BatchStats,
  { say, err }: Terminal,
): void {
  err(
    say({
      ja: `1秒あたり ${sheetsPerSecond}名、メモリーは多いときで ${peakMemory} MB。前の紙面から使えたもの：`,
      en: `${sheetsPerSecond} sheets a second, ${peakMemory} MB of memory at most. Used again from earlier sheets:`,
    }),
  );
  for (const key of KEYS) {
    const { asked, recalled } = recall[key];
    const share = asked === 0 ? 0 : Math.round((100 * recalled) / asked);
    err(`  ${say(NAMES[key])}: ${recalled}/${asked} (${share}%)`);
  }
}
