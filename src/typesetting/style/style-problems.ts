/** Takes a computed style where it would have no effect, refuses it: nothing in a style sheet is ignored in silence. */

import { refuse } from '../../problem.js';
import type { Element } from '../markup/element.js';
import { PROPERTIES, type PropertyName } from './properties.js';
import type { Style } from './style.js';

const NOT_INHERITED = (Object.keys(PROPERTIES) as PropertyName[]).filter(
  (name) => !PROPERTIES[name].inherited,
);

/** `<thead>` and `<tbody>` have no box: only what their cells inherit from them takes effect. */
export function refusePartStyle(style: Style, { tag, place }: Element): void {
  for (const name of NOT_INHERITED) {
    if (name.startsWith('border') ? hasNoBorder(style, name) : style[name] === PROPERTIES[name].initial)
      continue;
    refuse({
      code: 'style/no-effect',
      message: { ja: `<${tag}> の ${name} は効きません。`, en: `${name} has no effect on <${tag}>.` },
      hint: { ja: `${tag} th や ${tag} td に書いてください。`, en: `Set it on ${tag} th or ${tag} td.` },
      place,
    });
  }
}

const hasNoBorder = (style: Style, name: PropertyName): boolean => {
  const value = style[name];
  return typeof value === 'object' && 'style' in value
    ? value.style === 'none'
    : value === PROPERTIES[name].initial;
};

/** What stands in a line cannot leave it. */
export function refuseInlinePosition(style: Style, { tag, place }: Element): void {
  if (style.position === 'static') return;
  refuse({
    code: 'style/no-effect',
    message: {
      ja: `行の中の <${tag}> に position: absolute は使えません。`,
      en: `position: absolute has no effect on <${tag}> in a line.`,
    },
    hint: {
      ja: 'p や aside などで囲み、そこに書いてください。',
      en: 'Wrap it in p or aside and set it there.',
    },
    place,
  });
}
