/** Takes a tagged file, gives what is wrong with its structure: what validators do not look at (ISO 32000-1 §14.6–14.8, ISO 14289-1 §7). */

import { isReference, nameOf, textOfString } from './read-objects.js';
import {
  attribute,
  elementsWithin,
  entryText,
  type StructureElement,
  type TaggedFile,
  treeEntries,
} from './read-structure.js';
import { tableHeaders } from './table-headers.js';

export function structureFaults(tagged: TaggedFile): readonly string[] {
  const elements = elementsWithin(tagged.document);
  return [
    ...contentFaults(tagged),
    ...parentFaults(tagged, elements),
    ...linkFaults(tagged, elements),
    ...idFaults(tagged, elements),
    ...headingFaults(elements),
    ...elements.flatMap((element) => elementFaults(tagged, element)),
  ];
}

/** Everything painted stands in marked content, none of it nested, and what is no content says what else it is. */
function contentFaults({ pages }: TaggedFile): readonly string[] {
  return pages.flatMap(({ operators }, page) => {
    const faults: string[] = [];
    const mcids: number[] = [];
    let depth = 0;
    for (const line of operators.split('\n')) {
      if (/ (?:BDC|BMC)$/.test(line)) depth += 1;
      else if (line === 'EMC') depth -= 1;
      else if (depth === 0 && /(?:^| )(?:Tj|TJ|f|S|B|Do|Do Q)$/.test(line))
        faults.push(`page ${page}: outside marked content: ${line}`);
      if (depth > 1) faults.push(`page ${page}: nested marks: ${line}`);
      if (line.startsWith('/Artifact') && !ARTIFACT.test(line)) faults.push(`page ${page}: ${line}`);
      const [, mcid] = /\/MCID (\d+)/.exec(line) ?? [];
      if (mcid !== undefined) mcids.push(Number(mcid));
    }
    if (depth !== 0) faults.push(`page ${page}: marks open at its end`);
    if (mcids.some((mcid, i) => mcid !== i)) faults.push(`page ${page}: MCIDs out of order`);
    return faults;
  });
}

const ARTIFACT =
  /^\/Artifact <<\/Type (?:\/Pagination(?: \/Subtype \/(?:Header|Footer) \/Attached \[\/(?:Top|Bottom)\])?|\/Layout|\/Background \/BBox \[[-\d. ]+\])>> BDC$/;

/** Parent tree and structure tree say the same of every MCID of every page; every element hangs from the one it names. */
function parentFaults(
  { file, root, pages }: TaggedFile,
  elements: readonly StructureElement[],
): readonly string[] {
  const faults: string[] = [];
  const owners = new Map<string, number>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind === 'element') {
        const parent = kid.dictionary.get('P');
        if (!isReference(parent) || parent.ref !== element.number) faults.push(`${kid.number}: wrong parent`);
      } else if (kid.kind === 'content') {
        const spot = `${kid.page} ${kid.mcid}`;
        if (owners.has(spot)) faults.push(`content ${spot} stands in two elements`);
        owners.set(spot, element.number);
      }
    }
  }
  if (new Set(elements.map(({ number }) => number)).size !== elements.length)
    faults.push('an element stands twice');
  const tree = new Map(treeEntries(file, root.get('ParentTree')));
  const keys = [...tree.keys()].map(Number);
  if (keys.some((key, i) => i > 0 && key <= Number(keys[i - 1]))) faults.push('parent tree out of order');
  if (Number(root.get('ParentTreeNextKey')) <= Math.max(...keys)) faults.push('ParentTreeNextKey is taken');
  for (const [page, { dictionary, operators }] of pages.entries()) {
    if (nameOf(dictionary.get('Tabs')) !== 'S')
      faults.push(`page ${page}: tab order is not that of the structure`);
    const count = operators.match(/\/MCID /g)?.length ?? 0;
    const parents = file.array(tree.get(dictionary.get('StructParents') ?? null));
    if (parents.length !== count) faults.push(`page ${page}: ${count} marks, ${parents.length} parents`);
    for (const [mcid, parent] of parents.entries()) {
      if (!isReference(parent) || owners.get(`${page} ${mcid}`) !== parent.ref)
        faults.push(`page ${page}: parent of MCID ${mcid}`);
    }
  }
  return faults;
}

