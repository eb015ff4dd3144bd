/** Takes the `@page` rules of a style sheet, gives the first page's style and the others'. */

import { type Computed, cascade } from './cascade.js';
import type { PageRule } from './page-rule.js';
import type { MarginBox, MarginBoxName, PageStyle, PageStyles } from './page-style.js';
import type { Environment } from './properties.js';
import { MARGIN_BOXES } from './read-margin-box.js';

/** `:first` takes what it does not say from `@page`, whatever the order (CSS Page 3 §4.4). */
export function pageStyles(rules: readonly PageRule[], root: Computed, environment: Environment): PageStyles {
  const general = rules.filter((rule) => !rule.first);
  const first = rules.filter((rule) => rule.first);
  const rest = pageStyle(general, (name) => marginBox(name, general, root, environment));
  const all = [...general, ...first];
  return {
    rest,
    // A box of which `:first` says nothing is the same box: what it says is set once for all pages.
    first: pageStyle(all, (name) =>
      first.some(({ marginBoxes }) => marginBoxes.some((box) => box.name === name))
        ? marginBox(name, all, root, environment)
        : rest.marginBoxes.find((box) => box.name === name),
    ),
  };
}

function pageStyle(
  rules: readonly PageRule[],
  boxOf: (name: MarginBoxName) => MarginBox | undefined,
): PageStyle {
  const geometry = Object.assign({}, ...rules.map((rule) => rule.geometry)) as Omit<PageStyle, 'marginBoxes'>;
  return { ...geometry, marginBoxes: MARGIN_BOXES.flatMap((name) => boxOf(name) ?? []) };
}

/** Undefined where it holds nothing. */
function marginBox(
  name: MarginBoxName,
  rules: readonly PageRule[],
  root: Computed,
  environment: Environment,
): MarginBox | undefined {
  const own = rules.flatMap((rule) => rule.marginBoxes).filter((box) => box.name === name);
  const last = own.findLast((box) => box.content !== undefined);
  const { content = [], place } = last ?? {};
  if (content.length === 0 || place === undefined) return undefined;
  const { style } = cascade(
    own.flatMap((box) => box.declarations),
    root,
    environment,
    root.style.fontSize,
  );
  return { name, content, style, place };
}
