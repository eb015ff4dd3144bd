/**
 * Takes the content of sections, gives the forms of their structure elements; those of a section with the same roles, whose
 * content stands in the same places, are one form. It changes how fast files are written, never what they are.
 */

import type { RoleNode } from '../style/box.js';
import type { SectionContent } from './section-content.js';
import { type SectionForm, sectionForm, TEXT_ENTRIES } from './section-form.js';

export type SectionForms = (content: SectionContent) => SectionForm;

interface Known {
  readonly content: SectionContent;
  readonly form: SectionForm;
}

/** At most so many forms are remembered; all are forgotten where they become more. */
export function createSectionForms(limit: number): SectionForms {
  /** By how much there is of each, so that few must be compared. */
  let known = new Map<string, Known[]>();
  let count = 0;
  let made = 0;
  return (content) => {
    const key = `${content.roles.length} ${content.spots.length} ${content.spots[0]}`;
    const found = known.get(key)?.find((each) => isAlike(each.content, content));
    if (found !== undefined) return found.form;
    const form = sectionForm(content, made++);
    if (count >= limit) {
      known = new Map();
      count = 0;
    }
    if (limit === 0) return form;
    count += 1;
    const alike = known.get(key);
    if (alike === undefined) known.set(key, [{ content, form }]);
    else alike.push({ content, form });
    return form;
  };
}

function isAlike(one: SectionContent, other: SectionContent): boolean {
  return (
    areEqual(one.spots, other.spots) &&
    areEqual(one.nodes, other.nodes) &&
    one.links.length === other.links.length &&
    one.links.every((link, i) => {
      const { node, page, annotation } = other.links[i] ?? {};
      return link.node === node && link.page === page && link.annotation === annotation;
    }) &&
    (one.roles === other.roles || haveSameElements(one.roles, other.roles))
  );
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** What the texts say is no part of a form, whether there are any is. */
function haveSameElements(one: readonly RoleNode[], other: readonly RoleNode[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) {
    const [a, b] = [one[i], other[i]];
    if (a === b) continue;
    if (a === undefined || b === undefined || !isSameElement(a, b)) return false;
  }
  return true;
}

const isSameElement = (a: RoleNode, b: RoleNode): boolean =>
  a.role === b.role &&
  a.parent === b.parent &&
  a.dissolved === b.dissolved &&
  a.scope === b.scope &&
  a.colSpan === b.colSpan &&
  a.rowSpan === b.rowSpan &&
  a.listNumbering === b.listNumbering &&
  a.lang === b.lang &&
  a.spelled === b.spelled &&
  a.placement === b.placement &&
  TEXT_ENTRIES.every(([entry]) => (a[entry] === undefined) === (b[entry] === undefined));
