// Takes the shipped examples, gives out/demo/: a sheet of every kind, one print file, and a sheet for each of the other profiles, and says
// so in Japanese.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

// Looked up when it runs: the type check of this script must not need dist/.
/** @type {typeof import('../src/cli/kind-name.js')} */
const { kindName } = await import(new URL('../dist/cli/kind-name.js', import.meta.url).href);

const folder = join('out', 'demo');
const printFile = join(folder, 'all.pdf');
const CUSTOMER = join('examples', 'customer.json');
/** [profile's folder, file, what is to be seen on it] */
const OTHER_PROFILES = /** @type {const} */ ([
  ['provider-with-support-page', 'KS-100312-support-page.pdf', 'サポートページのQRコード付き（裏の右下）'],
  ['provider-with-barcode', 'KS-100312-barcode.pdf', '郵便のカスタマバーコード付き（宛名の下）'],
]);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const run = spawnSync(
  process.execPath,
  // Two of the examples ask for what is discouraged (POP on several devices without keeping): shown with its caution.
  [
    'dist/cli/main.cjs',
    'batch',
    'examples/customers.csv',
    '-o',
    folder,
    '--merge',
    printFile,
    '--allow-risky',
    '--json',
  ],
  { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] },
);
if (run.stdout === '') {
  console.error(run.stderr);
  process.exit(1);
}

/** @type {{ records: import('../src/batch/batch-result.js').RecordResult[], problems: import('../src/problem.js').Problem[], seconds: number }} */
const { records, problems, seconds } = JSON.parse(run.stdout);
const made = records.filter(({ status }) => status === 'made');
const kinds = /** @type {import('../src/office/sheet/sheet.js').Kind[]} */ (Object.keys(kindName));
const missing = kinds.filter((kind) => !made.some((record) => record.kind === kind));

console.log(
  `見本のお客様 ${made.length}名分のご案内を ${folder}/ に作りました（${seconds.toFixed(1)}秒）。\n`,
);
for (const { kind, file, pages } of made.toSorted(
  (a, b) => kinds.indexOf(a.kind ?? 'U') - kinds.indexOf(b.kind ?? 'U'),
)) {
  console.log(`  ${basename(file ?? '')}  ${pages}ページ  ${kindName[kind ?? 'U'].ja}`);
}
console.log(`  ${basename(printFile)}  全員分を名簿の順に並べた印刷用`);

console.log('\n見本のプロフィール（examples/）を使うと、次のようになります。\n');
/** @type {string[]} */
const faults = [];
for (const [profile, file, what] of OTHER_PROFILES) {
  const sheet = spawnSync(
    process.execPath,
    [
      'dist/cli/main.cjs',
      'sheet',
      '--customer',
      CUSTOMER,
      '--provider',
      join('examples', profile),
      '-o',
      join(folder, file),
      '--json',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (sheet.status === 0) console.log(`  ${file}  ${JSON.parse(sheet.stdout).pages}ページ  ${what}`);
  else faults.push(sheet.stderr);
}
console.log('\nお客様の名簿は examples/customers.csv です。Excel でも開けます。');

const refused = [
  ...problems,
  ...records.filter(({ status }) => status === 'not-made').flatMap((record) => record.problems),
];
for (const { code, message } of refused) console.error(`作成できませんでした [${code}] ${message.ja}`);
if (missing.length > 0) console.error(`見本にない種類: ${missing.join(' ')}`);
for (const fault of faults) console.error(fault);
process.exit(missing.length === 0 && refused.length === 0 && faults.length === 0 ? 0 : 1);
