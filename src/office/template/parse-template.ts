/** Takes what a template's files hold, gives what they say, checked: every partial, every fact. */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import { type Problem, ProblemError, type SourcePlace } from '../../problem.js';
import type { Facts } from '../sheet/facts.js';
import { checkSource, type SourceUses } from './check-source.js';
import type { ParsedTemplate, TemplateSources } from './load-template.js';
import { parseManifest } from './manifest.js';
import { parseSource } from './parse-source.js';
import { printableSource } from './printable-source.js';
import { FACTS } from './template-folder.js';

/** `parseFacts` reads the folder's facts.yaml: the sheet's stage knows how, this one only asks which facts there are. */
export function parseTemplate(
  sources: TemplateSources,
  parseFacts: (yaml: string, file: string) => Facts,
): ParsedTemplate {
  const { title, revision, pages } = parseManifest(sources.manifest.text, sources.manifest.file);
  const facts = parseFacts(sources.facts.text, sources.facts.file);
  const main = parseSource(sources.main);
  const partials = [...sources.partials].map(([name, source]) => [name, parseSource(source)] as const);
  const uses = new Map([['', main] as const, ...partials].map(([name, tree]) => [name, checkSource(tree)]));
  const problems = [
    ...[...uses.values()].flatMap((use) => use.problems),
    ...partialProblems(uses),
    ...factProblems(uses, facts),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  return {
    title,
    revision,
    ...(pages && { pages }),
    facts,
    source: printableSource(
      [sources.main, ...sources.partials.values()].map(({ text }) => text),
      sources.css.text,
    ),
    main,
    partials,
    placesOfFacts: [...placesByFact(uses)],
  };
}

function partialProblems(uses: ReadonlyMap<string, SourceUses>): readonly Problem[] {
  const names = [...uses.keys()].filter((name) => name !== '');
  const unknown = [...uses.values()]
    .flatMap((use) => use.partials)
    .filter(({ name }) => !names.includes(name))
    .map(
      ({ name, place }): Problem => ({
        code: 'template/unknown-partial',
        severity: 'error',
        message: { ja: `部品 ${name} がありません。`, en: `there is no partial ${name}` },
        hint: {
          ja: `partials/ にある部品: ${names.join('、') || 'なし'}`,
          en: `partials in partials/: ${names.join(', ') || 'none'}`,
        },
        place,
      }),
    );
  if (unknown.length > 0) return unknown;
  const circular = circularPartials(uses);
  return circular.length > 0 ? circular : tooManyPartials(uses);
}

/** A partial that calls itself, over however many others, would never end. */
function circularPartials(uses: ReadonlyMap<string, SourceUses>): readonly Problem[] {
  const finished = new Set<string>();
  const visit = (name: string, above: readonly string[]): Problem | undefined => {
    for (const call of uses.get(name)?.partials ?? []) {
      if (call.name === name || above.includes(call.name)) {
        return {
          code: 'template/circular-partial',
          severity: 'error',
          message: {
            ja: `部品 ${call.name} が自分自身を呼び出しています。`,
            en: `partial ${call.name} calls itself`,
          },
          hint: {
            ja: '呼び出しを一つ取り除いてください。',
            en: 'remove one of the calls',
          },
          place: call.place,
        };
      }
      const found = finished.has(call.name) ? undefined : visit(call.name, [...above, name]);
      if (found) return found;
    }
    finished.add(name);
    return undefined;
  };
  const found = visit('', []);
  return found ? [found] : [];
}

const MOST_PARTIALS = 2000;

/** Ten partials that call each the next ten times would print ten thousand million times. */
function tooManyPartials(uses: ReadonlyMap<string, SourceUses>): readonly Problem[] {
  const counted = new Map<string, number>();
  const count = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const calls = (uses.get(name)?.partials ?? []).reduce((sum, call) => sum + 1 + count(call.name), 0);
    counted.set(name, calls);
    return calls;
  };
  const [first] = uses.get('')?.partials ?? [];
  if (first === undefined || count('') <= MOST_PARTIALS) return [];
  return [
    {
      code: 'template/too-many-partials',
      severity: 'error',
      message: {
        ja: `部品の呼び出しが${MOST_PARTIALS}回を超えます（部品の中の呼び出しも数えます）。`,
        en: `partials are called more than ${MOST_PARTIALS} times, calls within partials included`,
      },
      hint: { ja: '呼び出しを減らしてください。', en: 'call fewer of them' },
      place: first.place,
    },
  ];
}

function factProblems(uses: ReadonlyMap<string, SourceUses>, facts: Facts): readonly Problem[] {
  const known = new Set<string>(facts.list.map(({ id }) => id));
  return [...uses.values()]
    .flatMap((use) => use.facts)
    .filter(({ id }) => !known.has(id))
    .map(({ id, place }) => ({
      code: 'template/unknown-fact',
      severity: 'error',
      message: { ja: `事実 ${id} は ${FACTS} にありません。`, en: `fact ${id} is not in ${FACTS}` },
      hint: {
        ja: `番号をご確認いただくか、${FACTS} に加えてください。`,
        en: `check the id or add it to ${FACTS}`,
      },
      place,
    }));
}

function placesByFact(uses: ReadonlyMap<string, SourceUses>): ReadonlyMap<string, readonly SourcePlace[]> {
  const places = new Map<string, SourcePlace[]>();
  for (const { id, place } of [...uses.values()].flatMap((use) => use.facts)) {
    places.set(id, [...(places.get(id) ?? []), place]);
  }
  return places;
}
