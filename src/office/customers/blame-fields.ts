/**
 * Takes a customer whose sheet cannot be laid out and a way to try another record, gives the Problem that names the fields
 * to blame (records.md V07; V08 where only the envelope's window is too small), or undefined where the sheet would not fit with any record: then the template is to blame.
 *
 * Each field of no fixed length is emptied alone. Where that never helps, all are, and given back one by one, the shortest
 * first, as long as the sheet still fits: what must stay short decides together.
 */

import { basename } from 'node:path';
import { collectGraphemes } from 'unicode-segmenter/grapheme';
import type { Problem, SourcePlace, Wording } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import type { Customer } from './customer.js';
import { type FieldName, fieldNames, fields } from './fields.js';
import { calledBy } from './read-field.js';
import { showText } from './show-text.js';

/** Nothing can be taken away from these, and nobody can choose a shorter one on the spot. */
const FIXED: readonly FieldName[] = ['postalCode', 'issueDate'];
const GIVEN: readonly FieldName[] = [
  'customerId',
  'contractId',
  'mailAddress',
  'mailUserName',
  'initialPassword',
  'deviceList',
];

interface LongField {
  readonly name: FieldName;
  /** Characters as a reader counts them; of the device list, the devices. */
  readonly parts: readonly string[];
  /** How many of them a record must have. */
  readonly least: number;
}

/** `misfit` is what layout has measured; `fits` says whether the same place holds what the given record puts there. */
export function blameFields(
  customer: Customer,
  misfit: Problem,
  fits: (customer: Customer) => boolean,
): Problem | undefined {
  // What fits on the sheet that is handed over, and not on the one that is mailed, has no room in the window.
  const rule =
    customer.deliveryMethod === 'post' && fits({ ...customer, deliveryMethod: 'counter' }) ? 'V08' : 'V07';
  const candidates = fieldNames.flatMap((name): LongField[] => {
    const parts = partsOf(customer, name);
    const least = fields[name].required || fields[name].secret ? 1 : 0;
    return parts.length > least ? [{ name, parts, least }] : [];
  });
  const fitsWithout = (emptied: readonly LongField[]): boolean =>
    fits(emptied.reduce((shorter, field) => cut(shorter, field, field.least), customer));
  if (!fitsWithout(candidates)) return undefined;
  const alone = candidates.filter((field) => fitsWithout([field]));
  if (alone.length > 0) {
    const rooms = new Map(alone.map((field) => [field.name, roomOf(customer, field, fits)]));
    return tooLong(rule, customer, misfit, alone, 'any', rooms, helpOfEdition(customer, fits));
  }
  const together = bySize(candidates).reduce((kept, field) => {
    const fewer = kept.filter((each) => each !== field);
    return fitsWithout(fewer) ? fewer : kept;
  }, candidates);
  return tooLong(rule, customer, misfit, together, 'all', new Map(), helpOfEdition(customer, fits));
}

function partsOf(customer: Customer, name: FieldName): readonly string[] {
  if (name === 'deviceList') return customer.deviceList;
  const value = customer[name];
  const free = fields[name].choices === undefined && !FIXED.includes(name);
  return free && typeof value === 'string' ? [...collectGraphemes(value)] : [];
}

function cut(customer: Customer, { name, parts }: LongField, length: number): Customer {
  const kept = parts.slice(0, length);
  switch (name) {
    case 'deviceList':
      return { ...customer, deviceList: kept };
    case 'mailAddress':
      // Whatever is left must still be an address.
      return { ...customer, mailAddress: 'a@a.jp' };
    default:
      return { ...customer, [name]: kept.length === 0 ? undefined : kept.join('') };
  }
}

/** The longest beginning of a value that fits; undefined for a value that cannot be shortened by typing. */
function roomOf(
  customer: Customer,
  field: LongField,
  fits: (customer: Customer) => boolean,
): number | undefined {
  if (GIVEN.includes(field.name)) return undefined;
  let held = field.least;
  let over = field.parts.length;
  while (over - held > 1) {
    const middle = Math.floor((held + over) / 2);
    if (fits(cut(customer, field, middle))) held = middle;
    else over = middle;
  }
  return held;
}

