// Takes the report, gives docs/bench.md, and the few lines that the terminal shows.

import { figure, spreadText } from '../statistics.mjs';

/** @typedef {import('./report.d.ts').Report} Report */
/** @typedef {import('./report.d.ts').ReportRow} ReportRow */
/** @typedef {import('./report.d.ts').Spread} Spread */

/** @param {readonly (readonly string[])[]} rows the first is the heading */
const table = ([heading = [], ...rows]) =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const kilobytes = (/** @type {Spread | undefined} */ spread) =>
  spread === undefined ? '—' : figure(spread.median / 1000);

const middle = (/** @type {Spread | undefined} */ spread) =>
  spread === undefined ? '—' : figure(spread.median);

const megabytes = (/** @type {ReportRow} */ { peakFilesMB, peakMergedMB }) =>
  [peakFilesMB, peakMergedMB].map((spread) => (spread ? Math.round(spread.median) : '—')).join(' / ');

const name = (/** @type {ReportRow} */ { label, limit }) =>
  limit ? `*${label.ja}* (${label.en})` : label.ja === label.en ? label.ja : `${label.ja} (${label.en})`;

/**
 * @param {string} ours
 * @param {readonly ReportRow[]} rows
 * @param {(row: ReportRow) => import('./report.d.ts').Ratios} ratiosOf
 */
function ratioTable(ours, rows, ratiosOf) {
  const own = rows.find((row) => row.name === ours);
  const heading = own === undefined ? ours : name(own);
  return table([
    [`${heading} ÷`, '最初の1通 first sheet', '1通ずつ separate files', 'まとめて merged'],
    ...rows
      .filter(
        (row) =>
          row.missing === undefined && !row.name.startsWith('annai') && !row.name.startsWith('command'),
      )
      .map((row) => [
        name(row),
        spreadText(ratiosOf(row).firstSeconds),
        spreadText(ratiosOf(row).files),
        spreadText(ratiosOf(row).merged),
      ]),
  ]);
}

/** @param {ReportRow} row @param {Report['made']} made */
function paceText({ pace }, { paces }) {
  if (pace === undefined) return '';
  const { warmUp, merge } = paces[pace];
  return ` 先に ${warmUp} 通、まとめは ${merge} 通 (${warmUp} beforehand, ${merge} in a merged file).`;
}

