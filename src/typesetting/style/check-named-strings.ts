/** Takes page rules and rules, gives the margin boxes that print a named string which no rule sets: they would stay empty. */

import type { Problem } from '../../problem.js';
import { computeSpecified } from './compute-specified.js';
import { CssFault, oneOf } from './css-fault.js';
import type { PageRule } from './page-rule.js';
import { PROPERTIES } from './properties.js';
import type { Style } from './style.js';
import type { Rule } from './stylesheet.js';

export function checkNamedStrings(
  pages: readonly PageRule[],
  rules: readonly Rule[],
  root: Style,
): readonly Problem[] {
  const names = namesSet(rules, root);
  return pages.flatMap((page) =>
    page.marginBoxes.flatMap(({ content = [], place }) =>
      content.flatMap((part) =>
        part.kind === 'string' && !names.includes(part.name) ? [unset(part.name, names).at(place)] : [],
      ),
    ),
  );
}

function namesSet(rules: readonly Rule[], root: Style): readonly string[] {
  const context = { parent: root, fontSize: root.fontSize, rem: root.fontSize };
  return rules
    .flatMap((rule) => rule.declarations)
    .flatMap((declaration) => (declaration.kind === 'settings' ? declaration.settings : []))
    .filter(({ property }) => property === 'stringSet')
    .map(({ specified }) => String(computeSpecified(specified, context, PROPERTIES.stringSet.initial)));
}

const unset = (name: string, names: readonly string[]): CssFault =>
  new CssFault(
    'unset-string',
    { ja: `string(${name}) に入れる文字がどこにもありません。`, en: `No rule sets the string ${name}.` },
    names.length === 0
      ? {
          ja: `string-set: ${name} content() を見出しなどに書いてください。`,
          en: `Write string-set: ${name} content() on a heading.`,
        }
      : oneOf(name, [...new Set(names)]),
  );
