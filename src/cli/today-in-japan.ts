/** Gives today's date in Japan, wherever the machine stands. The only place that reads the calendar clock. */

import type { IsoDate } from '../office/customers/customer.js';

const NINE_HOURS = 9 * 60 * 60 * 1000;

export function todayInJapan(): IsoDate {
  // Japan has no summer time, so a fixed offset is the zone.
  return new Date(Date.now() + NINE_HOURS).toISOString().slice(0, 10);
}
