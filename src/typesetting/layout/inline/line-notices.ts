/** Takes the lines of a paragraph as set, gives what is worth knowing of them: what composition could not do by its rules. */

import type { Problem, SourcePlace } from '../../../problem.js';
import { type Length, toMm } from '../../../units.js';
import { LAST_RESORT } from './find-opportunities.js';
import type { LineRange } from './line-range.js';
import type { Setting } from './setting.js';

/** What a justified line lacks that is left ragged; zero for every other. */
export type LackOf = (line: number) => Length;

/** One notice a kind and paragraph, at its first line: narrow columns would give one for every line. */
export function lineNotices(
  setting: Setting,
  lines: readonly LineRange[],
  lackOf: LackOf,
): readonly Problem[] {
  const ragged = [...lines.keys()].filter((n) => lackOf(n) > 0);
  const forced = lines.flatMap(({ ending, to }) => (ending === LAST_RESORT ? [to] : []));
  const worst = ragged.reduce((most, n) => Math.max(most, lackOf(n)), 0);
  return [
    ...ragged.slice(0, 1).flatMap((n) => at(setting, lines[n]?.from, raggedLines(ragged.length, worst))),
    ...forced.slice(0, 1).flatMap((to) => at(setting, to, forbiddenBreaks(forced.length))),
  ];
}

function at({ clusters }: Setting, cluster: number | undefined, problem: Problem): readonly Problem[] {
  const place: SourcePlace | undefined = clusters[cluster ?? -1]?.piece.place;
  return place === undefined ? [problem] : [{ ...problem, place }];
}

function raggedLines(count: number, worst: Length): Problem {
  const lack = `${toMm(worst).toFixed(1)} mm`;
  return {
    code: 'layout/ragged-line',
    severity: 'notice',
    message: {
      ja: `両端をそろえる段落に、字間を広げてもそろわない行が ${count} 行あります（足りない長さは最大 ${lack}）。そのままの字間で左に寄せました。`,
      en: `${count} line(s) of a justified paragraph lack up to ${lack}, more than their gaps may open: left ragged.`,
    },
    hint: {
      ja: '長い英数字の前後の文言か行の幅を変えるか、この段落を text-align: start にしてください。',
      en: 'Change the words around long Western text or the width of the line, or set the paragraph with text-align: start.',
    },
  };
}

function forbiddenBreaks(count: number): Problem {
  return {
    code: 'layout/forbidden-break',
    severity: 'notice',
    message: {
      ja: `行の幅が足りないため、行頭か行末に置けない文字（句読点や括弧など）が ${count} か所で行頭か行末にあります。`,
      en: `For want of room ${count} line(s) begin or end with a character that may not stand there.`,
    },
    hint: {
      ja: '行や列の幅を広げるか、文字を小さくするか、記号の続くところを短くしてください。',
      en: 'Make the line or column wider, the type smaller, or runs of signs shorter.',
    },
  };
}
