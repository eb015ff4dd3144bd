/** Takes a record's fields as text, gives the customer and every problem of the record (records.md §1 and §3). */

import { type Problem, type RecordPlace, sure, type Wording } from '../../problem.js';
import { fieldPlace } from '../field-place.js';
import { checkFields, honorificFor, type ReportField } from './check-fields.js';
import type { Customer, FieldHeadings } from './customer.js';
import type { CustomerRead } from './customer-read.js';
import { type FieldName, type FieldValues, fieldNames, fields } from './fields.js';
import { matchHeading, nearestField } from './match-heading.js';
import { tidy } from './normalise-text.js';
import { calledBy, readField } from './read-field.js';

/** The text of one field. */
export interface FieldText {
  readonly field: FieldName;
  /** As typed. */
  readonly heading: string;
  /** What `calledBy` makes of the two. */
  readonly called: Wording;
  readonly text: string;
}

/**
 * One customer from a plain object. Keys are field names (`name`, `mailAddress`) or any column heading that a file may have
 * (氏名, お名前); values are text as the office would type it: `POP`, `2台`, `はい`, `2026-11-23`, days and megabytes as digits.
 *
 * Throws nothing: `customer` is absent exactly where `problems` holds an error. An unknown key is a warning, two keys for one
 * field an error. Whether a number or address is taken already is not asked; `readCustomers` does, over a file.
 * `place` is where the record stands, for its problems; a record that stands in no file is row 1.
 */
export function customerFromFields(
  typed: Readonly<Record<string, string>>,
  place: RecordPlace = { kind: 'record' },
): CustomerRead {
  const texts: FieldText[] = [];
  const problems: Problem[] = [];
  for (const [heading, text] of Object.entries(typed)) {
    const field = matchHeading(heading);
    const first = texts.find((one) => one.field === field);
    if (field === undefined) problems.push(unknownHeading(heading, { ...place, column: heading }));
    else if (first !== undefined) problems.push(doubledHeading(first.heading, heading, field, place));
    else texts.push({ field, heading, called: calledBy(field, heading), text });
  }
  return customerFromTexts(texts, place, problems);
}

/** As `customerFromFields`, for headings that are matched already; `before` are problems found in reading the row. */
export function customerFromTexts(
  texts: readonly FieldText[],
  place: RecordPlace,
  before: readonly Problem[] = [],
): CustomerRead {
  const problems: Problem[] = [...before];
  const headings: Record<string, string> = {};
  const typed: Record<string, string> = {};
  const filled = new Map<FieldName, FieldText>();
  for (const each of texts) {
    const { field, heading, text } = each;
    headings[field] = heading;
    if (tidy(text) === '') continue;
    filled.set(field, each);
    if (!fields[field].secret) typed[field] = text;
  }
  const values = readValues(filled, place, problems);
  const named: RecordPlace =
    values.customerId === undefined ? place : { ...place, customerId: values.customerId };
  const report: ReportField = (name, severity, code, message, hint) => {
    problems.push({
      severity,
      code,
      message: message(calledBy(name, headings[name])),
      ...(hint === undefined ? {} : { hint }),
      place: fieldPlace({ place: named, headings }, name),
    });
  };
  checkFields(values, (name) => filled.has(name), report);
  const sound = problems.every(({ severity }) => severity !== 'error');
  return {
    row: place.row ?? 1,
    place: named,
    ...(values.customerId === undefined ? {} : { customerId: values.customerId }),
    ...(sound ? { customer: toCustomer(values, named, headings) } : {}),
    headings,
    typed,
    problems: problems.map((problem) =>
      isOfRow(problem, place) ? { ...problem, place: { ...named, ...problem.place } } : problem,
    ),
  };
}

/** Warnings about the file come with its first record, but have a place of their own. */
const isOfRow = ({ place }: Problem, { row }: RecordPlace): boolean =>
  place?.kind === 'record' && place.row === row;

function readValues(
  filled: ReadonlyMap<FieldName, FieldText>,
  place: RecordPlace,
  problems: Problem[],
): FieldValues {
  const values: { [name: string]: unknown } = {};
  for (const field of fieldNames) {
    const typed = filled.get(field);
    if (typed === undefined) continue;
    const { heading, called, text } = typed;
    const read = readField(field, text, { ...place, column: heading }, called);
    problems.push(...read.problems);
    if (read.value !== undefined) values[field] = read.value;
  }
  return values as FieldValues;
}

function toCustomer(values: FieldValues, place: RecordPlace, headings: FieldHeadings): Customer {
  const {
    devices,
    leaveOnServer,
    leaveDays,
    shared,
    largePrint,
    deliveryMethod,
    honorific,
    deviceList,
    ...plain
  } = values;
  const { devices: number, deviceCount } = sure(devices, 'devices');
  const name = sure(values.name, 'name');
  return {
    ...plain,
    customerId: sure(values.customerId, 'customerId'),
    name,
    honorific: honorificFor(name, honorific),
    mailAddress: sure(values.mailAddress, 'mailAddress'),
    connection: sure(values.connection, 'connection'),
    devices: number,
    ...(deviceCount === undefined ? {} : { deviceCount }),
    deviceList: deviceList ?? [],
    ...(values.connection === 'POP' ? { leaveOnServer: sure(leaveOnServer, 'leaveOnServer') } : {}),
    ...(leaveOnServer === 'keep' && values.connection === 'POP' && leaveDays !== undefined
      ? { leaveDays }
      : {}),
    deliveryMethod: deliveryMethod ?? 'counter',
    largePrint: largePrint ?? false,
    shared: shared ?? false,
    place,
    headings,
  };
}

export function unknownHeading(heading: string, place: RecordPlace): Problem {
  const near = nearestField(heading);
  const label = near === undefined ? undefined : fields[near].label;
  return {
    code: 'customers/unknown-column',
    severity: 'warning',
    message: {
      ja: `「${heading}」という列は使われません。知らない見出しです。`,
      en: `The column "${heading}" is not used: the heading is unknown.`,
    },
    hint:
      label === undefined
        ? { ja: '要らない列なら、このままでかまいません。', en: 'If the column is not needed, leave it.' }
        : {
            ja: `「${label.ja}」のことでしたら、見出しを「${label.ja}」に直してください。`,
            en: `Did you mean "${label.ja}" (${label.en})? Then correct the heading.`,
          },
    place,
  };
}

export function doubledHeading(first: string, second: string, field: FieldName, place: RecordPlace): Problem {
  const { label } = fields[field];
  return {
    code: 'customers/doubled-column',
    severity: 'error',
    message: {
      ja:
        first === second
          ? `「${first}」という列が二つあります。`
          : `「${first}」と「${second}」は、どちらも${label.ja}の列です。`,
      en:
        first === second
          ? `There are two columns "${first}".`
          : `"${first}" and "${second}" both mean ${label.en}.`,
    },
    hint: { ja: 'どちらか一つにしてください。', en: 'Keep one of them.' },
    place: { ...place, column: second, field },
  };
}
