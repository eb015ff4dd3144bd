/** Takes CSS text, gives the first bracket, string or comment that is not closed: css-tree would close it without a word. */

import { CssFault } from './css-fault.js';

const CLOSER: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** Beyond this css-tree would run out of stack. */
const DEPTH = 40;

const tooDeep = (offset: number): CssFault =>
  new CssFault(
    'too-deep',
    { ja: `括弧が${DEPTH}より深く重なっています。`, en: `Brackets are nested more than ${DEPTH} deep.` },
    { ja: '閉じ忘れた括弧がないか確かめてください。', en: 'Look for a bracket that is not closed.' },
    offset,
  );

export function checkBalance(css: string): CssFault | undefined {
  const open: { readonly character: string; readonly offset: number }[] = [];
  for (let index = 0; index < css.length; index += 1) {
    const character = css.charAt(index);
    if (character === '/' && css.charAt(index + 1) === '*') {
      const end = css.indexOf('*/', index + 2);
      if (end < 0) return unclosed('/*', '*/', index);
      index = end + 1;
    } else if (character === '"' || character === "'") {
      const end = endOfString(css, index);
      if (end === undefined) return unclosed(character, character, index);
      index = end;
    } else if (character === '\\') {
      index += 1;
    } else if (Object.hasOwn(CLOSER, character)) {
      open.push({ character, offset: index });
      if (open.length > DEPTH) return tooDeep(index);
    } else if (character === '}' || character === ')' || character === ']') {
      const last = open.pop();
      if (last === undefined) return stray(character, index);
      const closer = CLOSER[last.character] ?? '';
      if (closer !== character) return unclosed(last.character, closer, last.offset);
    }
  }
  const last = open.pop();
  return last === undefined ? undefined : unclosed(last.character, CLOSER[last.character] ?? '', last.offset);
}

/** Offset of the closing quotation mark. A string does not go over the end of its line (CSS Syntax 3 §4.3.5). */
function endOfString(css: string, start: number): number | undefined {
  for (let index = start + 1; index < css.length; index += 1) {
    const character = css.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '\n') return undefined;
    else if (character === css.charAt(start)) return index;
  }
  return undefined;
}

const unclosed = (opener: string, closer: string, offset: number): CssFault =>
  new CssFault(
    'unclosed',
    { ja: `「${opener}」が閉じられていません。`, en: `"${opener}" is not closed.` },
    { ja: `「${closer}」を書いてください。`, en: `Add "${closer}".` },
    offset,
  );

const stray = (character: string, offset: number): CssFault =>
  new CssFault(
    'unclosed',
    { ja: `「${character}」に対応する始まりがありません。`, en: `"${character}" closes nothing.` },
    { ja: `この「${character}」を消してください。`, en: 'Remove it.' },
    offset,
  );
