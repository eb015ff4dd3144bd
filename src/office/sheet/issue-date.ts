/** Takes an ISO date, gives it as printed: 2026-11-03 → 2026年11月3日. */

import type { IsoDate } from '../customers/customer.js';

export function issueDateText(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
