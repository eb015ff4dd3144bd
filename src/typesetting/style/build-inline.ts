/** Takes an element in a line, gives its inline-level box. White space is still as written: see collapse-white-space. */

import type { Element } from '../markup/element.js';
import type { InlineLevelBox, ReadingAidBox, ReplacedBox, RubyBox } from './box.js';
import { displayOf, type ElementWalk, type Styled } from './element-walk.js';
import { descriptionOf, drawingOf, TICK_TEXT } from './picture.js';
import { languageOf, NO_ROLE } from './role-tree.js';
import { charactersOf, rubyPairs, spelling } from './ruby-pairs.js';
import { refuseInlinePosition } from './style-problems.js';

export function buildInline(child: Styled, walk: ElementWalk): InlineLevelBox {
  const { element, computed, role } = child;
  const { style } = computed;
  const { place } = element;
  refuseInlinePosition(style, element);
  switch (displayOf(child)) {
    case 'break':
      return { kind: 'break', style, role, place };
    case 'ruby':
      return buildRuby(child, walk);
    case 'replaced':
      return buildReplaced(child, walk);
    case 'inline':
      break;
    default:
      throw new Error(`annai: internal error: <${element.tag}> in a line`);
  }
  const own = walk.roles.open(element, role);
  const children: InlineLevelBox[] = [];
  walk.eachNode({ element, computed, role: own }, (node, inner) => {
    if (inner !== undefined) children.push(buildInline(inner, walk));
    else if (node.kind === 'text') {
      children.push({ kind: 'text', text: node.text, style, role: own, place: node.place });
    }
  });
  const { href } = element.attributes;
  return { kind: 'inline', style, role: own, place, children, ...(href === undefined ? {} : { href }) };
}

/** Each pair is a Ruby of its own: the structure knows no ruby of several bases. */
function buildRuby(ruby: Styled, walk: ElementWalk): RubyBox {
  const { element, computed, role } = ruby;
  const readings: Styled[] = [];
  walk.eachElement(ruby, (rt) => readings.push(rt));
  const first = walk.roles.next;
  const pairs = rubyPairs(element).map(({ base, basePlace, reading, readingPlace }, index) => {
    const pair = walk.roles.add({ role: 'Ruby', parent: role, ...languageOf(element) });
    const baseRole = walk.roles.add({ role: 'RB', parent: pair });
    const readingRole = walk.roles.add({ role: 'RT', parent: pair });
    const readingStyle = readings[index]?.computed.style ?? computed.style;
    return {
      base: { kind: 'text', text: base, style: computed.style, role: baseRole, place: basePlace },
      reading: { kind: 'text', text: reading, style: readingStyle, role: readingRole, place: readingPlace },
    } as const;
  });
  return { kind: 'ruby', style: computed.style, role: first, place: element.place, pairs };
}

export function buildReplaced({ element, computed, role }: Styled, walk: ElementWalk): ReplacedBox {
  return {
    kind: 'replaced',
    style: computed.style,
    role: roleOfPicture(element, role, walk),
    place: element.place,
    drawing: drawingOf(element),
  };
}

function roleOfPicture(element: Element, parent: number, { roles, parentTag }: ElementWalk): number {
  const language = languageOf(element);
  if (element.tag === 'tick') {
    return roles.add({ role: 'Span', parent, actualText: TICK_TEXT, ...language });
  }
  const alt = descriptionOf(element);
  if (alt === '') return NO_ROLE;
  // A figure that holds a picture is described by it: see build-content.
  if (parentTag === 'figure') return parent;
  return roles.add({ role: 'Figure', parent, alt, placement: 'Inline', ...language });
}

export function buildReadingAid(aid: Styled, walk: ElementWalk): ReadingAidBox {
  const { element, computed } = aid;
  const firstRole = walk.roles.next;
  const characters = charactersOf(element);
  let readingStyle = computed.style;
  walk.eachElement(aid, (ruby) =>
    walk.eachElement(ruby, (rt) => {
      readingStyle = rt.computed.style;
    }),
  );
  const role = walk.roles.add({
    role: 'Span',
    parent: walk.roles.add({ role: 'P', parent: aid.role }),
    actualText: spelling(characters),
    spelled: true,
    ...languageOf(element),
  });
  walk.leaf(aid, characters, firstRole);
  return {
    kind: 'reading-aid',
    style: computed.style,
    role,
    place: element.place,
    characters,
    characterStyle: walk.styles.centred(computed.style),
    readingStyle: walk.styles.centred(readingStyle),
  };
}
