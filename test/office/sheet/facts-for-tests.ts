import { readFileSync } from 'node:fs';
import { type Fact, type Facts, parseFacts } from '../../../src/office/sheet/facts.js';
import { sure } from '../../../src/problem.js';

export const FACTS_TEXT = readFileSync(
  new URL('../../../templates/mail-settings/facts.yaml', import.meta.url),
  'utf8',
);

/** The shipped facts. */
export const FACTS: Facts = parseFacts(FACTS_TEXT, 'facts.yaml');

export const factOf = (id: string): Fact =>
  sure(
    FACTS.list.find((each) => each.id === id),
    id,
  );
