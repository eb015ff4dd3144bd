/** Takes an office folder, gives the provider of its provider.yaml, checked and linted, with what the office should look at. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError, refuse } from '../../problem.js';
import { readYaml } from '../yaml/read-yaml.js';
import { lintProvider } from './lint-provider.js';
import { type Profile, ProfileSchema } from './profile-schema.js';
import type { Provider } from './provider.js';

export const PROVIDER_FILE = 'provider.yaml';

/** Throws ProblemError where the file is missing, unreadable, or breaks a rule; warnings and notices are handed back. */
export function loadProvider(folder: string): {
  readonly provider: Provider;
  readonly notices: readonly Problem[];
} {
  const file = join(folder, PROVIDER_FILE);
  return parseProvider(decode(readBytes(file), file), file);
}

export function parseProvider(
  yaml: string,
  file: string,
): { readonly provider: Provider; readonly notices: readonly Problem[] } {
  const { value, placeOf } = readYaml(yaml, file, ProfileSchema, 'profile');
  const provider = toProvider(value);
  const problems = lintProvider(provider, placeOf);
  if (problems.some((problem) => problem.severity === 'error')) throw new ProblemError(problems);
  return { provider, notices: problems };
}

function toProvider(profile: Profile): Provider {
  const { supportService, ...rest } = profile;
  if (supportService === undefined) return rest;
  const { name, text, member = text, nonMember = text } = supportService;
  return { ...rest, supportService: { name, text, member, nonMember } };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
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