/** @param {Report} report */
export function markdown({ made, rows, threads }) {
  const here = rows.filter(({ missing }) => missing === undefined);
  const away = rows.filter(({ missing }) => missing !== undefined);
  return `# 速さの比べ（bench）

\`npm run bench\` が書いたものです。手では直しません。Written by \`npm run bench\`; not edited by hand.

![速さのグラフ](bench.svg)

Node ${made.node}、${made.cores} × ${made.cpu}。${made.turns} 回ずつ、参加者を順に一つずつ別のプロセスで動かした中央値（かっこ内は最小～最大）。
お客様は ${made.sheets} 名、みな違います。毎回、先に何通か（下の「作ったもの」）を作ってから測り始め、${made.seconds} 秒以上続けます。
比べられるのは、この表の中の比だけです。「CPU」はすべてのスレッドを合わせた処理時間で、ほかの仕事がある計算機でも揺れが小さい目安です。
メモリーには、annai のほかは、渡された全員分の文章（または文字の位置）の分も入っています。

Medians of ${made.turns} turns (lowest–highest), contestants one after another, each in a process of its own, over ${made.sheets} customers, all
different; some sheets (see below) are made before the clock starts, and at least ${made.seconds} s are measured. No contestant but the command
flushes its files. Compare ratios of this table only. CPU is the processor time of
all threads: steadier than the clock on a machine with other work. The memory of all but annai counts the customers' words (or places) that they
are handed.

## 結果 Results

${table([
  [
    '参加者 contestant',
    '最初の1通 first sheet, whole process, s',
    '1通ずつ separate files, sheets/s',
    'まとめて merged, sheets/s',
    'CPU ms/通 a sheet: files / merged',
    'KB/通 a sheet: files / merged',
    '最大メモリー peak RSS, MB: files / merged',
  ],
  ...here.map((row) => [
    name(row),
    spreadText(row.firstSeconds),
    spreadText(row.filesPerSecond),
    spreadText(row.mergedPerSecond),
    `${middle(row.cpuMsPerFile)} / ${middle(row.cpuMsPerMerged)}`,
    `${kilobytes(row.bytesPerFile)} / ${kilobytes(row.bytesPerMerged)}`,
    megabytes(row),
  ]),
])}

## 比 Ratios: annai ÷ 参加者 contestant

同じ回どうしの比の中央値です。最初の1通は秒の比なので 1 より小さいほど、ほかは 1 より大きいほど annai が速いことになります。
上の表は、タグも規格への適合もすべて付きの annai との比、下の表はタグなしの annai との比です。

Medians of the ratios within each turn. First sheet: a ratio of seconds, below 1 annai is faster; the others: above 1. The first table is of annai
with tags, conformance and everything on, the second of annai without tags.

${ratioTable('annai', rows, (row) => row.annaiToThis)}

${ratioTable('annai-untagged', rows, (row) => row.untaggedToThis)}

## 作業の数 Threads

\`annai batch\`、${made.command} 名分：${threads.count} つの作業 ÷ 1 つの作業 = ${spreadText(threads.ratio)}。
1 つの作業のときも、二つめのコアは空いていません。よく通るところの翻訳（コンパイル）とメモリーの片付けを、V8 がそこでしています。
作業ごとに翻訳からやり直すので、少ない名簿では 1 つのほうが速く、\`--workers\` を書かなければ 1,250 名につき一つだけ始めます。

\`annai batch\`, ${made.command} customers: ${threads.count} threads ÷ one = ${spreadText(threads.ratio)}. One thread does not leave the second core
idle: V8 compiles there what runs often, and collects garbage. Each thread has that done anew, so that a short list is faster on one; where \`--workers\` says
nothing, one is started for 1,250 customers.

## 参加者がすること What each does

どの紙面も annai と同じページ数・同じ文字・同じ書体です（\`npm run bench:check\` が、文字と画素で確かめます）。お客様は見本の10種類の繰り返しで、全員違う方です。
annai だけが名簿から始めます。ほかの参加者には、その方の文章（または文字の位置）ができた形で渡します。書体を読むこと、ひな形の用意は、どの参加者でも時計の外です。

All sheets have annai's pages, characters and fonts (\`npm run bench:check\` holds their text and their pixels against annai's). The customers
are the ten kinds of the examples over and over, no two alike. annai alone begins with the customer file; the others are handed the customer's finished
words (or their places). Reading fonts and preparing a form or a template is outside the clock for all; the first sheet, a whole process, counts everything.

${here.map((row) => `- **${row.label.ja}** (${row.label.en}): ${row.does.ja}。${row.does.en}.${paceText(row, made)}`).join('\n')}
${away.map(({ label, missing }) => `- **${label.ja}** (${label.en}): ここでは測っていません not measured here: ${missing}`).join('\n')}
`;
}

/** @param {readonly ReportRow[]} rows @param {'filesPerSecond' | 'mergedPerSecond'} key */
function taggedShare(rows, key) {
  const of = (/** @type {string} */ wanted) => rows.find((row) => row.name === wanted)?.[key]?.median;
  const [tagged, untagged] = [of('annai'), of('annai-untagged')];
  return tagged === undefined || untagged === undefined ? '—' : (tagged / untagged).toFixed(2);
}

/** @param {Report} report */
export function summary({ made, rows }) {
  const here = rows.filter(({ missing }) => missing === undefined);
  return [
    `Node ${made.node}, ${made.cores} × ${made.cpu}; median of ${made.turns} (lowest–highest)\n`,
    table([
      [
        '',
        'first sheet, s',
        'files, sheets/s',
        'merged, sheets/s',
        'CPU ms a sheet',
        'peak RSS MB',
        'annai ÷ it: files',
        'merged',
      ],
      ...here.map((row) => [
        row.label.en,
        spreadText(row.firstSeconds),
        spreadText(row.filesPerSecond),
        spreadText(row.mergedPerSecond),
        `${middle(row.cpuMsPerFile)} / ${middle(row.cpuMsPerMerged)}`,
        megabytes(row),
        row.annaiToThis.files ? figure(row.annaiToThis.files.median) : '—',
        row.annaiToThis.merged ? figure(row.annaiToThis.merged.median) : '—',
      ]),
    ]),
    `\ntagged ÷ untagged, sheets/s: ${taggedShare(rows, 'filesPerSecond')} separate files, ${taggedShare(rows, 'mergedPerSecond')} merged`,
    ...rows.flatMap(({ label, missing }) =>
      missing === undefined ? [] : [`skipped: ${label.en}: ${missing}`],
    ),
  ].join('\n');
}
