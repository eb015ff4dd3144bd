/** Takes YAML text, gives its value and the offset at which each part of it stands (YAML 1.2, one document, no aliases). */

import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { sure } from '../../problem.js';

export type YamlPath = readonly (string | number)[];

/** What plain words such as `8080` and `true` mean: numbers and so on (YAML's core schema), or the text that they are. */
export type PlainWords = 'values' | 'text';

export interface ParsedYaml {
  /** Null for a file without anything in it. */
  readonly value: unknown;
  /** Where the value at a path begins (or its key); the nearest thing around it where the path is not in the text. */
  offsetOf(path: YamlPath, at: 'key' | 'value'): number;
}

/** One value of the text; absent offsets mean that nothing is written there, as after `name:`. */
interface Part {
  readonly begin: number | undefined;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly key: string;
  readonly keyBegin: number | undefined;
  readonly value: Part;
}

// Deeper or with references, a file of a few lines could keep whoever reads it busy for ever.
const LIMITS = { maxDepth: 32, maxAliases: 0 };

/** Throws js-yaml's YAMLException, whose mark has the offset. */
export function parseYaml(text: string, plainWords: PlainWords): ParsedYaml {
  const events = parseEvents(text, { maxDepth: LIMITS.maxDepth });
  const schema = plainWords === 'text' ? FAILSAFE_SCHEMA : CORE_SCHEMA;
  const documents = constructFromEvents(events, { source: text, schema, maxAliases: LIMITS.maxAliases });
  if (documents.length > 1) throw new SeveralDocuments(secondDocument(events));
  let root: Part | undefined;
  return {
    value: documents[0] ?? null,
    offsetOf(path, at) {
      root ??= partsOf(text, events);
      return offsetIn(root, path, at);
    },
  };
}

/** The text holds more than one document; the second begins at `offset`. */
export class SeveralDocuments extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('several documents');
    this.offset = offset;
  }
}

function secondDocument(events: readonly Event[]): number {
  const second = events.findLastIndex(({ type }) => type === EVENT_ID.DOCUMENT);
  const first = events[second + 1];
  return (first && beginOf(first)) ?? 0;
}

function partsOf(text: string, events: readonly Event[]): Part {
  let next = 0;
  const take = (): Event => sure(events[next++], 'an event of YAML');
  const ended = (): boolean => {
    if (sure(events[next], 'an event of YAML').type !== EVENT_ID.POP) return false;
    next += 1;
    return true;
  };
  const part = (event: Event): Part => {
    const entries: Entry[] = [];
    if (event.type === EVENT_ID.SEQUENCE) {
      while (!ended()) {
        const value = part(take());
        entries.push({ key: String(entries.length), keyBegin: value.begin, value });
      }
    } else if (event.type === EVENT_ID.MAPPING) {
      while (!ended()) {
        const word = take();
        const { begin: keyBegin } = part(word);
        const key = word.type === EVENT_ID.SCALAR ? getScalarValue(text, word) : '';
        entries.push({ key, keyBegin, value: part(take()) });
      }
    }
    return { begin: beginOf(event), entries };
  };
  if (events.length === 0) return { begin: undefined, entries: [] };
  take();
  return part(take());
}

function beginOf(event: Event): number | undefined {
  if (event.type === EVENT_ID.SCALAR) return beginOfScalar(event);
  return 'start' in event ? event.start : undefined;
}

function beginOfScalar({ style, valueStart, valueEnd }: ScalarEvent): number | undefined {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  if (quoted) return valueStart - 1;
  return valueEnd > valueStart ? valueStart : undefined;
}

function offsetIn(root: Part, path: YamlPath, at: 'key' | 'value'): number {
  let part: Part = root;
  let key = root.begin ?? 0;
  for (const [depth, step] of path.entries()) {
    const entry = part.entries.find((one) => one.key === String(step));
    if (entry === undefined) return key;
    key = entry.keyBegin ?? key;
    part = entry.value;
    if (depth === path.length - 1 && at === 'key') return key;
  }
  return part.begin ?? key;
}
