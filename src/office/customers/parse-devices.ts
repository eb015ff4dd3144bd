/** Takes what is written about devices (単一, 2台以上, 3, `PC、iPhone`), gives their number and kinds. */

import type { Devices } from './customer.js';
import type { Choice, Entry } from './field.js';
import { halfWidth } from './normalise-text.js';
import { choiceFinder, choiceList, plainWord } from './parse-choice.js';
import { showText } from './show-text.js';

export interface DeviceNumber {
  readonly devices: Devices;
  readonly deviceCount?: number;
}

export const deviceChoices: readonly Choice<Devices>[] = [
  { value: 'single', label: { ja: '1台', en: 'single' }, synonyms: ['単一', '一台', '単数', 'one'] },
  {
    value: 'multiple',
    label: { ja: '2台以上', en: 'multiple' },
    synonyms: ['複数', '複数台', '二台以上', 'several'],
  },
];

export const deviceKinds: readonly Choice<string>[] = [
  {
    value: 'PC',
    label: { ja: 'PC', en: 'PC' },
    synonyms: ['パソコン', 'ノートパソコン', 'ノートPC', 'Windows', 'Mac'],
  },
  { value: 'iPhone', label: { ja: 'iPhone', en: 'iPhone' }, synonyms: ['アイフォン', 'アイフォーン'] },
  { value: 'Android', label: { ja: 'Android', en: 'Android' }, synonyms: ['アンドロイド', 'Androidスマホ'] },
  { value: 'タブレット', label: { ja: 'タブレット', en: 'tablet' }, synonyms: ['iPad', 'タブレット端末'] },
];

const findNumber = choiceFinder(deviceChoices);
const findKind = choiceFinder(deviceKinds);

export function parseDevices({ text, called, report }: Entry): DeviceNumber | undefined {
  const count = /^(\d{1,3})台?$/.exec(plainWord(text))?.[1];
  if (count !== undefined && Number(count) > 0) {
    return { devices: Number(count) === 1 ? 'single' : 'multiple', deviceCount: Number(count) };
  }
  const choice = findNumber(text);
  if (choice !== undefined) return { devices: choice.value };
  report(
    'error',
    'customers/devices',
    {
      ja: `「${called.ja}」の「${showText(text)}」が読み取れません。`,
      en: `"${showText(text)}" in "${called.en}" cannot be read.`,
    },
    {
      ja: '「1台」「2台以上」か、台数（例：3）を入れてください。',
      en: 'Enter single, multiple, or the number of devices (for example 3).',
    },
  );
  return undefined;
}

export function parseDeviceList(entry: Entry): readonly string[] | undefined {
  const parts = halfWidth(entry.text)
    .split(/[、,/;・]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kinds = parts.map((part) => kindOf(entry, part));
  return kinds.every((kind) => kind !== undefined) ? kinds : undefined;
}

function kindOf({ called, report }: Entry, text: string): string | undefined {
  const choice = findKind(text);
  if (choice !== undefined) return choice.value;
  const list = choiceList(deviceKinds);
  report(
    'error',
    'customers/choice',
    {
      ja: `「${called.ja}」の「${showText(text)}」は、選べる端末ではありません。`,
      en: `"${showText(text)}" is not a device that "${called.en}" can hold.`,
    },
    {
      ja: `${list.ja}から選び、二つ以上は「、」で区切ってください。`,
      en: `Choose from ${list.en}; separate several by commas.`,
    },
  );
  return undefined;
}
