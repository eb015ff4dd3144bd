/** Takes the `@page` rules of a style sheet, gives the first page's style and the others'. */

import { type Computed, cascade } from './cascade.js';
import type { MarginBox, PageStyle, PageStyles } from './page-style.js';
import type { Environment } from './properties.js';
import { MARGIN_BOXES } from './read-margin-box.js';
import type { PageRule } from './read-page.js';

/** `:first` takes what it does not say from `@page`, whatever the order (CSS Page 3 §4.4). */
export function pageStyles(rules: readonly PageRule[], root: Computed, environment: Environment): PageStyles {
  const general = rules.filter((rule) => !rule.first);
  const first = rules.filter((rule) => rule.first);
  return {
    rest: pageStyle(general, root, environment),
    first: pageStyle([...general, ...first], root, environment),
  };
}

function pageStyle(rules: readonly PageRule[], root: Computed, environment: Environment): PageStyle {
  const geometry = Object.assign({}, ...rules.map((rule) => rule.geometry)) as Omit<PageStyle, 'marginBoxes'>;
  const marginBoxes = MARGIN_BOXES.flatMap((name): readonly MarginBox[] => {
    const own = rules.flatMap((rule) => rule.marginBoxes).filter((box) => box.name === name);
    const last = own.findLast((box) => box.content !== undefined);
    const { content = [], place } = last ?? {};
    if (content.length === 0 || place === undefined) return [];
    const { style } = cascade(
      own.flatMap((box) => box.declarations),
      root,
      environment,
      root.style.fontSize,
    );
    return [{ name, content, style, place }];
  });
  return { ...geometry, marginBoxes };
}
