/** Takes the settings rows, gives each value that must be typed exactly, character by character with its reading (sheet.md §4). */

import type { ReadingAid, SettingsKey, SettingsRow, SpelledCharacter } from './sheet.js';
import { spellOut } from './spelling.js';

const SPELLED: readonly SettingsKey[] = ['mail-address', 'user-name', 'password'];
const GROUP = 4;

export function readingAids(rows: readonly SettingsRow[]): readonly ReadingAid[] {
  const spelled = rows.filter((row) => SPELLED.includes(row.key) && row.form === 'identifier');
  const values = [...new Set(spelled.map((row) => row.value))];
  // A user name that is the mail address is spelled once, under both names.
  return values.map((value) => {
    const same = spelled.filter((row) => row.value === value);
    const characters = spellOut(value);
    return {
      code: same.map((row) => row.code).join('・'),
      item: same.map((row) => row.item).join('・'),
      characters,
      groups: inGroups(characters),
    };
  });
}

function inGroups(characters: readonly SpelledCharacter[]): readonly (readonly SpelledCharacter[])[] {
  const groups: SpelledCharacter[][] = [];
  for (let start = 0; start < characters.length; start += GROUP) {
    groups.push(characters.slice(start, start + GROUP));
  }
  return groups;
}
