/**
 * Takes a text file, gives its encoding, or refuses it with the byte, line and row that cannot be read (postal.md §4.1).
 *
 * Order: byte order mark, UTF-8, Shift_JIS (Microsoft's, CP932). Never a guess: the whole file must decode, and a file
 * without byte order mark that means different text in two encodings is refused.
 */

import { closeSync, openSync, readSync } from 'node:fs';
import { refuseFile, refuseUnreadable } from './file-form.js';

export type Encoding = 'utf-8' | 'shift_jis' | 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const SAVE_AGAIN = {
  ja: 'Excelで開き、文字化けがないか確かめてから、「CSV UTF-8（コンマ区切り）」か .xlsx で保存し直してください。',
  en: 'Open it in Excel, see that no character is garbled, and save it as “CSV UTF-8” or .xlsx.',
};

export function detectEncoding(file: string): Encoding {
  const marked = markedEncoding(file);
  if (marked !== undefined) {
    const fault = findUndecodable(file, marked);
    if (fault !== undefined) refuseUndecodable(file, [[marked, fault]]);
    return marked;
  }
  const trials = decodeAll(file);
  if (trials.utf8 && trials.shiftJis && trials.onlyTwoByteUtf8) refuseUnclear(file, 'UTF-8', 'Shift_JIS');
  if (trials.utf8) return 'utf-8';
  if (trials.shiftJis && trials.eucJp) refuseUnclear(file, 'Shift_JIS', 'EUC-JP');
  if (trials.shiftJis) return 'shift_jis';
  if (trials.eucJp) refuseForeign(file, 'EUC-JP');
  const faults: (readonly [Encoding, Undecodable])[] = [];
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    const fault = findUndecodable(file, encoding);
    if (fault !== undefined) faults.push([encoding, fault]);
  }
  return refuseUndecodable(file, faults);
}

const PIECE = 65_536;

