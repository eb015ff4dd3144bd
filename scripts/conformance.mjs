// Takes what annai makes (every kind in both editions, a print file, every element of the subset), gives veraPDF's verdict on it:
// PDF/A-2a and PDF/UA-1, no rule failed. Files that are known to be wrong must fail, so that a validator without rules is noticed.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findValidator, validate } from './verapdf.mjs';

/** @type {typeof import('../src/annai.js')} */
const { createPipeline, ProblemError, readCustomers } = await import(
  new URL('../dist/annai.js', import.meta.url).href
);
/** @type {typeof import('../src/typesetting/typesetter.js')} */
const { typeset } = await import(new URL('../dist/typesetting/typesetter.js', import.meta.url).href);

const ISSUE_DATE = '2026-11-23';
const PROFILES = ['provider-with-support-page', 'provider-with-barcode'];
const folder = join('out', 'conformance');

const validator = findValidator();
if (validator.jar === undefined) {
  console.log(`skipped: conformance to PDF/A-2a and PDF/UA-1 (${validator.missing})`);
  process.exit(0);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const good = [...(await sheets()), elements()];
const bad = spoil(good[0] ?? '');

let failed = false;
for (const flavour of /** @type {const} */ (['2a', 'ua1'])) {
  const verdicts = validate(validator.jar, [...good, bad[flavour]], flavour);
  const rules = Math.min(...verdicts.map(({ passedRules }) => passedRules));
  const wrong = verdicts.filter(({ file, failures }) => file !== bad[flavour] && failures.length > 0);
  console.log(
    `${flavour}: ${good.length} files, ${rules} rules or more, ${wrong.length} files with failures`,
  );
  for (const { file, failures } of wrong) {
    console.error(`  ${basename(file)}`);
    for (const { rule, count, description, context, message } of failures)
      console.error(`    ${rule} (${count} times) ${description}\n      ${context}\n      ${message}`);
  }
  const blind = verdicts.some(({ file, failures }) => file === bad[flavour] && failures.length === 0);
  if (blind)
    console.error(
      `  ${basename(bad[flavour])} is known to be wrong, and passed: this validator proves nothing`,
    );
  failed ||= blind || wrong.length > 0 || rules === 0;
}
process.exit(failed ? 1 : 0);

/** Every example customer in both editions, all of them in one file, and the other profiles. */
async function sheets() {
  const files = [];
  const customers = [];
  for await (const { customer, problems } of readCustomers(join('examples', 'customers.csv'))) {
    if (customer === undefined) throw new ProblemError(problems);
    customers.push(customer);
  }
  for (const edition of /** @type {const} */ (['normal', 'large'])) {
    const pipeline = createPipeline({ issueDate: ISSUE_DATE, edition, allowRisky: true });
    const documents = customers.map((customer) => pipeline.compose(customer));
    for (const [i, document] of documents.entries())
      files.push(save(`${edition}-${customers[i]?.customerId}`, pipeline.write(document)));
    /** @type {Uint8Array[]} */
    const chunks = [];
    const printFile = pipeline.openPrintFile((chunk) => chunks.push(chunk), '印刷用 & <全員>');
    for (const document of documents) printFile.append(document);
    printFile.end();
    files.push(save(`${edition}-all`, Buffer.concat(chunks)));
  }
  for (const profile of PROFILES) {
    const provider = join('examples', profile);
    const pipeline = createPipeline({ issueDate: ISSUE_DATE, provider, allowRisky: true });
    const post = customers.find(({ deliveryMethod }) => deliveryMethod === 'post') ?? customers[0];
    if (post !== undefined) files.push(save(profile, pipeline.render(post)));
  }
  return files;
}

function elements() {
  const sample = join('test', 'conformance', 'elements');
  return save(
    'elements',
    typeset(readFileSync(`${sample}.html`, 'utf8'), {
      css: readFileSync(`${sample}.css`, 'utf8'),
      title: 'すべての要素 & <記号>',
      lang: 'ja-JP',
      author: '案内 <annai>',
      subject: '"引用" & \\',
      keywords: '要素、見本',
      date: ISSUE_DATE,
      picture: (src) => readFileSync(join('test', 'conformance', src)),
    }),
  );
}

/**
 * A good file with one claim broken, of the same length so that all else stays where it is.
 *
 * @param {string} file
 */
function spoil(file) {
  const bytes = readFileSync(file, 'latin1');
  /** @param {string} name @param {string} from @param {string} to */
  const replaced = (name, from, to) => {
    if (!bytes.includes(from) || from.length !== to.length) throw new Error(`${file} does not say ${from}`);
    return save(name, Buffer.from(bytes.replace(from, to), 'latin1'));
  };
  return {
    '2a': replaced('bad-output-intent', '/GTS_PDFA1', '/GTS_PDFX1'),
    ua1: replaced('bad-title', 'DisplayDocTitle true', 'DisplayDocTitle null'),
  };
}

/** @param {string} name @param {Uint8Array} bytes */
function save(name, bytes) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
