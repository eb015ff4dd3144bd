/** Takes an issue, gives the lines that show it: one in a list, or all that is known. */

import type { Issue } from '../../ledger/issue.js';
import type { Wording } from '../../problem.js';
import { inJapan } from '../japan-time.js';
import { kindName } from '../kind-name.js';
import type { Terminal } from '../terminal.js';

/** The digests are for machines: `--json` has them. */
export function issueLine(issue: Issue, { say, language, paintOut }: Terminal): string {
  const { controlNumber, customerId, kind, issuedAt, issuedBy, reissueReason } = issue;
  const again =
    reissueReason === undefined
      ? ''
      : say({ ja: `　再発行：${reissueReason}`, en: ` reissued: ${reissueReason}` });
  return `${paintOut('bold', controlNumber)}  ${inJapan(issuedAt)}  ${customerId}  ${kindName[kind][language]}  ${issuedBy}${again}`;
}

export function issueDetails(issue: Issue, terminal: Terminal): readonly string[] {
  const { say, language, paintOut } = terminal;
  const line = (label: Wording, value: string | undefined) =>
    value === undefined ? [] : [`  ${say(label)}: ${value}`];
  const inPrintFile =
    issue.position === 0 ? '' : say({ ja: `（${issue.position}番目）`, en: ` (sheet ${issue.position})` });
  return [
    paintOut('bold', `${issue.controlNumber}  ${issue.customerId}`),
    ...line(
      { ja: '種類', en: 'kind' },
      `${kindName[issue.kind][language]} (${issue.kind}, ${issue.edition})`,
    ),
    ...line({ ja: '紙面の発行日', en: 'date on the sheet' }, issue.issueDate),
    ...line({ ja: '発行した日時（日本時間）', en: 'issued at (Japan time)' }, inJapan(issue.issuedAt)),
    ...line({ ja: '発行した人', en: 'issued by' }, issue.issuedBy),
    ...line({ ja: '担当者', en: 'clerk' }, issue.clerk),
    ...line({ ja: '再発行の理由', en: 'reason of the reissue' }, issue.reissueReason),
    ...line({ ja: '業者の設定', en: 'profile' }, `${issue.provider} ${issue.profileRevision}`),
    ...line({ ja: 'テンプレート', en: 'template' }, issue.templateRevision),
    ...line({ ja: 'ページ数', en: 'pages' }, String(issue.pages)),
    ...line(
      { ja: 'ファイル', en: 'file' },
      issue.file === undefined
        ? say({
            ja: '（名前にお客様の情報があるため、記録していません）',
            en: '(not kept: its name told who the customer is)',
          })
        : `${issue.file}${inPrintFile}`,
    ),
  ];
}
