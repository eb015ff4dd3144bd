/** Takes differences from a sound customer, gives customer files. */

const SOUND = {
  お客様番号: 'K-1',
  氏名: '山田　太郎',
  メールアドレス: 'taro@cvk.ne.jp',
  接続方法: 'IMAP',
  台数: '1台',
};

export type Row = Readonly<Record<string, string>>;

export const customer = (changes: Row = {}): Row => ({ ...SOUND, ...changes });

/** So many sound customers, each with a number, an address and a name of its own. */
export const customers = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) =>
    customer({
      お客様番号: `K-${index + 1}`,
      氏名: `山田　${index + 1}郎`,
      メールアドレス: `taro${index + 1}@cvk.ne.jp`,
    }),
  );

export function csv(
  rows: readonly Row[],
  headings: readonly string[] = Object.keys(rows[0] ?? SOUND),
): string {
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}
