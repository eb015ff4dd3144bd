// Takes the rows of the report, gives a picture of them (SVG): bars on logarithmic scales, annai's in colour.

import { figure } from '../statistics.mjs';

/** @typedef {import('./report.d.ts').ReportRow} ReportRow */
/** @typedef {import('./report.d.ts').Spread} Spread */

const PANELS = /** @type {const} */ ([
  {
    key: 'filesPerSecond',
    ja: '1通ずつ：1秒に何通',
    en: 'separate files: sheets a second',
    better: 'longer',
  },
  { key: 'mergedPerSecond', ja: 'まとめて：1秒に何通', en: 'merged: sheets a second', better: 'longer' },
  {
    key: 'firstSeconds',
    ja: '最初の1通：秒（短いほど速い）',
    en: 'first sheet, whole process: seconds (shorter is better)',
    better: 'shorter',
  },
]);
const WIDTH = 880;
const LEFT = 250;
const RIGHT = 215;
const BAR = 16;
const STEP = 23;

export const escaped = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {readonly ReportRow[]} rows */
export function plot(rows) {
  let y = 10;
  let content = '';
  for (const panel of PANELS) {
    const shown = rows.flatMap((row) => {
      const spread = row[panel.key];
      return spread === undefined ? [] : [{ row, spread }];
    });
    if (shown.length === 0) continue;
    shown.sort((a, b) => (b.spread.median - a.spread.median) * (panel.better === 'longer' ? 1 : -1));
    content += drawPanel(panel, shown, y);
    y += 62 + shown.length * STEP + 22;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="'BIZ UDPGothic', 'Hiragino Sans', 'Noto Sans JP', sans-serif" font-size="12">
<title>annai bench</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${content}</svg>
`;
}

/** @param {(typeof PANELS)[number]} panel @param {readonly { row: ReportRow, spread: Spread }[]} shown @param {number} top */
function drawPanel({ ja, en }, shown, top) {
  const lowest = Math.min(...shown.map(({ spread }) => spread.low));
  const highest = Math.max(...shown.map(({ spread }) => spread.high));
  // A bar needs a length even for the least.
  const from = Math.floor(Math.log10(lowest) - 0.15);
  const to = Math.log10(highest);
  const x = (/** @type {number} */ value) =>
    LEFT + ((Math.log10(value) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const bottom = top + 56 + shown.length * STEP;
  let content = `<text x="10" y="${top + 16}" font-size="15" font-weight="bold" fill="#0f4c81">${escaped(ja)}</text>
<text x="10" y="${top + 34}" fill="#555555">${escaped(en)}, log scale</text>\n`;
  for (let power = from; power <= to; power += 1) {
    const at = x(10 ** power).toFixed(1);
    content += `<line x1="${at}" y1="${top + 50}" x2="${at}" y2="${bottom}" stroke="#dddddd"/>
<text x="${at}" y="${top + 46}" text-anchor="middle" font-size="10" fill="#777777">${10 ** power >= 1 ? 10 ** power : (10 ** power).toFixed(-power)}</text>\n`;
  }
  for (const [index, { row, spread }] of shown.entries()) {
    const y = top + 56 + index * STEP;
    const own = row.name.startsWith('annai') || row.name.startsWith('command');
    const color = own ? '#0f4c81' : row.limit ? '#c9c9c9' : '#8aa0b4';
    const middle = y + BAR / 2;
    const [low, high] = [x(spread.low).toFixed(1), x(spread.high).toFixed(1)];
    content += `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end"${own ? ' font-weight="bold"' : row.limit ? ' font-style="italic"' : ''}>${escaped(row.label.ja)}</text>
<rect x="${LEFT}" y="${y}" width="${(x(spread.median) - LEFT).toFixed(1)}" height="${BAR}" rx="2" fill="${color}"/>
<line x1="${low}" y1="${middle}" x2="${high}" y2="${middle}" stroke="#222222"/>
<text x="${(Number(high) + 6).toFixed(1)}" y="${y + 12}">${figure(spread.median)}${row.label.en === row.label.ja ? '' : `<tspan fill="#777777" font-size="10">  ${escaped(row.label.en)}</tspan>`}</text>\n`;
  }
  return content;
}
