/** Takes a record's values, reports what does not go together within the record itself (records.md §3: V01, V09, V10, V14). */

import type { Severity, Wording } from '../../problem.js';
import type { Honorific, LeaveOnServer } from './customer.js';
import { type FieldName, type FieldValues, fields } from './fields.js';

/** A complaint about one field; the caller knows its place and the heading it stands under. */
export type ReportField = (
  name: FieldName,
  severity: Severity,
  code: string,
  message: (called: Wording) => Wording,
  hint?: Wording,
) => void;

export function checkFields(
  values: FieldValues,
  filled: (name: FieldName) => boolean,
  report: ReportField,
): void {
  checkRequired(filled, values, report);
  checkPost(values, filled, report);
  checkLeave(values, report);
  checkDevices(values, report);
  checkHonorific(values, report);
}

function reportEmpty(name: FieldName, why: Wording, report: ReportField): void {
  report(
    name,
    'error',
    'V01',
    (called) => ({ ja: `${why.ja}「${called.ja}」が空です。`, en: `"${called.en}" is empty${why.en}.` }),
    fields[name].hint,
  );
}

function checkRequired(filled: (name: FieldName) => boolean, values: FieldValues, report: ReportField): void {
  for (const name of ['customerId', 'name', 'mailAddress', 'connection', 'devices'] as const) {
    if (!filled(name)) reportEmpty(name, { ja: '', en: '' }, report);
  }
  if (values.connection === 'POP' && !filled('leaveOnServer')) {
    reportEmpty(
      'leaveOnServer',
      { ja: '接続方法がPOPなのに、', en: ', though the connection is POP' },
      report,
    );
  }
}

function checkPost(values: FieldValues, filled: (name: FieldName) => boolean, report: ReportField): void {
  if (values.deliveryMethod !== 'post') return;
  for (const name of ['postalCode', 'address1'] as const) {
    if (!filled(name))
      reportEmpty(name, { ja: '交付方法が郵送なのに、', en: ', though the sheet goes by post' }, report);
  }
}

function checkLeave({ connection, leaveOnServer, leaveDays }: FieldValues, report: ReportField): void {
  if (connection === undefined) return;
  if (connection !== 'POP') {
    const why: Wording =
      connection === 'IMAP'
        ? { ja: '接続方法がIMAPのため', en: 'the connection is IMAP' }
        : { ja: '接続方法が未定のため', en: 'the connection is undecided' };
    if (leaveOnServer !== undefined) reportUnused('leaveOnServer', 'V09', why, report);
    if (leaveDays !== undefined) reportUnused('leaveDays', 'V09', why, report);
  } else if (leaveDays !== undefined && leaveOnServer !== undefined && leaveOnServer !== 'keep') {
    reportUnused('leaveDays', 'customers/unused', UNUSED_DAYS[leaveOnServer], report);
  } else if (leaveDays === 0) {
    report(
      'leaveDays',
      'error',
      'V10',
      (called) => ({
        ja: `サーバーに残す設定なのに、「${called.ja}」が0日です。`,
        en: `Mail is kept on the server, but "${called.en}" is 0.`,
      }),
      {
        ja: '1〜60の日数を入れるか、空にしてください（空なら会社の標準の日数になります）。',
        en: 'Enter 1 to 60 days, or leave it empty for the profile’s default.',
      },
    );
  }
}

const UNUSED_DAYS: Readonly<Record<Exclude<LeaveOnServer, 'keep'>, Wording>> = {
  delete: { ja: 'サーバーに残さないため', en: 'nothing is left on the server' },
  'no-setting': { ja: 'サーバーに残す設定がないため', en: 'the mail program has no such setting' },
};

function reportUnused(name: FieldName, code: string, why: Wording, report: ReportField): void {
  report(
    name,
    'notice',
    code,
    (called) => ({
      ja: `${why.ja}、「${called.ja}」は使いません。`,
      en: `"${called.en}" is not used: ${why.en}.`,
    }),
    {
      ja: '接続方法などがお客様のご希望どおりなら、このままでかまいません。',
      en: 'If the rest of the record is as the customer wishes, leave it.',
    },
  );
}

function checkDevices({ devices, deviceList = [], firstDevice }: FieldValues, report: ReportField): void {
  if (devices !== undefined && deviceList.length > 0) {
    const { devices: number, deviceCount } = devices;
    const wanted: Wording =
      deviceCount === undefined
        ? {
            ja: number === 'single' ? '1台' : '2台以上',
            en: number === 'single' ? 'one device' : 'several devices',
          }
        : { ja: `${deviceCount}台`, en: `${deviceCount} device${deviceCount === 1 ? '' : 's'}` };
    const agrees =
      deviceCount === undefined
        ? (number === 'single') === (deviceList.length === 1)
        : deviceCount === deviceList.length;
    if (!agrees) {
      report(
        'deviceList',
        'error',
        'V14',
        (called) => ({
          ja: `「${called.ja}」には${deviceList.length}台ありますが、台数は${wanted.ja}になっています。`,
          en: `"${called.en}" holds ${deviceList.length}, but the record says ${wanted.en}.`,
        }),
        {
          ja: 'お客様に台数を確かめ、どちらかを直してください。',
          en: 'Ask the customer and correct one of the two.',
        },
      );
    }
  }
  if (firstDevice !== undefined && deviceList.length > 0 && !deviceList.includes(firstDevice)) {
    report(
      'firstDevice',
      'error',
      'customers/first-device',
      (called) => ({
        ja: `「${called.ja}」の「${firstDevice}」が、端末一覧（${deviceList.join('、')}）にありません。`,
        en: `"${firstDevice}" in "${called.en}" is not in the device list (${deviceList.join(', ')}).`,
      }),
      {
        ja: '端末一覧に加えるか、端末一覧の中から選んでください。',
        en: 'Add it to the list or choose from the list.',
      },
    );
  }
}

const OWN_HONORIFIC = /(?:様|殿|御中|先生|各位)$/;
const COMPANY =
  /株式会社|有限会社|合同会社|合資会社|合名会社|[（(][株有同資名][）)]|[㈱㈲㈾㈴]|法人|組合|協会|連合会|自治会|町内会|商工会|役場|学校|病院|保育園|幼稚園/;

/** 様 is added only where the name does not end with an honorific of its own (postal.md §4.2). */
export const honorificFor = (name: string, given: Honorific | undefined): Honorific =>
  OWN_HONORIFIC.test(name) ? '' : (given ?? '様');

function checkHonorific({ name, honorific }: FieldValues, report: ReportField): void {
  if (name === undefined) return;
  const own = OWN_HONORIFIC.exec(name)?.[0];
  if (own !== undefined) {
    if (honorific === undefined || honorific === '' || honorific === own) return;
    report('honorific', 'notice', 'customers/honorific', (called) => ({
      ja: `氏名が「${own}」で終わっているため、「${called.ja}」の「${honorific}」は付けません。`,
      en: `The name already ends with ${own}, so ${honorific} of "${called.en}" is not added.`,
    }));
    return;
  }
  if (honorific === '御中' || !COMPANY.test(name)) return;
  report(
    'honorific',
    'warning',
    'customers/honorific',
    () => ({
      ja: `「${name}」は会社や団体の名前のようですが、敬称は「${honorific ?? '様'}」です。`,
      en: `${name} looks like a company, but its honorific is ${honorific ?? '様'}.`,
    }),
    {
      ja: '担当の方のお名前がなければ、敬称の列に「御中」と入れてください。',
      en: 'Enter 御中 as the honorific if no person is named.',
    },
  );
}
