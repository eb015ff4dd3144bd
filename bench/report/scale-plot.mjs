// Takes the runs of the scale, gives a picture of them (SVG): time for a sheet, and memory, over the sheets made so far.

/** @typedef {import('./report.d.ts').ScaleRun} ScaleRun */

const WIDTH = 880;
const HEIGHT = 250;
const LEFT = 60;
const RIGHT = 210;
/** The first sheets pay for starting and warming up; they are not in the picture, and set no scale before the hundredth. */
const FIRST = 10;
const SETTLED = 100;
const COLORS = ['#8aa0b4', '#5b86ab', '#0f4c81', '#001f3d', '#c0504d', '#9c6b30'];

/** @param {readonly ScaleRun[]} runs */
export function scalePlot(runs) {
  const time = runs.map((run) => ({ run, points: times(run) }));
  const memory = runs.map((run) => ({
    run,
    points: run.samples.map(({ made, residentMB }) => /** @type {const} */ ([made, residentMB])),
  }));
  const machines = [...new Set(runs.map(({ machine }) => machine))].join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${2 * HEIGHT + 110}" viewBox="0 0 ${WIDTH} ${2 * HEIGHT + 110}" font-family="'BIZ UDPGothic', 'Hiragino Sans', 'Noto Sans JP', sans-serif" font-size="12">
<title>annai batch: time and memory</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${panel(time, 10, '1通あたりの時間（ミリ秒）', 'time for a sheet (ms), annai batch, separate files')}
${panel(memory, HEIGHT + 50, 'メモリー（MB）', 'resident memory (MB)')}
<text x="${LEFT}" y="${2 * HEIGHT + 98}" font-size="10" fill="#777777">${machines.replace(/[&<>]/g, '')}</text>
</svg>
`;
}

/** Of the sheets between two looks, each against the number made by then. @param {ScaleRun} run */
function times({ samples }) {
  return samples.slice(1).flatMap(({ made, seconds }, index) => {
    const before = samples[index];
    if (before === undefined || made === before.made) return [];
    return [/** @type {const} */ ([made, (1000 * (seconds - before.seconds)) / (made - before.made)])];
  });
}

/**
 * @param {readonly { run: ScaleRun, points: readonly (readonly [number, number])[] }[]} lines
 * @param {number} top
 * @param {string} ja
 * @param {string} en
 */
function panel(lines, top, ja, en) {
  const settled = lines.flatMap((line) => line.points.filter(([made]) => made >= SETTLED));
  const most = 1.3 * Math.max(...settled.map(([, value]) => value), 1);
  const step = 10 ** Math.floor(Math.log10(most));
  const highest = Math.ceil(most / step) * step;
  const last = Math.max(...lines.map(({ run }) => run.count), SETTLED);
  const plotTop = top + 48;
  const plotHeight = HEIGHT - 70;
  const x = (/** @type {number} */ made) =>
    LEFT + (Math.log10(made / FIRST) / Math.log10(last / FIRST)) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ value) => plotTop + plotHeight * Math.max(1 - value / highest, 0);
  let content = `<text x="10" y="${top + 16}" font-size="15" font-weight="bold" fill="#0f4c81">${ja}</text>
<text x="10" y="${top + 34}" fill="#555555">${en}</text>\n`;
  for (let value = 0; value <= highest; value += highest > 5 * step ? 2 * step : step) {
    content += `<line x1="${LEFT}" y1="${y(value).toFixed(1)}" x2="${WIDTH - RIGHT}" y2="${y(value).toFixed(1)}" stroke="#dddddd"/>
<text x="${LEFT - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end" font-size="10" fill="#777777">${Number(value.toPrecision(3))}</text>\n`;
  }
  for (let power = Math.ceil(Math.log10(FIRST)); 10 ** power <= last; power += 1) {
    const at = x(10 ** power).toFixed(1);
    content += `<line x1="${at}" y1="${plotTop}" x2="${at}" y2="${plotTop + plotHeight}" stroke="#eeeeee"/>
<text x="${at}" y="${plotTop + plotHeight + 14}" text-anchor="middle" font-size="10" fill="#777777">${(10 ** power).toLocaleString('en-US')}</text>\n`;
  }
  content += `<text x="${WIDTH - RIGHT}" y="${plotTop + plotHeight + 28}" text-anchor="end" font-size="10" fill="#777777">作った数 sheets made so far</text>\n`;
  for (const [index, { run, points: line }] of lines.entries()) {
    const color = COLORS[index % COLORS.length];
    const shown = line.filter(([made]) => made >= FIRST);
    const path = shown.map(([made, value]) => `${x(made).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const label = `${run.count.toLocaleString('en-US')} 名${run.workers === 1 ? '' : `（${run.workers} workers）`}: ${((1000 * run.seconds) / run.count).toFixed(1)} ms, ${Math.round(run.peakMB)} MB`;
    content += `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="1.8"/>
<rect x="${WIDTH - RIGHT + 8}" y="${plotTop + index * 18}" width="10" height="10" fill="${color}"/>
<text x="${WIDTH - RIGHT + 22}" y="${plotTop + index * 18 + 9}" font-size="11">${label}</text>\n`;
  }
  return content;
}