const bySize = (list: readonly LongField[]): readonly LongField[] =>
  [...list].sort((a, b) => a.parts.length - b.parts.length);

function helpOfEdition(customer: Customer, fits: (customer: Customer) => boolean): Wording | undefined {
  if (!customer.largePrint || !fits({ ...customer, largePrint: false })) return undefined;
  const { ja, en } = calledBy('largePrint', customer.headings?.largePrint);
  return {
    ja: `「${ja}」を「いいえ」にすると、このままで入ります。`,
    en: `It fits as it is with "${en}" set to no.`,
  };
}

const HELP: Readonly<Record<'one' | 'any' | 'all', Wording>> = {
  one: { ja: 'この値を短くしてください。', en: 'Shorten this value.' },
  any: { ja: 'このうち、どれか一つを短くしてください。', en: 'Shorten any one of these.' },
  all: {
    ja: '一つだけ短くしても入りません。このすべてを短くしてください。',
    en: 'One alone is not enough: shorten all of these.',
  },
};

const WHAT: Readonly<Record<'V07' | 'V08', Wording>> = {
  V07: { ja: '値が長く、印刷する場所に入りません。', en: 'Too long for its place on the sheet.' },
  V08: {
    ja: '宛名が長く、封筒の窓からはみ出します。',
    en: 'The address is too long for the window of the envelope.',
  },
};

function tooLong(
  rule: 'V07' | 'V08',
  customer: Customer,
  { message, place }: Problem,
  blamed: readonly LongField[],
  needed: 'any' | 'all',
  rooms: ReadonlyMap<FieldName, number | undefined>,
  edition: Wording | undefined,
): Problem {
  const lines = blamed.map((field) => describe(customer, field, rooms.get(field.name)));
  const help = HELP[blamed.length === 1 ? 'one' : needed];
  const template = place?.kind === 'source' ? templateHelp(place) : undefined;
  const hints = [
    help,
    ...(edition === undefined ? [] : [edition]),
    ...(template === undefined ? [] : [template]),
  ];
  const first = blamed.reduce((longest, field) =>
    field.parts.length > longest.parts.length ? field : longest,
  );
  return {
    code: rule,
    severity: 'error',
    message: {
      ja: [`${WHAT[rule].ja}${message.ja}`, ...lines.map(({ ja }) => ja)].join('\n'),
      en: [`${WHAT[rule].en} ${message.en}`, ...lines.map(({ en }) => en)].join('\n'),
    },
    hint: { ja: hints.map(({ ja }) => ja).join('\n'), en: hints.map(({ en }) => en).join('\n') },
    place: fieldPlace(customer, first.name),
  };
}

function describe(customer: Customer, { name, parts }: LongField, room: number | undefined): Wording {
  const called = calledBy(name, customer.headings?.[name]);
  if (name === 'deviceList')
    return { ja: `「${called.ja}」（${parts.length}台）`, en: `"${called.en}" (${parts.length} devices)` };
  const value = showText(parts.join(''));
  const shown = fields[name].secret ? { ja: '', en: '' } : { ja: `「${value}」`, en: ` "${value}"` };
  const held = room === undefined ? { ja: '', en: '' } : roomText(room);
  return {
    ja: `「${called.ja}」${shown.ja}（${parts.length}文字）${held.ja}`,
    en: `"${called.en}"${shown.en} (${parts.length} characters)${held.en}`,
  };
}

const roomText = (room: number): Wording =>
  room === 0
    ? { ja: '。空にすれば入ります', en: '; fits if left empty' }
    : { ja: `。先頭から${room}文字までなら入ります`, en: `; its first ${room} fit` };

const templateHelp = ({ file, line }: SourcePlace): Wording => ({
  ja: `短くできない値なら、テンプレート（${basename(file)} の${line}行目）の枠を大きくするか、文字を小さくしてください。`,
  en: `If it cannot be shortened, make the box (${basename(file)}, line ${line}) larger or its type smaller.`,
});
