import { describe, expect, test } from 'vitest';
import { type Problem, ProblemError } from '../../src/problem.js';
import { createTypesetter } from '../../src/typesetting/typesetter.js';

const CSS = `@page { size: 100mm 100mm; margin: 10mm }
section { font-family: "BIZ UDPGothic" }
p, aside { margin: 0 }
.stamp { position: absolute; left: 10mm; top: 5mm }`;

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

const linesOf = (problems: readonly Problem[]): readonly unknown[] =>
  problems.map(({ place }) =>
    place?.kind === 'source' ? `${place.file}:${place.line}:${place.column}` : place,
  );

describe('sections of one source', () => {
  test('are sections of their own, and so are the boxes that they place absolutely', () => {
    const section = '<section><aside class="stamp">印</aside><p>文</p></section>';
    const { pages } = createTypesetter({ css: CSS }).compose(section + section);
    const [page] = pages;
    const sections = page?.marks.map((mark) => mark.section).toSorted();
    expect(sections).toEqual([0, 0, 1, 1]);
    expect([...(page?.sections.keys() ?? [])].toSorted()).toEqual([0, 1]);
  });

  test('have their problems where they stand, whatever was laid out before', () => {
    const tall = `<section><table><tr><td>${'行<br>'.repeat(60)}</td></tr></table></section>`;
    const typesetter = createTypesetter({ css: CSS });
    const first = () => typesetter.compose(tall, 'first.html');
    const second = () => typesetter.compose(`\n\n${tall}\n  ${tall}`, 'second.html');
    expect(linesOf(problemsOf(first))).toEqual(['first.html:1:1']);
    expect(linesOf(problemsOf(second))).toEqual(['second.html:3:1', 'second.html:4:3']);
  });
});

test('a margin box that does not fit is named where the style sheet says what it prints', () => {
  const css = `${CSS}\n@page {\n  @top-left { color: #333333; content: "${'長い'.repeat(40)}" }\n}`;
  const problems = problemsOf(() =>
    createTypesetter({ css, cssFile: 'a.css' }).compose('<section></section>'),
  );
  expect(problems.map(({ code }) => code)).toEqual(['layout/crowded-margin']);
  expect(linesOf(problems)).toEqual(['a.css:6:3']);
});
