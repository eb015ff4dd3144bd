/** Takes a profile, gives impossible or unsafe pairs of port and protection, and servers that cannot be: L1 to L6 (records.md §2, C1, C18). */

import type { Problem, Wording } from '../../problem.js';
import type { PlaceOf } from '../yaml/read-yaml.js';
import type { Endpoint, Provider } from './provider.js';

const METHODS = ['pop', 'imap', 'smtp'] as const;
type Method = (typeof METHODS)[number];

interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly key: 'host' | 'port' | 'security';
  readonly message: Wording;
  readonly hint: Wording;
}

export function lintEndpoints(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  const found = METHODS.flatMap((method) =>
    provider[method].flatMap((endpoint, index) =>
      judge(endpoint, provider.allowPlain).map(
        ({ key, ...finding }): Problem => ({ ...finding, place: placeOf([method, index, key]) }),
      ),
    ),
  );
  return [...found, ...nothingToPrint(provider, placeOf)];
}

function judge(endpoint: Endpoint, allowPlain: boolean): readonly Finding[] {
  const { port, security } = endpoint;
  const findings: Finding[] = [];
  if ([995, 993, 465].includes(port) && security !== 'ssl') {
    findings.push(protection('L1', port, security, ['ssl']));
  }
  if (port === 110 || port === 143) {
    if (security === 'ssl') findings.push(protection('L2', port, security, ['starttls', 'none']));
    if (security === 'none') findings.push(plain(port, allowPlain));
  }
  if (port === 587 && security !== 'starttls') findings.push(protection('L3', port, security, ['starttls']));
  if (port === 25) {
    findings.push({
      code: 'L4',
      severity: 'error',
      key: 'port',
      message: {
        ja: 'ポート 25 は使えません。多くの回線で送信が止められています（OP25B）。',
        en: 'Port 25 cannot be used: most networks block sending through it (OP25B).',
      },
      hint: {
        ja: '送信には 587（starttls）か 465（ssl）を書いてください。',
        en: 'Use 587 (starttls) or 465 (ssl) to send.',
      },
    });
  }
  if (!isHostName(endpoint.host)) {
    findings.push({
      code: 'L5',
      severity: 'error',
      key: 'host',
      message: {
        ja: `「${endpoint.host}」はサーバーの名前として正しくありません。`,
        en: `"${endpoint.host}" is no name of a server.`,
      },
      hint: {
        ja: 'mail.example.ne.jp のように、半角の英数字・ハイフン・ドットだけで書いてください（https:// やポート番号は付けません）。',
        en: 'Write it like mail.example.ne.jp, without https:// and without the port.',
      },
    });
  }
  return findings;
}

function protection(code: string, port: number, security: string, right: readonly string[]): Finding {
  return {
    code,
    severity: 'error',
    key: 'security',
    message: {
      ja: `ポート ${port} と保護「${security}」の組み合わせでは接続できないか、安全ではありません。`,
      en: `Port ${port} with the protection "${security}" cannot connect or is not safe.`,
    },
    hint: {
      ja: `security を ${right.join(' か ')} にするか、ポート番号を確かめてください。`,
      en: `Set security to ${right.join(' or ')}, or check the port.`,
    },
  };
}

function plain(port: number, allowPlain: boolean): Finding {
  return {
    code: 'L2',
    severity: allowPlain ? 'warning' : 'error',
    key: 'security',
    message: {
      ja: `ポート ${port} は暗号化されません。パスワードを途中で読まれるおそれがあります。`,
      en: `Port ${port} is not encrypted: the password can be read on its way.`,
    },
    hint: allowPlain
      ? {
          ja: '旧機種用に残す場合だけにして、新しい方には 995・993（ssl）をご案内ください。',
          en: 'Keep it for old equipment only; give newcomers 995 or 993 (ssl).',
        }
      : {
          ja: 'この接続先を消すか、旧機種のためにどうしても必要なら allowPlain: true にしてください。',
          en: 'Remove this endpoint; if old equipment really needs it, set allowPlain: true.',
        },
  };
}

/** L6: every connection that the profile offers must have an endpoint that is printed. */
function nothingToPrint(provider: Provider, placeOf: PlaceOf): readonly Problem[] {
  const lacking: Method[] = METHODS.filter(
    (method) =>
      (method === 'smtp' || provider[method].length > 0) &&
      provider[method].every((endpoint) => endpoint.legacy),
  );
  const problems = lacking.map(
    (method): Problem => ({
      code: 'L6',
      severity: 'error',
      message: {
        ja: `「${method}」に、印刷できる接続先（旧機種用でないもの）がありません。`,
        en: `"${method}" has no endpoint to print (one that is not legacy).`,
      },
      hint: {
        ja: 'legacy の付かない接続先を1つ以上書いてください。',
        en: 'Give at least one endpoint that is not legacy.',
      },
      place: placeOf([method], 'key'),
    }),
  );
  if (provider.pop.length === 0 && provider.imap.length === 0) {
    problems.push({
      code: 'L6',
      severity: 'error',
      message: { ja: '受信サーバーがありません。', en: 'There is no server for incoming mail.' },
      hint: { ja: 'pop か imap に接続先を書いてください。', en: 'Give an endpoint in pop or imap.' },
      place: placeOf([]),
    });
  }
  return problems;
}

/** Names of at least two labels; the last one is no number, so that addresses like 192.0.2.1 are refused. */
function isHostName(host: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?$/.test(label)) &&
    /[A-Za-z]/.test(labels.at(-1) ?? '')
  );
}
