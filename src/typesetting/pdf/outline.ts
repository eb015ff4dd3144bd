/** Takes headings in order with their levels, gives the document outline (bookmarks; ISO 32000-1 §12.3.3): its root, where there are any. */

import { sure } from '../../problem.js';
import type { InnerHost } from './blueprint.js';
import { type ObjectRef, text } from './object-syntax.js';
import type { DictionaryWriter } from './object-writer.js';

export interface Bookmark {
  readonly title: string;
  /** 1 is the outermost. A level that skips one hangs below the nearest outer bookmark. */
  readonly level: number;
  readonly page: ObjectRef;
  /** Points from the page's lower edge. */
  readonly top: number;
}

interface Entry {
  readonly bookmark: Bookmark;
  readonly children: Entry[];
  readonly ref: ObjectRef;
}

/** `open`: whether the inner levels show at once. */
export function writeOutline(
  objects: DictionaryWriter,
  bookmarks: readonly Bookmark[],
  open: boolean,
): ObjectRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = objects.reserve();
  const top: Entry[] = [];
  const path: Entry[] = [];
  for (const bookmark of bookmarks) {
    while (path.length > 0 && sure(path.at(-1), 'outline entry').bookmark.level >= bookmark.level) path.pop();
    const entry = { bookmark, children: [], ref: objects.reserve() };
    (path.at(-1)?.children ?? top).push(entry);
    path.push(entry);
  }
  writeEntries(objects, top, root, open);
  objects.write(root, { Type: 'Outlines', ...ends(top), Count: open ? bookmarks.length : top.length });
  return root;
}

/** Readers show it when they open the file. */
export function openByOutline(file: Pick<InnerHost, 'catalog'>, outline: ObjectRef | undefined): void {
  if (outline === undefined) return;
  file.catalog('Outlines', outline);
  file.catalog('PageMode', 'UseOutlines');
}

function writeEntries(
  objects: DictionaryWriter,
  entries: readonly Entry[],
  parent: ObjectRef,
  open: boolean,
): void {
  entries.forEach(({ bookmark, children, ref }, i) => {
    const previous = entries[i - 1];
    const next = entries[i + 1];
    objects.write(ref, {
      Title: text(bookmark.title),
      Parent: parent,
      Dest: [bookmark.page, 'XYZ', 0, bookmark.top, 0],
      ...(previous === undefined ? {} : { Prev: previous.ref }),
      ...(next === undefined ? {} : { Next: next.ref }),
      ...(children.length === 0
        ? {}
        : { ...ends(children), Count: open ? descendants(children) : -children.length }),
    });
    writeEntries(objects, children, ref, open);
  });
}

const ends = (entries: readonly Entry[]): { First: ObjectRef; Last: ObjectRef } => ({
  First: sure(entries[0], 'first outline entry').ref,
  Last: sure(entries.at(-1), 'last outline entry').ref,
});

const descendants = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + 1 + descendants(entry.children), 0);
