// Takes the imports of src/, gives docs/images/architecture.svg: one box for each stage folder, one arrow where one imports
// another (solid: calls it; dashed: knows its types only). With --check it fails where the picture on disk is another.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

const FILE = 'docs/images/architecture.svg';
const [BOX_WIDTH, BOX_HEIGHT, COLUMN, ROW] = [140, 56, 180, 118];
/** Above the first row, where the longest arrows bend. */
const TOP = 44;

/** Where each box stands (column, row) and what it is for. A folder without a place here is an error. */
const PLACES = /** @type {Record<string, [number, number, string]>} */ ({
  cli: [1, 0, 'コマンド'],
  batch: [3, 0, '大勢のお客様'],
  ledger: [4, 0, '発行の記録'],
  storage: [4, 1, '錠・ディスク'],
  pipeline: [2, 1, '道すじの全体'],
  'office/customers': [0, 2, 'ファイル → Customer'],
  'office/provider': [1, 2, '設定 → Provider'],
  'office/sheet': [2, 2, '→ Sheet'],
  'office/template': [3, 2, 'Sheet → HTML'],
  postal: [4, 2, '郵便の規則'],
  typesetter: [4, 3, '組版の全体・記憶'],
  'typesetting/markup': [0, 4, 'HTML → Element'],
  'typesetting/style': [1, 4, 'CSS → Box'],
  'typesetting/layout': [2, 4, 'Box → Block → Page'],
  'typesetting/paint': [3, 4, 'Page → EncodedPage'],
  'typesetting/pdf': [4, 4, '→ PDF'],
  'typesetting/fonts': [1, 5, '書体'],
  'typesetting/symbols': [2, 5, 'QR・バーコード'],
  'typesetting/images': [3, 5, 'PNG・JPEG'],
});
const WINGS = [
  { row: 2, rows: 1, columns: 4, name: 'office — 何を伝えるか', fill: '#fdf3e7' },
  { row: 3, rows: 3, columns: 5, name: 'typesetting — どう組むか', fill: '#e9f2fb' },
];

/** The box a module belongs to; undefined for what everybody may use (problems, units, places in a text). */
function boxOf(/** @type {string} */ source) {
  const path = source
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  if (path[0] === 'typesetting' && path.length === 2) return 'typesetter';
  const box = path[0] === 'office' || path[0] === 'typesetting' ? path.slice(0, 2).join('/') : path[0];
  if (path.length === 1 && box !== 'pipeline') return undefined;
  return path[0] === 'office' && (path.length === 2 || path[1] === 'yaml') ? undefined : box;
}

async function readImports() {
  /** @type {Required<import('dependency-cruiser').IConfiguration>} */
  const { options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  delete options?.tsConfig;
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string' || output.modules.length === 0) throw new Error('nothing was cruised');
  /** @type {Map<string, number>} */
  const modules = new Map();
  /** @type {Map<string, { from: string, to: string, calls: boolean }>} */
  const arrows = new Map();
  for (const { source, dependencies } of output.modules) {
    const from = source.startsWith('src/') ? boxOf(source) : undefined;
    if (from === undefined) continue;
    modules.set(from, (modules.get(from) ?? 0) + 1);
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = resolved.startsWith('src/') ? boxOf(resolved) : undefined;
      if (to === undefined || to === from) continue;
      const calls = !dependencyTypes.includes('type-only');
      const known = arrows.get(`${from} ${to}`);
      arrows.set(`${from} ${to}`, { from, to, calls: calls || known?.calls === true });
    }
  }
  return { modules, arrows: [...arrows.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)) };
}

function cornerOf(/** @type {string} */ box) {
  const place = PLACES[box];
  if (place === undefined) throw new Error(`draw-architecture: src/${box} has no place in the picture yet`);
  return {
    x: 40 + place[0] * COLUMN,
    y: TOP + place[1] * ROW,
    row: place[1],
    column: place[0],
    title: place[2],
  };
}

