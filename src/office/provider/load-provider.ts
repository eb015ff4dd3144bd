/** Takes an office folder, gives the provider of its provider.yaml, checked and linted, with what the office should look at. */

import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError, refuse } from '../../problem.js';
import { type Owner, readInside } from '../read-inside.js';
import { type PlaceOf, readYaml } from '../yaml/read-yaml.js';
import { lintProvider } from './lint-provider.js';
import { type Profile, ProfileSchema } from './profile-schema.js';
import type { Provider } from './provider.js';

export const PROVIDER_FILE = 'provider.yaml';

/** Bytes, thirty times the sample. A sheet that prints all of it is still made in about a second. */
const MOST_PROFILE = 64 * 1024;

const OWNER: Owner = { area: 'profile', called: { ja: 'プロフィール', en: 'profile' } };

export interface ProviderRead {
  readonly provider: Provider;
  /** Warnings and notices. */
  readonly notices: readonly Problem[];
}

/** Throws ProblemError where the file is missing, unreadable, or breaks a rule, and where there is no such logo. */
export function loadProvider(folder: string): ProviderRead & {
  /** The picture that `contact.logo` names. */
  readonly logo?: Uint8Array;
} {
  const file = join(folder, PROVIDER_FILE);
  const { placeOf, ...read } = parsePlaced(decode(readBytes(folder, file), file), file);
  const name = read.provider.contact.logo;
  return name === undefined ? read : { ...read, logo: readLogo(folder, name, placeOf) };
}

export function parseProvider(yaml: string, file: string): ProviderRead {
  const { provider, notices } = parsePlaced(yaml, file);
  return { provider, notices };
}

function parsePlaced(yaml: string, file: string): ProviderRead & { readonly placeOf: PlaceOf } {
  const { value, placeOf } = readYaml(yaml, file, ProfileSchema, 'profile');
  const provider = toProvider(value);
  const problems = lintProvider(provider, placeOf);
  if (problems.some((problem) => problem.severity === 'error')) throw new ProblemError(problems);
  return { provider, notices: problems, placeOf };
}

function readLogo(folder: string, name: string, placeOf: PlaceOf): Uint8Array {
  try {
    return readInside(realpathSync(folder), name, OWNER);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const place = placeOf(['contact', 'logo']);
    throw new ProblemError(
      error.problems.map((problem) => ({ ...problem, place })),
      { cause: error },
    );
  }
}

function toProvider(profile: Profile): Provider {
  const { supportService, ...rest } = profile;
  if (supportService === undefined) return rest;
  const { name, text, member = text, nonMember = text } = supportService;
  return { ...rest, supportService: { name, text, member, nonMember } };
}

function readBytes(folder: string, file: string): Uint8Array {
  try {
    if (statSync(file).isFile()) return readInside(realpathSync(folder), PROVIDER_FILE, OWNER, MOST_PROFILE);
    throw new Error('no file');
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    refuse(
      {
        code: 'profile/not-found',
        message: {
          ja: `プロバイダーのプロフィール「${file}」を読めません。`,
          en: `The provider profile "${file}" cannot be read.`,
        },
        hint: {
          ja: `フォルダーに ${PROVIDER_FILE} があるか、開く権限があるかを確かめてください。「annai init」で見本を作れます。`,
          en: `See that the folder holds ${PROVIDER_FILE} and that you may read it. "annai init" makes a sample.`,
        },
        place: { kind: 'file', file },
      },
      cause,
    );
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    refuse(
      {
        code: 'profile/encoding',
        message: { ja: `「${file}」が UTF-8 ではありません。`, en: `"${file}" is not UTF-8.` },
        hint: {
          ja: 'メモ帳などで「名前を付けて保存」を選び、文字コードを UTF-8 にして保存し直してください。',
          en: 'Save the file again as UTF-8.',
        },
        place: { kind: 'file', file },
      },
      cause,
    );
  }
}
