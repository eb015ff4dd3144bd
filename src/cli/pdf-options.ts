/** Takes the options about the PDF file itself, gives what the pipeline wants to know. */

import { type Command, Option } from 'commander';
import type { PipelineOptions } from '../pipeline.js';
import { refuse } from '../problem.js';
import { readRegularFile } from '../storage/read-regular-file.js';
import type { Terminal } from './terminal.js';

export interface PdfOptions {
  readonly pdfStandard?: NonNullable<PipelineOptions['standard']>;
  readonly passwordFile?: string;
}

const STANDARDS = [
  'a-2a+ua-1',
  'a-2a',
  'ua-1',
  'none',
] as const satisfies readonly PdfOptions['pdfStandard'][];

export function addPdfOptions(command: Command, { say }: Terminal): Command {
  const option = (flags: string, ja: string, en: string) =>
    new Option(flags, say({ ja, en })).helpGroup(say({ ja: 'PDFのオプション:', en: 'PDF options:' }));
  return command
    .addOption(
      option(
        '--pdf-standard <STANDARD>',
        'PDFの規格: a-2a+ua-1（長期保存と読み上げ、標準）、a-2a、ua-1、none（規格なし）',
        'a-2a+ua-1 (to keep and to read aloud, default), a-2a, ua-1, none',
      ).choices(STANDARDS),
    )
    .addOption(
      option(
        '--password-file <FILE>',
        'PDFを開くパスワードを書いたファイル。--pdf-standard ua-1 か none と使います',
        'file with the password that opens the PDF; with --pdf-standard ua-1 or none',
      ),
    );
}

export function pdfOptions({
  pdfStandard,
  passwordFile,
}: PdfOptions): Pick<PipelineOptions, 'standard' | 'password'> {
  return {
    ...(pdfStandard === undefined ? {} : { standard: pdfStandard }),
    ...(passwordFile === undefined ? {} : { password: readPassword(passwordFile) }),
  };
}

/** All of it: editors end the line with a line break, and some begin the file with a mark; a second line is refused later on. */
function readPassword(file: string): string {
  try {
    // The decoder takes the mark away.
    return new TextDecoder().decode(readRegularFile(file)).replace(/\r?\n$/, '');
  } catch (error) {
    return refuse(
      {
        code: 'cli/password-file',
        message: {
          ja: 'パスワードのファイルを読めません。',
          en: 'The password file cannot be read.',
        },
        hint: {
          ja: 'ファイルの名前と、読む権限を確かめてください。',
          en: 'Check its name and whether you may read it.',
        },
        place: { kind: 'file', file },
      },
      error,
    );
  }
}
