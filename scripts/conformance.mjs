// Takes what annai makes (every kind in both editions, a print file, every element of the subset), gives veraPDF's verdict on it:
// PDF/A-2a and PDF/UA-1, no rule failed. Files that are known to be wrong must fail, so that a validator without rules is noticed.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { findValidator, validate } from './verapdf.mjs';

const ISSUE_DATE = '2026-11-23';
const PROFILES = ['provider-with-support-page', 'provider-with-barcode'];
const PASSWORD = 'Annai-2026';
const folder = join('out', 'conformance');

const validator = findValidator();
if (validator.jar === undefined) {
  const mustBeHad = Boolean(process.env.CI) && !validator.outOfReach;
  console.log(
    `${mustBeHad ? 'FAILED' : 'skipped'}: conformance to PDF/A-2a and PDF/UA-1 (${validator.missing})`,
  );
  process.exit(mustBeHad ? 1 : 0);
}

/** @type {typeof import('../src/annai.js')} */
const { createPipeline, ProblemError, readCustomers } = await import(
  new URL('../dist/annai.js', import.meta.url).href
);
/** @type {typeof import('../src/typesetting/typesetter.js')} */
const { typeset } = await import(new URL('../dist/typesetting/typesetter.js', import.meta.url).href);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const good = [...(await sheets()), elements()];
/** What claims one of the standards alone; what a password opens, which PDF/A forbids. */
const alone = { '2a': [await single('a-2a')], ua1: [await single('ua-1')] };
const locked = { '2a': [], ua1: [await single('ua-1', PASSWORD)] };
const bad = spoil(good[0] ?? '', good.at(-1) ?? '');

let failed = false;
for (const flavour of /** @type {const} */ (['2a', 'ua1'])) {
  const sound = [...good, ...alone[flavour], ...locked[flavour]];
  const verdicts = [
    ...validate(validator.jar, [...good, ...alone[flavour], ...bad[flavour]], flavour),
    ...locked[flavour].flatMap((file) => validate(validator.jar ?? '', [file], flavour, PASSWORD)),
  ];
  const rules = Math.min(...verdicts.map(({ passedRules }) => passedRules));
  const wrong = verdicts.filter(({ file, failures }) => sound.includes(file) && failures.length > 0);
  const caught = verdicts.filter(({ file, failures }) => bad[flavour].includes(file) && failures.length > 0);
  console.log(
    `${flavour}: ${sound.length} files, ${rules} rules or more, ${wrong.length} files with failures; ` +
      `${caught.length} of ${bad[flavour].length} spoilt files caught`,
  );
  for (const { file, failures } of wrong) {
    console.error(`  ${basename(file)}`);
    for (const { rule, count, description, context, message } of failures)
      console.error(`    ${rule} (${count} times) ${description}\n      ${context}\n      ${message}`);
  }
  const passed = bad[flavour].filter((file) => !caught.some((verdict) => verdict.file === file));
  for (const file of passed)
    console.error(`  ${basename(file)} is known to be wrong, and passed: this validator proves nothing`);
  failed ||= passed.length > 0 || wrong.length > 0 || rules === 0;
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

/**
 * A sheet that claims one of the standards alone.
 *
 * @param {'a-2a' | 'ua-1'} standard @param {string} [password]
 */
async function single(standard, password) {
  const lock = password === undefined ? {} : { password };
  const pipeline = createPipeline({ issueDate: ISSUE_DATE, standard, ...lock });
  for await (const { customer } of readCustomers(join('examples', 'customer.json')))
    if (customer !== undefined)
      return save(`${standard}${password === undefined ? '' : '-locked'}`, pipeline.render(customer));
  throw new Error('examples/customer.json holds no customer');
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
 * Good files with one thing broken each, by as many bytes so that all else stays where it is.
 *
 * @param {string} sheet
 * @param {string} sample
 */
function spoil(sheet, sample) {
  /** @param {string} name @param {string} file @param {string} from @param {string} to */
  const replaced = (name, file, from, to) => {
    const bytes = readFileSync(file, 'latin1');
    if (!bytes.includes(from) || from.length !== to.length) throw new Error(`${file} does not say ${from}`);
    return save(`bad-${name}`, Buffer.from(bytes.replace(from, to), 'latin1'));
  };
  /**
   * The same of what stands in an object stream, which deflated well is no longer than it was.
   *
   * @param {string} name @param {string} file @param {string} from @param {string} to
   */
  const replacedInside = (name, file, from, to) => {
    const bytes = readFileSync(file);
    const source = bytes.toString('latin1');
    for (const { index, 0: head, 1: length } of source.matchAll(/ObjStm[^>]*Length (\d+)\n>>\nstream\n/g)) {
      const start = index + head.length;
      const plain = inflateSync(bytes.subarray(start, start + Number(length))).toString('latin1');
      if (!plain.includes(from)) continue;
      const spoilt = deflateSync(Buffer.from(plain.replace(from, to), 'latin1'), { level: 9 });
      if (from.length !== to.length || spoilt.length > Number(length))
        throw new Error(`${from} is too short`);
      bytes.fill(0, start, start + Number(length)).set(spoilt, start);
      return save(`bad-${name}`, bytes);
    }
    throw new Error(`${file} does not say ${from}`);
  };
  return {
    '2a': [
      replaced('output-intent', sheet, '/GTS_PDFA1', '/GTS_PDFX1'),
      replaced('marked', sheet, '/Marked true', '/Marked null'),
      replaced('metadata', sample, '&lt;', '<lt;'),
    ],
    ua1: [
      replaced('title', sheet, 'DisplayDocTitle true', 'DisplayDocTitle null'),
      replacedInside('figure', sample, '/Alt ', '/Alx '),
      replacedInside('header-cell', sheet, '/Scope/', '/Scopx/'),
      replaced('link', sample, '/Contents (', '/Contentx ('),
    ],
  };
}

/** @param {string} name @param {Uint8Array} bytes */
function save(name, bytes) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