/** @param {{ from: string, to: string, calls: boolean }} arrow @param {number} index */
function drawArrow({ from, to, calls }, index) {
  const [a, b] = [cornerOf(from), cornerOf(to)];
  const shift = ((index % 5) - 2) * 9;
  const look = calls ? 'stroke="#47546b"' : 'stroke="#9aa5b8" stroke-dasharray="4 3"';
  let path = '';
  if (a.row === b.row && Math.abs(a.column - b.column) === 1) {
    const right = b.column > a.column;
    const y = a.y + BOX_HEIGHT / 2 + shift / 2;
    path = `M${right ? a.x + BOX_WIDTH : a.x},${y} L${right ? b.x : b.x + BOX_WIDTH},${y}`;
  } else if (a.row === b.row) {
    const [x1, x2] = [a.x + BOX_WIDTH / 2 + shift, b.x + BOX_WIDTH / 2 + shift];
    const lift = 16 + 7 * Math.abs(a.column - b.column);
    path = `M${x1},${a.y} C${x1},${a.y - lift} ${x2},${b.y - lift} ${x2},${b.y}`;
  } else {
    const down = b.row > a.row;
    const [x1, y1] = [a.x + BOX_WIDTH / 2 + shift, down ? a.y + BOX_HEIGHT : a.y];
    const [x2, y2] = [b.x + BOX_WIDTH / 2 + shift, down ? b.y : b.y + BOX_HEIGHT];
    const bend = (y2 - y1) * 0.5;
    path = `M${x1},${y1} C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`;
  }
  return `<path d="${path}" fill="none" ${look} marker-end="url(#${calls ? 'calls' : 'knows'})"/>`;
}

function draw(/** @type {Awaited<ReturnType<typeof readImports>>} */ { modules, arrows }) {
  const width = 40 + 4 * COLUMN + BOX_WIDTH + 40;
  const height = TOP + 5 * ROW + BOX_HEIGHT + 24;
  const marker = (/** @type {string} */ id, /** @type {string} */ colour) =>
    `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="${colour}"/></marker>`;
  const wings = WINGS.map(({ row, rows, columns, name, fill }) => {
    const y = TOP + row * ROW - 34;
    return `<rect x="16" y="${y}" width="${columns * COLUMN + 8}" height="${(rows - 1) * ROW + BOX_HEIGHT + 46}" rx="12" fill="${fill}"/><text x="28" y="${y + 17}" font-size="12" fill="#7a6a52">${name}</text>`;
  });
  const boxes = [...modules.keys()].sort().map((box) => {
    const { x, y, title } = cornerOf(box);
    const name = box.split('/').at(-1);
    return [
      `<rect x="${x}" y="${y}" width="${BOX_WIDTH}" height="${BOX_HEIGHT}" rx="8" fill="#fff" stroke="#47546b"/>`,
      `<text x="${x + 12}" y="${y + 24}" font-size="14" font-weight="bold" fill="#1f2a3d">${name}</text>`,
      `<text x="${x + BOX_WIDTH - 10}" y="${y + 24}" text-anchor="end" font-size="11" fill="#7c8799">${modules.get(box)}</text>`,
      `<text x="${x + 12}" y="${y + 44}" font-size="11.5" fill="#47546b">${title}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif">`,
    '<title>The folders of src/ and what they import</title>',
    `<defs>${marker('calls', '#47546b')}${marker('knows', '#9aa5b8')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#fbfbfa"/>`,
    ...wings,
    ...arrows.map(drawArrow),
    ...boxes,
    '</svg>\n',
  ].join('\n');
}

const picture = draw(await readImports());
if (process.argv.includes('--check')) {
  const same = existsSync(FILE) && readFileSync(FILE, 'utf8') === picture;
  if (!same) console.error(`${FILE} no longer shows src/: run npm run picture:architecture`);
  process.exit(same ? 0 : 1);
}
mkdirSync('docs/images', { recursive: true });
writeFileSync(FILE, picture);
console.log(FILE);
