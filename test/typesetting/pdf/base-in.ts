/** Takes a text and font lists, gives it as base text of both weights in each. */

import type { BaseText } from '../../../src/typesetting/pdf/font-store.js';

export const baseIn = (text: string, ...lists: readonly (readonly string[])[]): readonly BaseText[] =>
  (lists.length === 0 ? [['BIZ UDPGothic']] : lists).flatMap((families) =>
    ([400, 700] as const).map((weight) => ({ text, families, weight })),
  );
