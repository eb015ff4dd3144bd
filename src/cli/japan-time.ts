/** Takes moments, gives them as the office's clock shows them, and days of the office as moments. The only place that reads the calendar clock. */

import type { IsoDate } from '../office/customers/customer.js';

/** Japan has no summer time, so a fixed offset is the zone. */
const NINE_HOURS = 9 * 60 * 60 * 1000;

const shifted = (moment: number): string => new Date(moment + NINE_HOURS).toISOString();

export const todayInJapan = (): IsoDate => shifted(Date.now()).slice(0, 10);

export const nowInJapan = (): string => minute(shifted(Date.now()));

/** UTC as the ledger keeps it, `2026-11-23T15:00:00Z`: the minute in Japan, `2026-11-24 00:00`. */
export const inJapan = (utc: string): string => minute(shifted(Date.parse(utc)));

/** When this day begins in Japan, as the ledger writes moments. */
export const startOfDay = (day: IsoDate): string =>
  `${new Date(Date.parse(`${day}T00:00:00Z`) - NINE_HOURS).toISOString().slice(0, 19)}Z`;

const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
