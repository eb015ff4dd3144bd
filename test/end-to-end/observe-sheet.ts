/** Takes a record and a profile as somebody types them, gives everything that can be seen of the sheet: or of its refusal. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';
import type * as v from 'valibot';
import { afterAll } from 'vitest';
import { createDuplicateCheck } from '../../src/office/customers/find-duplicates.js';
import { customerFromFields } from '../../src/office/customers/from-fields.js';
import type { ProfileSchema } from '../../src/office/provider/profile-schema.js';
import { createPipeline } from '../../src/pipeline.js';
import { type Problem, ProblemError } from '../../src/problem.js';
import { openPdf, placedTexts } from '../typesetting/pdf/read-pdf.js';

export type Texts = Readonly<Record<string, string>>;
export type ProfileInput = v.InferInput<typeof ProfileSchema>;

export interface Observed {
  /** Without the control number, which every change changes, and without white space. */
  readonly text: string;
  /** Where text begins (at the foot, the control number moves it), lines, areas and pictures. */
  readonly drawing: string;
  readonly metadata: string;
  /** Of the profile, the record and the sheet. */
  readonly problems: readonly string[];
}

const CONTROL_NUMBER = /[2-9A-Y]{3}-[2-9A-Y]{3}-[2-9A-Y]{3}/g;
const DRAWING: readonly number[] = [
  OPS.constructPath,
  OPS.paintImageXObject,
  OPS.transform,
  OPS.setFillRGBColor,
];

/** Points. */
const FOOT = 45;

const home = mkdtempSync(join(tmpdir(), 'annai-observe-'));
afterAll(() => rmSync(home, { recursive: true }));
let folders = 0;

function officeOf(profile: ProfileInput): string {
  folders += 1;
  const folder = join(home, String(folders));
  mkdirSync(folder);
  // JSON is YAML.
  writeFileSync(join(folder, 'provider.yaml'), JSON.stringify(profile, undefined, 1));
  writeFileSync(join(folder, 'logo.png'), PNG.sync.write(new PNG({ width: 30, height: 10 })));
  return folder;
}

const inShort = ({ code, severity, place, message }: Problem): string =>
  `${severity} ${code} ${place?.kind === 'record' ? (place.field ?? '') : ''} ${message.ja}`;

const observed = new Map<string, Promise<Observed>>();

/** `beside` stands in the row before. What was seen once is remembered. */
export function observeSheet(texts: Texts, profile: ProfileInput, beside?: Texts): Promise<Observed> {
  const key = JSON.stringify([texts, profile, beside]);
  const seenBefore = observed.get(key) ?? observe(texts, profile, beside);
  observed.set(key, seenBefore);
  return seenBefore;
}

async function observe(texts: Texts, profile: ProfileInput, beside?: Texts): Promise<Observed> {
  const refuseDuplicate = createDuplicateCheck();
  if (beside !== undefined) refuseDuplicate(customerFromFields(beside, { kind: 'record', row: 2 }));
  const read = refuseDuplicate(customerFromFields(texts, { kind: 'record', row: 3 }));
  const problems: Problem[] = [...read.problems];
  const unseen = (): Observed => ({ text: '', drawing: '', metadata: '', problems: problems.map(inShort) });
  try {
    const pipeline = createPipeline({ provider: officeOf(profile), issueDate: '2026-11-23' });
    problems.push(...pipeline.notices);
    if (read.customer === undefined) return unseen();
    const document = pipeline.compose(read.customer);
    problems.push(...document.notices);
    return { ...(await seen(pipeline.write(document))), problems: problems.map(inShort) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return unseen();
  }
}

async function seen(bytes: Uint8Array): Promise<Omit<Observed, 'problems'>> {
  const document = await openPdf(bytes);
  const text: string[] = [];
  const drawing: unknown[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    for (const { text: piece, x, y } of await placedTexts(bytes, number)) {
      text.push(piece);
      if (y > FOOT) drawing.push([Math.round(x), Math.round(y)]);
    }
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    for (const [at, operator] of fnArray.entries())
      if (DRAWING.includes(operator)) drawing.push([operator, argsArray[at]]);
  }
  const { info } = await document.getMetadata();
  const outline = (await document.getOutline()) ?? [];
  await document.destroy();
  return {
    text: text.join('').replaceAll(/\s/g, '').replaceAll(CONTROL_NUMBER, ''),
    drawing: JSON.stringify(drawing),
    metadata: JSON.stringify([info, outline.map(({ title }) => title)]),
  };
}
