/**
 * Takes a number of a worksheet and its number format, gives the text that Excel shows (ECMA-376 part 1 §18.8.30–31).
 *
 * Dates come out as ISO text whatever their format, because their order of day and month must not depend on a format.
 * A format that is no plain pattern of digits (fractions, exponents, scaling) shows the number as General does.
 */

/** Built-in formats that are not stored in the file; 27–36 and 50–58 are dates in Japanese Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
};
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export const builtInFormat = (id: number): string =>
  isBuiltInDate(id) ? 'yyyy-mm-dd' : (BUILT_IN[id] ?? 'General');

export function formatCell(value: number, format: string, epoch1904: boolean): string {
  const section = sectionFor(value, format);
  if (/general/i.test(section.code) || format === '@') return general(value);
  if (isDate(section.code)) return formatDate(value, epoch1904);
  const shown = formatDigits(section.signed ? value : Math.abs(value), section.code);
  return shown ?? general(value);
}

/** Numbers of 16 digits and more have lost their last ones in Excel: they are given with the exponent that tells it. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const shown = Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : value.toPrecision(6);
  const [mantissa = '', exponent] = shown.split('e');
  if (exponent === undefined) return shown;
  return `${Number(mantissa)}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

interface Section {
  readonly code: string;
  /** Whether a minus sign is to be written: a section of its own for negative numbers says so itself. */
  readonly signed: boolean;
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

function sectionFor(value: number, format: string): Section {
  const codes = splitSections(format);
  if (codes.some((code) => CONDITION.test(code))) {
    const chosen = codes.find((code) => holds(value, code)) ?? codes.at(-1) ?? 'General';
    return { code: chosen, signed: true };
  }
  const [positive = 'General', negative, zero] = codes;
  if (value < 0 && negative !== undefined && negative !== '') return { code: negative, signed: false };
  if (value === 0 && zero !== undefined && zero !== '') return { code: zero, signed: true };
  return { code: positive, signed: true };
}

const splitSections = (format: string): readonly string[] =>
  format.match(/(?:"[^"]*"|\\.|[^;"\\])+/gsu) ?? ['General'];

function holds(value: number, code: string): boolean {
  const [, sign, bound] = CONDITION.exec(code) ?? [];
  if (sign === undefined) return true;
  const limit = Number(bound);
  switch (sign) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

/** The letters of dates and times outside quotes; `e` with a sign is an exponent. */
const isDate = (code: string): boolean =>
  /\[(?:h+|m+|s+)\]/i.test(code) ||
  /[ymdhs]|[ge](?![+-])|aaa/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gsu, ''));

const DAY = 86_400;

function formatDate(value: number, epoch1904: boolean): string {
  const seconds = Math.round(value * DAY);
  const days = Math.floor(seconds / DAY);
  const time = new Date((seconds - days * DAY) * 1000).toISOString().slice(11, 19);
  if (days === 0) return time;
  // Excel counts 1900-02-29, a day that never was, as day 60.
  const epochDay = days - (epoch1904 ? 24_107 : days > 60 ? 25_569 : 25_568);
  if (days < 0 || days > 2_958_465) return '#####';
  const date = new Date(epochDay * DAY * 1000).toISOString().slice(0, 10);
  return time === '00:00:00' ? date : `${date} ${time}`;
}

const TOKEN = /"([^"]*)"|\\(.)|_(.)|\*(.)|\[[^\]]*\]|([0#?])|([.,%])|(.)/gsu;

type Token =
  | { readonly kind: 'digit'; readonly zero: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string };

function tokensOf(code: string): readonly Token[] {
  return [...code.matchAll(TOKEN)].flatMap((match): readonly Token[] => {
    const [, quoted, escaped, gap, , digit, sign, plain] = match;
    if (digit !== undefined) return [{ kind: 'digit', zero: digit === '0' }];
    if (sign !== undefined) return [{ kind: 'sign', sign }];
    const text = quoted ?? escaped ?? (gap === undefined ? plain : ' ');
    return text === undefined ? [] : [{ kind: 'text', text }];
  });
}

/** Undefined where the format is not a plain pattern of digits. */
function formatDigits(value: number, code: string): string | undefined {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gsu, '');
  if (!/[0#?]/.test(bare) || /[E/@]|,(?![0#?])/i.test(bare)) return undefined;
  const tokens = tokensOf(code);
  const point = tokens.findIndex((token) => token.kind === 'sign' && token.sign === '.');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const decimals = after.filter(({ kind }) => kind === 'digit').length;
  const scaled = /%/.test(bare) ? value * 100 : value;
  const [whole = '', fraction = ''] = Math.abs(scaled).toFixed(decimals).split('.');
  const minus = scaled < 0 && Number(`${whole}.${fraction}`) !== 0 ? '-' : '';
  const shown = minus + fillWhole(before, whole, bare.includes(','));
  return point < 0 ? shown : `${shown}.${fillFraction(after, fraction)}`;
}

/** From the right, as digits stand; the digits that the pattern has no place for go before its first. */
function fillWhole(tokens: readonly Token[], whole: string, grouped: boolean): string {
  const places = tokens.filter(({ kind }) => kind === 'digit').length;
  const digits = [...(whole === '0' ? '' : whole)].reverse();
  let place = 0;
  let shown = '';
  const put = (digit: string): void => {
    shown = digit + (grouped && place > 0 && place % 3 === 0 ? ',' : '') + shown;
    place += 1;
  };
  for (const token of [...tokens].reverse()) {
    if (token.kind === 'text') shown = token.text + shown;
    else if (token.kind === 'sign') shown = (token.sign === '%' ? '%' : '') + shown;
    else {
      const digit = digits[place] ?? (token.zero ? '0' : undefined);
      if (digit !== undefined) put(digit);
      if (place >= places) while (place < digits.length) put(digits[place] ?? '');
    }
  }
  return shown;
}

function fillFraction(tokens: readonly Token[], fraction: string): string {
  let place = 0;
  return tokens
    .map((token) => {
      if (token.kind === 'text') return token.text;
      if (token.kind === 'sign') return token.sign === '%' ? '%' : '';
      place += 1;
      const rest = fraction.slice(place - 1);
      return token.zero || /[1-9]/.test(rest) ? (fraction[place - 1] ?? '') : '';
    })
    .join('');
}
