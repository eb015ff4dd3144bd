/** What box each tag of the markup becomes. */

import type { TagName } from '../markup/tags.js';

export type Display =
  | 'block'
  | 'list'
  | 'list-item'
  | 'definitions'
  | 'table'
  | 'table-part'
  | 'row'
  | 'cell'
  | 'figure'
  | 'rule'
  | 'reading-aid'
  | 'replaced'
  | 'inline'
  | 'break'
  | 'ruby'
  | 'reading';

/** A record over TagName: a tag added to the markup must say here what it becomes. */
export const DISPLAY: Readonly<Record<TagName, Display>> = {
  section: 'block',
  h1: 'block',
  h2: 'block',
  h3: 'block',
  h4: 'block',
  p: 'block',
  ul: 'list',
  ol: 'list',
  li: 'list-item',
  dl: 'definitions',
  dt: 'block',
  dd: 'block',
  table: 'table',
  thead: 'table-part',
  tbody: 'table-part',
  tr: 'row',
  th: 'cell',
  td: 'cell',
  strong: 'inline',
  em: 'inline',
  small: 'inline',
  span: 'inline',
  br: 'break',
  a: 'inline',
  img: 'replaced',
  aside: 'block',
  figure: 'figure',
  figcaption: 'block',
  ruby: 'ruby',
  rt: 'reading',
  hr: 'rule',
  qr: 'replaced',
  'customer-barcode': 'replaced',
  tick: 'replaced',
  'reading-aid': 'reading-aid',
};

export const TAG_NAMES: readonly string[] = Object.keys(DISPLAY);
