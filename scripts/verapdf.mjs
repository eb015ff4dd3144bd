// Takes PDF files and a standard, gives what veraPDF finds against it. The validator comes from Maven, by Maven itself, into a cache
// folder outside the repository, and is the jar whose checksum stands here or is not used.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const GROUP = 'org.verapdf.apps';
const ARTIFACT = 'greenfield-apps';
const VERSION = '1.28.2';
const SHA256 = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6';

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'annai', 'verapdf');
const jar = join(folder, `${ARTIFACT}-${VERSION}.jar`);

/** What Maven says where there is no network, or one that does not lead to its registry. */
const OUT_OF_REACH =
  /Unknown host|UnknownHostException|Connection refused|Network is unreachable|No route to host|timed out|Connection reset|offline mode|Could not transfer artifact|\b(?:403|407|502|503|504)\b/;

/** @typedef {'2a' | 'ua1'} Flavour */
/** @typedef {{ rule: string, description: string, count: number, context: string, message: string }} Failure */
/** @typedef {{ file: string, passedRules: number, failures: readonly Failure[] }} Verdict */

/**
 * The validator's path, or why it is not here, and whether that is because the registry cannot be reached.
 *
 * @returns {{ jar: string } | { jar?: undefined, missing: string, outOfReach: boolean }}
 */
export function findValidator() {
  if (!works('java', ['-version'])) return { missing: 'java is not installed', outOfReach: false };
  if (!existsSync(jar)) {
    if (!works('mvn', ['-v'])) return { missing: 'mvn (Maven) is not installed', outOfReach: false };
    mkdirSync(folder, { recursive: true });
    const coordinates = `${GROUP}:${ARTIFACT}:${VERSION}`;
    const fetched = spawnSync(
      'mvn',
      ['-q', '-B', 'dependency:copy', `-Dartifact=${coordinates}`, `-DoutputDirectory=${folder}`],
      { cwd: folder, encoding: 'utf8', timeout: 300_000 },
    );
    if (fetched.status !== 0 || !existsSync(jar)) {
      const said = `${fetched.stdout}${fetched.stderr}`;
      return {
        missing: `Maven could not fetch ${coordinates}: ${said.trim().split('\n').at(-1) ?? ''}`,
        outOfReach: OUT_OF_REACH.test(said),
      };
    }
  }
  const found = createHash('sha256').update(readFileSync(jar)).digest('hex');
  if (found !== SHA256) {
    rmSync(jar);
    throw new Error(`${jar} was not the file expected (sha256 ${found}); it has been removed`);
  }
  return { jar };
}

/**
 * @param {string} validator the jar
 * @param {readonly string[]} files
 * @param {Flavour} flavour
 * @param {string} [password] opens the one file given
 * @returns {readonly Verdict[]}
 */
export function validate(validator, files, flavour, password) {
  const run = spawnSync(
    'java',
    [
      ...['-cp', validator, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'json'],
      ...['--maxfailuresdisplayed', '1'],
      ...(password === undefined ? [] : ['--password', password]),
      ...files,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`veraPDF said nothing: ${run.stderr}`);
  const { report } = JSON.parse(run.stdout);
  return files.map((file, index) => {
    const job = report.jobs[index];
    const [result] = job?.validationResult ?? [];
    if (result === undefined) throw new Error(`veraPDF could not read ${file}: ${JSON.stringify(job)}`);
    const { passedRules, ruleSummaries } = result.details;
    const failed = ruleSummaries.filter((/** @type {any} */ rule) => rule.ruleStatus === 'FAILED');
    return { file, passedRules, failures: failed.map(failure) };
  });
}

/** @param {any} rule @returns {Failure} */
function failure({ specification, clause, testNumber, description, failedChecks, checks }) {
  const [first] = checks;
  return {
    rule: `${specification} ${clause}-${testNumber}`,
    description,
    count: failedChecks,
    context: first?.context ?? '',
    message: first?.errorMessage ?? '',
  };
}

/** @param {string} command @param {readonly string[]} args */
const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