/** Each link annotation belongs to a Link of its own page, both ways, and says where it leads. */
function linkFaults(
  { file, root, pages }: TaggedFile,
  elements: readonly StructureElement[],
): readonly string[] {
  const faults: string[] = [];
  const owners = new Map(
    elements.flatMap((element) =>
      element.kids.flatMap((kid) =>
        kid.kind === 'object' ? [[kid.object, { element, page: kid.page }] as const] : [],
      ),
    ),
  );
  const tree = new Map(treeEntries(file, root.get('ParentTree')));
  let count = 0;
  for (const [page, { dictionary }] of pages.entries()) {
    for (const annotation of dictionary.has('Annots') ? file.array(dictionary.get('Annots')) : []) {
      if (!isReference(annotation)) throw new Error('annotation without a number');
      count += 1;
      const entries = file.dictionary(annotation);
      const owner = owners.get(annotation.ref);
      const parent = tree.get(entries.get('StructParent') ?? null);
      if (owner === undefined || owner.page !== page)
        faults.push(`page ${page}: link ${annotation.ref} is no part of it`);
      if (owner?.element.role !== 'Link') faults.push(`link ${annotation.ref} belongs to no Link`);
      if (!isReference(parent) || parent.ref !== owner?.element.number)
        faults.push(`parent of link ${annotation.ref}`);
      if (textOfString(entries.get('Contents')) === '') faults.push(`link ${annotation.ref} says nothing`);
    }
  }
  if (count !== owners.size) faults.push('a Link names what is no annotation');
  return faults;
}

function idFaults({ file, root }: TaggedFile, elements: readonly StructureElement[]): readonly string[] {
  const named = root.has('IDTree') ? treeEntries(file, root.get('IDTree')) : [];
  const ids = elements.flatMap((element) => {
    const id = entryText(element, 'ID');
    return id === undefined ? [] : [`${id} ${element.number}`];
  });
  const inTree = named.map(([id, ref]) => `${textOfString(id)} ${isReference(ref) ? ref.ref : ''}`);
  const sorted = [...inTree].sort();
  return [
    ...(JSON.stringify([...ids].sort()) === JSON.stringify(sorted) ? [] : ['IDTree and IDs differ']),
    ...(JSON.stringify(inTree) === JSON.stringify(sorted) ? [] : ['IDTree out of order']),
  ];
}

/** From one heading to the next at most one level deeper (ISO 14289-1 §7.4.2); each Part begins anew. */
function headingFaults(elements: readonly StructureElement[]): readonly string[] {
  let level = 0;
  return elements.flatMap(({ role, number }) => {
    if (role === 'Part') level = 0;
    if (!/^H[1-6]$/.test(role)) return [];
    const before = level;
    level = Number(role.slice(1));
    return level > before + 1 ? [`${number}: ${role} after H${before}`] : [];
  });
}

const MAY_BE_EMPTY = new Set(['TD', 'TH']);

function elementFaults(tagged: TaggedFile, element: StructureElement): readonly string[] {
  const { role, number, kids } = element;
  const faults: string[] = [];
  if (kids.length === 0 && !MAY_BE_EMPTY.has(role)) faults.push(`${number}: ${role} is empty`);
  const inside = kids.flatMap((kid) => (kid.kind === 'element' ? [kid.role] : []));
  const allowed = CHILDREN[role];
  for (const child of inside) {
    if (allowed !== undefined && !allowed.includes(child)) faults.push(`${number}: ${child} in ${role}`);
  }
  if (role === 'Figure') faults.push(...figureFaults(tagged, element));
  if (role === 'Table') faults.push(...tableFaults(tagged, element));
  if (role === 'Note' && entryText(element, 'ID') === undefined) faults.push(`${number}: Note without ID`);
  if (role === 'Link' && !kids.some(({ kind }) => kind === 'object'))
    faults.push(`${number}: Link leads nowhere`);
  return faults;
}

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  Ruby: ['RB', 'RT', 'RP'],
};

function figureFaults(tagged: TaggedFile, element: StructureElement): readonly string[] {
  const faults: string[] = [];
  if ((entryText(element, 'Alt') ?? '') === '') faults.push(`${element.number}: Figure without words`);
  const bounds = attribute(tagged, element, 'BBox');
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.isArray(bounds) ? bounds.map(Number) : [];
  const page = element.kids.find((kid) => kid.kind === 'content')?.page ?? -1;
  const [, , width = 0, height = 0] = tagged.file
    .array(tagged.pages[page]?.dictionary.get('MediaBox'))
    .map(Number);
  if (!(left >= 0 && bottom >= 0 && left < right && bottom < top && right <= width && top <= height))
    faults.push(`${element.number}: Figure stands nowhere`);
  return faults;
}

/** Rows are equally long, header cells say what they head, and every other cell has a header. */
function tableFaults(tagged: TaggedFile, table: StructureElement): readonly string[] {
  const { grid, headers, unknown } = tableHeaders(tagged, table);
  const [width] = grid.map(({ length }) => length);
  const uneven = grid.some((row) => row.length !== width || row.includes(undefined));
  const cells = new Set(grid.flat());
  return [
    ...(uneven ? [`${table.number}: uneven table`] : []),
    ...unknown.map((id) => `${table.number}: no header cell is called ${id}`),
    ...[...cells].flatMap((cell) =>
      cell?.role === 'TH' && attribute(tagged, cell, 'Scope') === undefined
        ? [`${cell.number}: TH without Scope`]
        : [],
    ),
    ...[...headers].flatMap(([cell, found]) =>
      found.length === 0 ? [`${cell.number}: TD without a header`] : [],
    ),
  ];
}
