/** Takes an element that holds blocks or lines, gives its boxes; stray lines between blocks get an anonymous block (CSS 2.2 §9.2.1.1). */

import { type SourcePlace, sure } from '../../problem.js';
import type { Element } from '../markup/element.js';
import type { BlockBox, BlockLevelBox, InlineLevelBox } from './box.js';
import { buildInline, buildReadingAid, buildReplaced } from './build-inline.js';
import { buildDefinitions, buildList } from './build-list.js';
import { buildTable } from './build-table.js';
import { collapseWhiteSpace } from './collapse-white-space.js';
import { type Content, displayOf, type ElementWalk, type Styled } from './element-walk.js';
import { descriptionOf, isPicture } from './picture.js';
import { languageOf, NO_ROLE } from './role-tree.js';

const HEADINGS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { h1: 1, h2: 2, h3: 3, h4: 4 };

export function buildBlock(block: Styled, walk: ElementWalk): BlockBox {
  const { element, computed, role } = block;
  const heading = HEADINGS[element.tag];
  return {
    kind: 'block',
    style: computed.style,
    role,
    place: element.place,
    ...buildContent(block, walk),
    ...(heading === undefined ? {} : { heading }),
  };
}

export function buildContent(parent: Styled, walk: ElementWalk): Content {
  const firstRole = walk.roles.next;
  const blocks: BlockLevelBox[] = [];
  let run: InlineLevelBox[] = [];
  let place: SourcePlace | undefined;
  const endRun = (): void => {
    const children = collapseWhiteSpace(run);
    if (children.length > 0)
      blocks.push(anonymousBlock(children, parent, sure(place, 'place of a run'), walk));
    run = [];
    place = undefined;
  };
  walk.eachNode(parent, (node, child) => {
    const block = child === undefined ? undefined : buildBlockLevel(child, walk);
    if (block !== undefined) {
      endRun();
      blocks.push(block);
      return;
    }
    if (child !== undefined) run.push(buildInline(child, walk));
    else if (node.kind === 'text') {
      run.push({
        kind: 'text',
        text: node.text,
        style: parent.computed.style,
        role: parent.role,
        place: node.place,
      });
    }
    if (node.kind === 'element' || /[^ \t\n\r\f]/.test(node.text)) place ??= node.place;
  });
  if (blocks.length === 0) {
    const children = collapseWhiteSpace(run);
    walk.leaf(parent, children, firstRole, run);
    return { content: 'inlines', children };
  }
  endRun();
  return { content: 'blocks', children: blocks };
}

function anonymousBlock(
  children: readonly InlineLevelBox[],
  parent: Styled,
  place: SourcePlace,
  walk: ElementWalk,
): BlockLevelBox {
  const [only] = children;
  // A picture alone between blocks is a block itself, so that it has no line around it.
  if (children.length === 1 && only?.kind === 'replaced') return only;
  const { style } = walk.styles.anonymous(parent.computed);
  return { kind: 'block', style, role: parent.role, place, content: 'inlines', children };
}

/** Undefined for what stands in a line. */
function buildBlockLevel(child: Styled, walk: ElementWalk): BlockLevelBox | undefined {
  const { element, computed, role } = child;
  switch (displayOf(child)) {
    case 'block':
      return buildBlock({ ...child, role: roleOfBlock(child, walk) }, walk);
    case 'list':
      return buildList(child, walk, buildContent);
    case 'definitions':
      return buildDefinitions(child, walk, buildContent);
    case 'table':
      return buildTable(child, walk, buildContent);
    case 'figure':
      return buildBlock({ ...child, role: roleOfFigure(element, role, walk) }, walk);
    case 'rule':
      return { kind: 'rule', style: computed.style, role: NO_ROLE, place: element.place };
    case 'reading-aid':
      return buildReadingAid(child, walk);
    case 'replaced':
      return computed.style.position === 'absolute' ? buildReplaced(child, walk) : undefined;
    default:
      return undefined;
  }
}

/** A note belongs to the text that it stands in; what is placed on the page by itself is a part of its own. */
function roleOfBlock({ element, computed, role }: Styled, { roles }: ElementWalk): number {
  if (element.tag === 'aside' && computed.style.position === 'absolute')
    return roles.add({ role: 'Div', parent: role, ...languageOf(element) });
  return roles.open(element, role);
}

/** A figure with pictures is one Figure, described by them; with anything else it only groups. */
function roleOfFigure(figure: Element, parent: number, walk: ElementWalk): number {
  const descriptions = figure.children.filter(isPicture).map(descriptionOf);
  const alt = descriptions.filter((description) => description !== '').join('、');
  const described = alt === '' ? { role: 'Div' as const } : { role: 'Figure' as const, alt };
  return walk.roles.add({ ...described, parent, placement: 'Block', ...languageOf(figure) });
}
