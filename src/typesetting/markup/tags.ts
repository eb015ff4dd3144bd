/** The HTML subset as one table: every allowed tag, its attributes, and what may stand in it. Anything else is an error. */

/** How the value of an attribute is checked. */
export type AttributeKind =
  | 'text'
  | 'words'
  | 'language'
  | 'url'
  | 'path'
  | 'count'
  | 'number'
  | 'scope'
  | 'codes';

interface AttributeRule {
  readonly kind: AttributeKind;
  readonly required?: true;
}

interface Tag {
  /** Allowed besides class, id and lang; `required` must be there. */
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  /** Tags that may be children. */
  readonly children: readonly string[];
  /** Whether text may stand here (white space may stand everywhere). */
  readonly text?: true;
  /** Written without an end tag (HTML void elements). */
  readonly void?: true;
}

const PHRASING = [
  'strong',
  'em',
  'small',
  'span',
  'br',
  'a',
  'ruby',
  'img',
  'qr',
  'customer-barcode',
  'tick',
];
const BLOCKS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'ol',
  'dl',
  'table',
  'aside',
  'figure',
  'hr',
  'reading-aid',
];
const FLOW = [...BLOCKS, ...PHRASING];
const LINK_TEXT = PHRASING.filter((tag) => tag !== 'a');

const SPANS = { colspan: { kind: 'count' }, rowspan: { kind: 'count' } } as const;
const phrasing = { children: PHRASING, text: true } as const;
const flow = { children: FLOW, text: true } as const;

const GLOBAL_ATTRIBUTES = {
  class: { kind: 'words' },
  id: { kind: 'text' },
  lang: { kind: 'language' },
} as const;

export const TAGS = {
  section: flow,
  h1: phrasing,
  h2: phrasing,
  h3: phrasing,
  h4: phrasing,
  p: phrasing,
  ul: { children: ['li'] },
  ol: { children: ['li'], attributes: { start: { kind: 'number' } } },
  li: flow,
  dl: { children: ['dt', 'dd'] },
  dt: phrasing,
  dd: flow,
  table: { children: ['thead', 'tbody', 'tr'] },
  thead: { children: ['tr'] },
  tbody: { children: ['tr'] },
  tr: { children: ['th', 'td'] },
  th: { ...flow, attributes: { ...SPANS, scope: { kind: 'scope' } } },
  td: { ...flow, attributes: SPANS },
  strong: phrasing,
  em: phrasing,
  small: phrasing,
  span: phrasing,
  br: { children: [], void: true },
  a: { children: LINK_TEXT, text: true, attributes: { href: { kind: 'url', required: true } } },
  img: {
    children: [],
    void: true,
    attributes: { src: { kind: 'path', required: true }, alt: { kind: 'text', required: true } },
  },
  aside: flow,
  figure: { children: [...FLOW, 'figcaption'], text: true },
  figcaption: flow,
  ruby: { children: ['rt'], text: true },
  rt: { children: [], text: true },
  hr: { children: [], void: true },
  qr: {
    children: [],
    attributes: { text: { kind: 'text', required: true }, alt: { kind: 'text', required: true } },
  },
  'customer-barcode': {
    children: [],
    attributes: { codes: { kind: 'codes', required: true }, alt: { kind: 'text' } },
  },
  tick: { children: [] },
  'reading-aid': { children: ['ruby'] },
} as const satisfies Readonly<Record<string, Tag>>;

export type TagName = keyof typeof TAGS;

const table: ReadonlyMap<string, Tag> = new Map(
  Object.entries<Tag>(TAGS).map(([name, tag]) => [
    name,
    { ...tag, attributes: { ...GLOBAL_ATTRIBUTES, ...tag.attributes } },
  ]),
);

/** A tag's row of the table, with the attributes that every tag has. */
export const tagOf = (name: string): Tag | undefined => table.get(name);
