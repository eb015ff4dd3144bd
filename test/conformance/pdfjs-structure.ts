/** Takes a PDF file, gives the structure of each page as pdf.js finds it from the page, by its parent tree: the other way round than `read-structure.ts`. */

import { openPdf } from '../typesetting/pdf/read-pdf.js';
import { isElement, type StructureElement, type TaggedFile } from './read-structure.js';

/** One marked content: where it hangs in the tree, its number on the page, and what it says (white space aside). */
export type Leaf = readonly [path: string, mcid: number, text: string];

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
  readonly type?: string;
  readonly id?: string;
}

const mcidOf = (id: string): number => Number(/_mc(\d+)$/.exec(id)?.[1]);
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');

/** By page, in the order of the tree. Throws where a page has marks that its tree lacks. */
export async function leavesByPdfjs(bytes: Uint8Array): Promise<readonly (readonly Leaf[])[]> {
  const document = await openPdf(bytes);
  const pages: (readonly Leaf[])[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const texts = new Map<number, string>();
    let mcid: number | undefined;
    for (const item of items) {
      if ('str' in item) {
        if (mcid !== undefined) texts.set(mcid, (texts.get(mcid) ?? '') + withoutSpace(item.str));
      } else if (item.type === 'beginMarkedContentProps') {
        mcid = item.id === null ? undefined : mcidOf(item.id);
        if (mcid !== undefined) texts.set(mcid, '');
      } else if (item.type === 'endMarkedContent') mcid = undefined;
    }
    const leaves: Leaf[] = [];
    const walk = (node: Node, path: readonly string[]): void => {
      if (node.type === 'content') {
        const own = mcidOf(node.id ?? '');
        leaves.push([path.join('/'), own, texts.get(own) ?? 'nothing on the page']);
        texts.delete(own);
      }
      for (const child of node.children ?? [])
        walk(child, child.role === undefined ? path : [...path, child.role]);
    };
    walk((await page.getStructTree()) as Node, []);
    if (texts.size > 0) throw new Error(`page ${number}: not in the tree: ${[...texts.keys()].join()}`);
    pages.push(leaves);
  }
  await document.destroy();
  return pages;
}

/** The same from the tree itself. */
export function leavesByTree({ document, pages }: TaggedFile): readonly (readonly Leaf[])[] {
  const leaves: Leaf[][] = pages.map(() => []);
  const walk = (element: StructureElement, path: readonly string[]): void => {
    for (const kid of element.kids) {
      if (isElement(kid)) walk(kid, [...path, kid.role]);
      else if (kid.kind === 'content')
        leaves[kid.page]?.push([
          path.join('/'),
          kid.mcid,
          withoutSpace(pages[kid.page]?.texts.get(kid.mcid) ?? ''),
        ]);
    }
  };
  walk(document, [document.role]);
  return leaves;
}
