/**
 * Takes work and how long it may go on, gives its result, or ends it wherever it is.
 *
 * V8's own watchdog ends it, so that nothing below reads a clock or has to ask. Work that remembers must put results
 * where they are kept only when they are whole.
 */

import { type Context, createContext, Script } from 'node:vm';
import { refuse } from './problem.js';

const script = new Script('work()');
let context: (Context & { work?: (() => unknown) | undefined }) | undefined;

/** Throws a ProblemError where the time is up; 0 is no limit. */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  if (milliseconds === 0) return work();
  context ??= createContext({});
  const outer = context.work;
  context.work = work;
  try {
    return script.runInContext(context, { timeout: milliseconds }) as T;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    const seconds = milliseconds / 1000;
    return refuse(
      {
        code: 'template/too-slow',
        message: {
          ja: `${seconds}秒たっても組み上がらないため、打ち切りました。`,
          en: `It was not done within ${seconds} seconds and was given up.`,
        },
        hint: {
          ja: 'テンプレートの {{#each}} の重なり、スタイルシートの規則の数、画像の大きさを見直してください。',
          en: "Look at the template's nested {{#each}}, the number of rules in the style sheet, and the size of its pictures.",
        },
      },
      error,
    );
  } finally {
    context.work = outer;
  }
}

/** The error is made in the other context, whose `Error` is not ours. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
