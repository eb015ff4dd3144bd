/** What a command may do with the terminal: results go to standard output, everything else to standard error. */

import { styleText } from 'node:util';
import type { Wording } from '../problem.js';
import { type Language, languageOf, type Say } from './language.js';

type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'bold' | 'dim';
export type Paint = (style: Style, text: string) => string;

export interface Terminal {
  readonly language: Language;
  readonly say: Say;
  /** A line of the result. */
  out(line: string): void;
  /** A line about the work: progress, problems. */
  err(line: string): void;
  /** A line that the next one replaces; nothing where standard error is no terminal. */
  status(line: string): void;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** Whether somebody can be asked. */
  readonly interactive: boolean;
  /** Whether `status` shows anything. */
  readonly live: boolean;
}

export function processTerminal(args: readonly string[]): Terminal {
  const { stdout, stderr } = process;
  const language = languageOf(args);
  // styleText itself keeps to plain text where the stream is no terminal or NO_COLOR is set.
  const paintFor =
    (stream: NodeJS.WriteStream): Paint =>
    (style, text) =>
      styleText(style, text, { stream });
  const live = stderr.isTTY === true;
  let statusShown = false;
  const clearStatus = () => {
    if (statusShown) stderr.write(REPLACE_LINE);
    statusShown = false;
  };
  return {
    language,
    say: (wording: Wording) => wording[language],
    out(line) {
      clearStatus();
      stdout.write(`${line}\n`);
    },
    err(line) {
      clearStatus();
      stderr.write(`${line}\n`);
    },
    status(line) {
      if (!live) return;
      stderr.write(`${REPLACE_LINE}${line}`);
      statusShown = true;
    },
    paintOut: paintFor(stdout),
    paintErr: paintFor(stderr),
    // Standard input is not opened for a command that asks nothing.
    get interactive() {
      return live && process.stdin.isTTY === true;
    },
    live,
  };
}

/** Back to the line's start, and clear to its end. */
const REPLACE_LINE = '\r\u001b[K';
