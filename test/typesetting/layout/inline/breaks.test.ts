import { describe, expect, test } from 'vitest';
import { ALLOWED } from '../../../../src/typesetting/layout/inline/find-opportunities.js';
import { setParagraph } from '../../../../src/typesetting/layout/inline/set-paragraph.js';
import type { Style } from '../../../../src/typesetting/style/style.js';
import { fixedContext } from './fixed-face.js';
import { EM, styled, text } from './inline-boxes.js';

/** `|` wherever the line may break. */
function marked(content: string, lineBreak: Style['lineBreak'] = 'strict'): string {
  const style = styled({ lineBreak });
  const { clusters, opportunities } = setParagraph([text(content, style)], style, fixedContext(), 1000 * EM);
  return clusters
    .map(({ text: cluster }, i) => (i > 0 && (opportunities[i] ?? 0) >= ALLOWED ? '|' : '') + cluster)
    .join('');
}
const unmarked = (expected: string): string => expected.replaceAll('|', '');

describe('what holds together', () => {
  test.each([
    ['leaders and dashes of one kind', '国…………|国|――|国‥‥|国|――|…|国'],
    ['prices', '代|金|￥1,200|と|￥ 1,200|と|$5|と|€5'],
    ['numbers with their signs', '№5|と|No.1|と|10％|と|10%|と|25℃|と|25 ℃|と|5′|と|3°|と|12.5％'],
    ['numbers with their units', '3.5kg|と|128GB|と|128 GB|と|100 Mbps|と|60 km/h|と|5 m²|と|5 L|の'],
    ['words after a number are no units', '2 |man|と|5 |men|と|3 |PCs'],
    ['postal codes', '〒100-0005|と|〒100－0005|と|〒１００－０００５|東'],
    ['dates and times', '2026/11/23|と|2026-11-23|と|2026.11.23|と|10:30|と|9:00-17:30'],
    [
      'telephone numbers',
      '03-1234-5678|と|(03)1234-5678|と|+81-3-1234-5678|と|03－1234－5678|と|０３－１２３４－５６７８',
    ],
    ['house numbers', '丸|の|内|1-6-1|と|１－６－１|と|１−６−１'],
    ['codes', 'ABC-12345|と|ABC-12345-XYZ|と|#10023-A|と|C#|と|C++と|Node.js'],
    [
      'addresses of mail and computers',
      'taro.yamada@example.co.jp|と|192.168.0.1|と|v1.2.3|と|a-b.example.jp',
    ],
    ['decimal points between ideographic digits', '〇・五|と|三・一|四|と|第|五・|第|六'],
    ['full-width digits are set as ideographs are', '１|２|３|４'],
    ['words at a slash or short hyphen', 'and/or|と|TCP/IP|と|e-mail|と|Wi-|Fi'],
    ['words at dashes', '10–20|と|9:00–17:00|と|Tokyo–|Osaka|と|東|京–|大|阪|国–|A'],
    ['paths', 'C:\\Program |Files\\Mail|と|~/Library/Mail|と|(a)/(b)'],
    ['words at their signs', 'Yahoo!mail|と|{a}b|と|x=y+1|と|What?|Yes'],
  ])('%s', (_, expected) => {
    expect(marked(unmarked(expected))).toBe(expected);
  });

  test('URLs break after a slash and before what follows a path', () => {
    const url = 'https://|www.example.jp/|a/|b-c/|d|?x=1|&y=2|#z';
    expect(marked(unmarked(url))).toBe(url);
  });
});

describe('what ends no line', () => {
  test.each([
    ['（ 国', '（ 国'],
    ['￥「国', '￥「国'],
    ['№ 国', '№ 国'],
    ['国 」国', '国 」|国'],
    ['国 ー国', '国 ー|国'],
  ])('%s', (content, expected) => {
    expect(marked(content)).toBe(expected);
  });
});

describe('line-break', () => {
  test.each([
    ['strict', '文|ゃ', '文ゃ'],
    ['normal', '文ゃ', '文|ゃ'],
    ['strict', '文々', '文々'],
    ['normal', '文々', '文々'],
    ['loose', '文々', '文|々'],
    ['normal', '文〜文', '文|〜|文'],
    ['loose', '文…文', '文…|文'],
    ['loose', '文……文', '文…|…|文'],
    ['loose', '文℃', '文|℃'],
    ['loose', '25℃', '25℃'],
    ['loose', '￥文', '￥|文'],
    ['loose', '￥500', '￥500'],
    ['loose', '100€', '100€'],
    ['loose', '±0.5%', '±0.5%'],
    ['loose', '文‐文', '文|‐|文'],
    ['loose', '；‐文', '；‐|文'],
    ['strict', '文“A”文', '文“A”文'],
    ['normal', '文“A”文', '文|“A”|文'],
    ['loose', '文“A”、', '文|“A”、'],
    ['normal', '文‘A’文', '文‘A’文'],
  ] as const)('%s: %s', (strictness, content, expected) => {
    expect(marked(content.replaceAll('|', ''), strictness)).toBe(expected);
  });
});