/** The file's bytes in pieces, each of them good until the next is asked for; trouble of the disk becomes a Problem. */
export function* bytesOf(file: string): Generator<Uint8Array> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const piece = new Uint8Array(PIECE);
    for (let length = PIECE; length > 0; ) {
      length = readSync(handle, piece, 0, PIECE, null);
      if (length > 0) yield piece.subarray(0, length);
    }
  } catch (cause) {
    refuseUnreadable(file, cause);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function markedEncoding(file: string): Encoding | undefined {
  for (const bytes of bytesOf(file)) {
    return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  }
  return undefined;
}

interface Trials {
  readonly utf8: boolean;
  readonly shiftJis: boolean;
  readonly eucJp: boolean;
  /** Every character beyond ASCII takes two bytes in UTF-8: é and ß, but no kana or kanji. */
  readonly onlyTwoByteUtf8: boolean;
}

function decodeAll(file: string): Trials {
  const trials = { utf8: decoder('utf-8'), shiftJis: decoder('shift_jis'), eucJp: decoder('euc-jp') };
  let beyondAscii = false;
  let threeBytes = false;
  let offset = 0;
  for (const bytes of bytesOf(file)) {
    refuseControlBytes(file, bytes, offset);
    offset += bytes.length;
    beyondAscii ||= bytes.some((byte) => byte >= 0x80);
    threeBytes ||= bytes.some((byte) => byte >= 0xe0);
    for (const trial of Object.values(trials)) trial.feed(bytes);
  }
  for (const trial of Object.values(trials)) trial.feed(undefined);
  return {
    utf8: trials.utf8.sound(),
    shiftJis: trials.shiftJis.sound(),
    eucJp: trials.eucJp.sound(),
    onlyTwoByteUtf8: beyondAscii && !threeBytes,
  };
}

function decoder(encoding: string): { feed(bytes: Uint8Array | undefined): void; sound(): boolean } {
  const fatal = new TextDecoder(encoding, { fatal: true });
  let sound = true;
  return {
    feed(bytes) {
      if (sound) sound = decodes(fatal, bytes);
    },
    sound: () => sound,
  };
}

/** Undefined ends the text. */
function decodes(fatal: InstanceType<typeof TextDecoder>, bytes: Uint8Array | undefined): boolean {
  try {
    if (bytes === undefined) fatal.decode();
    else fatal.decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A byte order mark would have told UTF-16; without it NUL means another kind of file, and ESC means ISO-2022-JP. */
function refuseControlBytes(file: string, bytes: Uint8Array, offset: number): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    refuseFile(
      file,
      'customers/nul-byte',
      {
        ja: `${offset + nul + 1}バイト目に、文字のファイルにはない値（NUL）があります。文字のファイルではないか、印のないUTF-16です。`,
        en: `Byte ${offset + nul + 1} is NUL: this is no text file, or UTF-16 without a byte order mark.`,
      },
      SAVE_AGAIN,
    );
  }
  const shift = bytes.findIndex(
    (byte, index) => byte === 0x1b && (bytes[index + 1] === 0x24 || bytes[index + 1] === 0x28),
  );
  if (shift >= 0) {
    refuseForeign(file, 'ISO-2022-JP');
  }
}

function refuseForeign(file: string, encoding: string): never {
  refuseFile(
    file,
    'customers/encoding',
    {
      ja: `文字コードが${encoding}のようです。読めるのはUTF-8、Shift_JIS、UTF-16です。`,
      en: `The encoding looks like ${encoding}; UTF-8, Shift_JIS and UTF-16 can be read.`,
    },
    SAVE_AGAIN,
  );
}

function refuseUnclear(file: string, one: string, other: string): never {
  refuseFile(
    file,
    'customers/encoding-unclear',
    {
      ja: `文字コードを決められません。${one}としても${other}としても読めて、文字が変わってしまいます。`,
      en: `The encoding is unclear: the file can be read as ${one} and as ${other}, with different characters.`,
    },
    SAVE_AGAIN,
  );
}

interface Undecodable {
  readonly offset: number;
  readonly byte: number | undefined;
  readonly line: number;
  readonly row: number;
}

/** Where decoding stops. Pieces are decoded whole, and the one that fails once more byte by byte. */
function findUndecodable(file: string, encoding: Encoding): Undecodable | undefined {
  const fast = scan(file, encoding, Number.POSITIVE_INFINITY);
  return fast === undefined ? undefined : scan(file, encoding, fast.offset);
}

function scan(file: string, encoding: Encoding, slowFrom: number): Undecodable | undefined {
  const fatal = new TextDecoder(encoding, { fatal: true });
  const count = { line: 1, row: 1, quoted: false };
  let offset = 0;
  for (const bytes of bytesOf(file)) {
    const step = offset >= slowFrom ? 1 : bytes.length;
    for (let at = 0; at < bytes.length; at += step) {
      try {
        countLines(fatal.decode(bytes.subarray(at, at + step), { stream: true }), count);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return { offset: offset + at, byte: bytes[at], line: count.line, row: count.row };
      }
    }
    offset += bytes.length;
  }
  return decodes(fatal, undefined)
    ? undefined
    : { offset, byte: undefined, line: count.line, row: count.row };
}

/** Rows as Excel shows them: a line break inside quotation marks starts none. */
function countLines(text: string, count: { line: number; row: number; quoted: boolean }): void {
  for (const [sign] of text.matchAll(/["\n]/g)) {
    if (sign === '"') count.quoted = !count.quoted;
    else {
      count.line += 1;
      if (!count.quoted) count.row += 1;
    }
  }
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** The encoding that reads furthest is the one the file was meant in. */
function refuseUndecodable(file: string, faults: readonly (readonly [Encoding, Undecodable])[]): never {
  const furthest = faults.reduce((a, b) => (b[1].offset > a[1].offset ? b : a));
  const [encoding, { offset, byte, line, row }] = furthest;
  const tried = faults.map(([name]) => NAMES[name]);
  const shown = byte === undefined ? '' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  refuseFile(
    file,
    'customers/encoding',
    {
      ja:
        `文字コードが${tried.join('でも')}${tried.length > 1 ? 'でも' : 'で'}ありません。${NAMES[encoding]}として読むと、` +
        (byte === undefined
          ? `${row}行目の終わりで文字が途切れています。`
          : `${row}行目（テキストの${line}行目、先頭から${offset + 1}バイト目の${shown}）で読めなくなります。`),
      en:
        `The encoding is not ${tried.join(' nor ')}. Read as ${NAMES[encoding]}, ` +
        (byte === undefined
          ? `the last character is cut off in row ${row}.`
          : `row ${row} (line ${line}, byte ${offset + 1}, ${shown}) cannot be read.`),
    },
    SAVE_AGAIN,
    row,
  );
}
