import { describe, expect, it } from 'vitest';
import { builtInFormat, formatCell } from '../../../src/office/customers/format-cell.js';

const POSTAL = '[<=999]000;[<=9999]000-00;000-0000';

describe('a number is the text that Excel shows', () => {
  it.each<[number, string, string]>([
    [100234, 'General', '100234'],
    [44.5, 'General', '44.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [-3, 'General', '-3'],
    [999999999999999, 'General', '999999999999999'],
    [1234567890123450, 'General', '1.23457E+15'],
    [1e21, 'General', '1E+21'],
    [1e-7, '@', '1E-07'],
    [1234, '00000000', '00001234'],
    [123456789, '00000000', '123456789'],
    [4000031, POSTAL, '400-0031'],
    [600906, POSTAL, '060-0906'],
    [1234, POSTAL, '012-34'],
    [60, POSTAL, '060'],
    [123, '"KS-"000000', 'KS-000123'],
    [123, 'K\\S-000000', 'KS-000123'],
    [14, '0"日"', '14日'],
    [14, '#"日間"_ ', '14日間 '],
    [1234567, '#,##0', '1,234,567'],
    [999, '#,##0', '999'],
    [12.345, '0.00', '12.35'],
    [12.5, '0.0##', '12.5'],
    [0.25, '0%', '25%'],
    [-5, '0', '-5'],
    [-5, '0;(0)', '(5)'],
    [-5, '0;[Red]-0', '-5'],
    [0, '0;-0;"なし"0', 'なし0'],
    [0, '#', ''],
    [-0.4, '0', '0'],
    [7, '[DBNum3][$-411]0', '7'],
    [1234, '0,', '1234'],
    [0.5, '# ?/?', '0.5'],
    [12, '0.00E+00', '12'],
    [12, ';;;', '12'],
    [12, '"秘密"', '12'],
    [12, '', '12'],
  ])('%d in %s', (value, format, shown) => expect(formatCell(value, format, false)).toBe(shown));
});

describe('a date is ISO text, whatever its format', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy/m/d',
    'm/d/yy',
    'yyyy"年"m"月"d"日"',
    '[$-411]ggge"年"m"月"d"日"',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'm"月"d"日";@',
    'mmm-yy',
  ])('46349 in %s', (format) => expect(formatCell(46349, format, false)).toBe('2026-11-23'));
  it.each([14, 22, 28, 31, 55, 57])('built-in format %d', (id) =>
    expect(formatCell(46349, builtInFormat(id), false)).toBe('2026-11-23'),
  );
  it.each<[number, boolean, string]>([
    [46349.5, false, '2026-11-23 12:00:00'],
    [0.5, false, '12:00:00'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [44887, true, '2026-11-23'],
    [-1, false, '#####'],
    [1e300, false, '#####'],
  ])('%d (1904: %s)', (value, epoch1904, text) =>
    expect(formatCell(value, 'yyyy/m/d', epoch1904)).toBe(text),
  );
});
