/** Takes a date as typed (2026-11-23, 2026/11/23, 2026年11月23日, 令和8年11月23日, R8.11.23), gives `YYYY-MM-DD`. */

import type { Wording } from '../../problem.js';
import type { IsoDate } from './customer.js';
import type { Entry } from './field.js';
import { isDateSerial } from './find-excel-damage.js';
import { halfWidth } from './normalise-text.js';
import { showText } from './show-text.js';

const WESTERN = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/;
const REIWA =
  /^(?:令和|R)(\d{1,2}|元)(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/i;
/** 令和 began on 2019-05-01; year 1 (元年) is 2019. */
const REIWA_ZERO = 2018;
const REIWA_BEGIN = '2019-05-01';

export function parseDate({ text, called, report }: Entry): IsoDate | undefined {
  const plain = halfWidth(text).replace(/\p{Z}/gu, '');
  if (isDateSerial(plain)) {
    report(
      'error',
      'V06',
      {
        ja: `「${called.ja}」の「${plain}」は、Excelの日付の通し番号と思われます。`,
        en: `"${plain}" in "${called.en}" looks like the serial number of a date in Excel.`,
      },
      {
        ja: 'Excelで列の表示形式を「日付」にして保存し直すか、2026-11-23 の形で入れてください。',
        en: 'Format the column as a date in Excel and save again, or enter it as 2026-11-23.',
      },
    );
    return undefined;
  }
  const date = western(plain) ?? reiwa(plain);
  const fault = date === undefined ? UNREADABLE : faultOf(date, plain);
  if (date !== undefined && fault === undefined) return date;
  report(
    'error',
    'customers/date',
    {
      ja: `「${called.ja}」の「${showText(text)}」は、${fault?.ja ?? ''}。`,
      en: `"${showText(text)}" in "${called.en}" ${fault?.en ?? ''}.`,
    },
    {
      ja: '2026-11-23、2026/11/23、令和8年11月23日 のどれかの形で入れてください。',
      en: 'Enter it as 2026-11-23, 2026/11/23 or 令和8年11月23日.',
    },
  );
  return undefined;
}

const UNREADABLE: Wording = { ja: '日付として読めません', en: 'cannot be read as a date' };

function western(text: string): string | undefined {
  const [, year, ...rest] = WESTERN.exec(text) ?? [];
  return year === undefined ? undefined : iso(Number(year), rest);
}

function reiwa(text: string): string | undefined {
  const [, year, ...rest] = REIWA.exec(text) ?? [];
  return year === undefined ? undefined : iso(REIWA_ZERO + (year === '元' ? 1 : Number(year)), rest);
}

/** The pattern has one group for the month in each of its spellings; one of them is filled, then the day. */
function iso(year: number, monthAndDay: readonly (string | undefined)[]): string {
  const [month = '', day = ''] = monthAndDay.filter((part) => part !== undefined);
  return `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function faultOf(date: string, typed: string): Wording | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const reiwaTooEarly = /^(?:令和|R)/i.test(typed) && date < REIWA_BEGIN;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return { ja: '暦にない日付です', en: 'is not in the calendar' };
  if (reiwaTooEarly)
    return {
      ja: '令和が始まる前（2019年4月以前）の日付です',
      en: 'lies before the first day of 令和 (2019-05-01)',
    };
  return undefined;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
