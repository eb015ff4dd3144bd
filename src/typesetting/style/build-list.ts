/** Takes a list, gives its box: items with their markers, or terms and what is said of them. */

import type { BlockBox, ListItemBox } from './box.js';
import type { ContentOf, ElementWalk, Styled } from './element-walk.js';
import { listMarker, listNumbering } from './list-marker.js';
import { languageOf, NO_ROLE } from './role-tree.js';

export function buildList(list: Styled, walk: ElementWalk, contentOf: ContentOf): BlockBox {
  const { element, computed } = list;
  const { style } = computed;
  const role = walk.roles.open(element, list.role, { listNumbering: listNumbering(style.listStyleType) });
  const children: ListItemBox[] = [];
  let number = Number(element.attributes.start ?? 1);
  walk.eachElement({ element, computed, role }, (item) => {
    children.push(buildItem(item, number, walk, contentOf));
    number += 1;
  });
  return { kind: 'block', style, role, place: element.place, content: 'blocks', children };
}

function buildItem(item: Styled, number: number, walk: ElementWalk, contentOf: ContentOf): ListItemBox {
  const { element, computed } = item;
  const { style } = computed;
  const { place } = element;
  const whole = walk.roles.add({ role: 'LI', parent: item.role, ...languageOf(element) });
  const marker = listMarker(style.listStyleType, number, place);
  const markerRole = marker === '' ? NO_ROLE : walk.roles.add({ role: 'Lbl', parent: whole });
  const role = walk.roles.add({ role: 'LBody', parent: whole });
  const content = contentOf({ element, computed, role }, walk);
  return {
    kind: 'list-item',
    style,
    role,
    place,
    marker,
    markerRole,
    markerStyle: walk.styles.marker(style),
    ...content,
  };
}

/** Each `<dt>` that follows a `<dd>` begins a new item of the structure. */
export function buildDefinitions(list: Styled, walk: ElementWalk, contentOf: ContentOf): BlockBox {
  const { element, computed } = list;
  const role = walk.roles.open(element, list.role, { listNumbering: 'None' });
  const children: BlockBox[] = [];
  let whole = role;
  let before = 'dd';
  walk.eachElement({ element, computed, role }, (child) => {
    const { tag, place } = child.element;
    if (tag === 'dt' && before === 'dd') whole = walk.roles.add({ role: 'LI', parent: role });
    before = tag;
    const own = walk.roles.open(child.element, whole);
    const content = contentOf({ ...child, role: own }, walk);
    children.push({ kind: 'block', style: child.computed.style, role: own, place, ...content });
  });
  return { kind: 'block', style: computed.style, role, place: element.place, content: 'blocks', children };
}
