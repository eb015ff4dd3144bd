/** Takes a profile, gives what is wrong with its envelope: a window too small for what shall be seen in it (postal.md §2.3). */

import { barcodeSize, QUIET_ZONE, SMALLEST_WIDTH } from '../../postal/barcode-size.js';
import type { Problem } from '../../problem.js';
import type { PlaceOf } from '../yaml/read-yaml.js';
import type { Provider } from './provider.js';

export function lintMailing({ mailing }: Provider, placeOf: PlaceOf): readonly Problem[] {
  if (mailing === undefined) return [];
  const { window, slack, customerBarcode } = mailing;
  const problems: Problem[] = [];
  for (const [axis, side] of [
    ['x', 'width'],
    ['y', 'height'],
  ] as const) {
    if (slack === undefined || slack[axis] < window[side]) continue;
    problems.push({
      code: 'profile/slack',
      severity: 'error',
      message: {
        ja: `用紙が封筒の中で動く幅 ${slack[axis]} mm が、窓の ${window[side]} mm 以上あります。`,
        en: `The sheet can slide ${slack[axis]} mm, which is no less than the window's ${window[side]} mm.`,
      },
      hint: {
        ja: '封筒の内側の寸法から、折った用紙（幅 210 mm・高さ 99 mm）を引いた値を書いてください。',
        en: 'Write the inside of the envelope less the folded sheet (210 mm wide, 99 mm high).',
      },
      place: placeOf(['mailing', 'slack', axis]),
    });
  }
  if (!customerBarcode || problems.length > 0) return problems;
  const seen = window.width - (slack?.x ?? 0);
  if (barcodeSize(seen) === undefined) {
    problems.push({
      code: 'profile/barcode-window',
      severity: 'error',
      message: {
        ja: `窓のいつも見える幅 ${+seen.toFixed(2)} mm に、カスタマバーコードが入りません（いちばん小さいもので、左右の余白とも ${SMALLEST_WIDTH.toFixed(2)} mm）。`,
        en: `A customer barcode does not fit into the ${+seen.toFixed(2)} mm of the window that are always seen: the smallest needs ${SMALLEST_WIDTH.toFixed(2)} mm with its quiet zones.`,
      },
      hint: {
        ja: 'customerBarcode を false にするか、窓の広い封筒、または用紙の動かない封筒に替えてください。',
        en: 'Set customerBarcode to false, or take an envelope with a wider window or less slack.',
      },
      place: placeOf(['mailing', 'customerBarcode']),
    });
  } else if (slack === undefined) {
    problems.push({
      code: 'profile/barcode-slack',
      severity: 'warning',
      message: {
        ja: `カスタマバーコードを印刷しますが、用紙が封筒の中で動く幅（slack）が書かれていません。用紙がずれると、窓のふちとの余白 ${QUIET_ZONE} mm がなくなります。`,
        en: `A customer barcode is printed, but the profile does not say how far the sheet can slide (slack): its quiet zone of ${QUIET_ZONE} mm may be lost.`,
      },
      hint: {
        ja: '封筒の内側の寸法から、折った用紙（幅 210 mm・高さ 99 mm）を引いて、slack: { x: 横, y: 縦 } と書いてください。動かないなら 0 です。',
        en: 'Subtract the folded sheet (210 mm by 99 mm) from the inside of the envelope and write slack: { x: …, y: … }; 0 where it cannot move.',
      },
      place: placeOf(['mailing', 'customerBarcode']),
    });
  }
  return problems;
}
