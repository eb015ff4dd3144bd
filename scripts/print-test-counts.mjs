// Takes vitest's JSON report, prints `N passed, N failed[, N skipped]` as the only line; fails where a test failed or none ran.

import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: print-test-counts.mjs REPORT.json');

if (!existsSync(file)) {
  console.error(`no report ${file}: the tests did not run`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, success: boolean,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} */
const report = JSON.parse(readFileSync(file, 'utf8'));

// A file that cannot even be loaded fails without a failing test in it: it counts as one.
const brokenFiles = report.testResults.filter(
  (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
).length;
const failed = report.numFailedTests + brokenFiles;
const skipped = report.numPendingTests + report.numTodoTests;

console.log(
  `${report.numPassedTests} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
);
process.exit(failed === 0 && report.success && report.numPassedTests > 0 ? 0 : 1);
