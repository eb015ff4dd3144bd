/** Takes a condition and a kind, gives whether it holds and says so in words. */

import type { Wording } from '../../problem.js';
import type { Condition } from '../provider/provider.js';
import { PERSONAL_KINDS } from './kind.js';
import type { Kind } from './sheet.js';

/** The undecided sheet says whatever the sheet of any personal kind says, and what is for the undecided alone. */
export function conditionHolds(condition: Condition, kind: Kind): boolean {
  if (kind === 'U' && condition.connection?.includes('undecided')) return true;
  return PERSONAL_KINDS.some(
    (each) =>
      (kind === 'U' || kind === each.kind) &&
      (condition.connection?.includes(each.connection) ?? true) &&
      (condition.devices?.includes(each.devices) ?? true) &&
      (condition.leave?.includes(each.leave) ?? true),
  );
}

const WORDS = {
  connection: { ja: '接続方法', en: 'connection' },
  devices: { ja: '端末', en: 'devices' },
  leave: { ja: '「サーバーに残す」', en: 'leave on server' },
} as const;

const VALUES: Readonly<Record<string, Wording>> = {
  POP: { ja: 'POP', en: 'POP' },
  IMAP: { ja: 'IMAP', en: 'IMAP' },
  undecided: { ja: '未定', en: 'undecided' },
  single: { ja: '1台', en: 'single' },
  multiple: { ja: '2台以上', en: 'multiple' },
  keep: { ja: 'はい', en: 'keep' },
  delete: { ja: 'いいえ', en: 'delete' },
  'no-setting': { ja: '設定なし', en: 'no setting' },
};

/** `接続方法が POP、端末が2台以上`; the empty condition gives undefined. */
export function conditionText(condition: Condition): Wording | undefined {
  const parts = (['connection', 'devices', 'leave'] as const).flatMap((key) => {
    const words = condition[key]?.map((value) => VALUES[value] ?? { ja: value, en: value });
    if (words === undefined) return [];
    return {
      ja: `${WORDS[key].ja}が ${words.map((word) => word.ja).join(' か ')}`,
      en: `${WORDS[key].en}: ${words.map((word) => word.en).join(' or ')}`,
    };
  });
  if (parts.length === 0) return undefined;
  return { ja: parts.map((part) => part.ja).join('、'), en: parts.map((part) => part.en).join(', ') };
}

/** What a kind is, in the same words. */
export function kindText(kind: Kind): Wording {
  const traits = PERSONAL_KINDS.find((each) => each.kind === kind);
  if (traits === undefined) return { ja: '接続方法が 未定', en: 'connection: undecided' };
  const { connection, devices, leave } = traits;
  const text = conditionText({
    connection: [connection],
    devices: [devices],
    ...(connection === 'POP' && { leave: [leave] }),
  });
  return text ?? { ja: '', en: '' };
}
