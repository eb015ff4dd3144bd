/** What style hands to layout: boxes with every property resolved and their part in the document's structure. */

import type { SourcePlace } from '../../problem.js';
import type { Style } from './style.js';

/** Structure types of PDF 1.7 (ISO 32000-1 §14.8.4) that the subset's tags stand for. */
export type Role =
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Span'
  | 'Ruby'
  | 'RB'
  | 'RT'
  | 'Note';

/** One element of the structure tree. A section's nodes stand in document order; a parent comes before its children. */
export interface RoleNode {
  readonly role: Role;
  /** Index of the parent in the same list; −1 for the section itself. */
  readonly parent: number;
  /** Adds no element of its own: what belongs to it belongs to its parent. */
  readonly dissolved?: true;
  /** Text for readers who do not see the drawing (Figure). */
  readonly alt?: string;
  /** The text that the drawing stands for, where it differs (reading aid, tick box). */
  readonly actualText?: string;
  /** `actualText` is what a reading aid spells: mostly another one on every sheet. */
  readonly spelled?: true;
  readonly lang?: string;
  readonly scope?: 'Row' | 'Column';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?: 'None' | 'Disc' | 'Circle' | 'Square' | 'Decimal';
  readonly placement?: 'Block' | 'Inline';
}

interface BoxBase {
  readonly style: Style;
  /** Index into the section's roles: the box's own node or the nearest ancestor's. */
  readonly role: number;
  readonly place: SourcePlace;
}

/** Children are either all block-level or all inline-level: style wraps stray inline content in anonymous blocks. */
export interface BlockBox extends BoxBase {
  readonly kind: 'block';
  readonly children: readonly BlockLevelBox[] | readonly InlineLevelBox[];
  readonly content: 'blocks' | 'inlines';
  /** Set on h1–h4: the heading's level, for bookmarks. */
  readonly heading?: 1 | 2 | 3 | 4;
}

export interface ListItemBox extends BoxBase {
  readonly kind: 'list-item';
  /** Marker text (・, 1., ①), hung outside the content box at its start; empty for `list-style-type: none`. */
  readonly marker: string;
  readonly markerRole: number;
  readonly markerStyle: Style;
  readonly children: readonly BlockLevelBox[] | readonly InlineLevelBox[];
  readonly content: 'blocks' | 'inlines';
}

export interface TableBox extends BoxBase {
  readonly kind: 'table';
  readonly head: readonly RowBox[];
  readonly body: readonly RowBox[];
}

export interface RowBox extends BoxBase {
  readonly kind: 'row';
  readonly cells: readonly CellBox[];
}

export interface CellBox extends BoxBase {
  readonly kind: 'cell';
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly BlockLevelBox[] | readonly InlineLevelBox[];
  readonly content: 'blocks' | 'inlines';
}

/** `<hr>`: a rule across the content box, drawn as its top border. An artifact. */
export interface RuleBox extends BoxBase {
  readonly kind: 'rule';
}

/** `<reading-aid>`: its `<ruby>` children, one per character, drawn as boxes in groups of four, broken only between groups. */
export interface ReadingAidBox extends BoxBase {
  readonly kind: 'reading-aid';
  readonly characters: readonly { readonly base: string; readonly reading: string }[];
  /** The style of what stands in the boxes: the aid's own, centred. */
  readonly characterStyle: Style;
  /** The style of the readings below the boxes: that of `rt`, centred. */
  readonly readingStyle: Style;
}

/** `<img>`, and the drawings `<qr>`, `<customer-barcode>`, `<tick>`. Inline-level in a line, block-level as a child of blocks. */
export interface ReplacedBox extends BoxBase {
  readonly kind: 'replaced';
  readonly drawing:
    | { readonly kind: 'image'; readonly src: string }
    | { readonly kind: 'qr'; readonly text: string }
    | { readonly kind: 'customer-barcode'; readonly codes: string }
    | { readonly kind: 'tick' };
}

export interface InlineBox extends BoxBase {
  readonly kind: 'inline';
  readonly children: readonly InlineLevelBox[];
  /** Set on `<a>`. */
  readonly href?: string;
}

/** White space is already collapsed as `white-space` says; U+000A stands only where a line must break. */
export interface TextBox extends BoxBase {
  readonly kind: 'text';
  readonly text: string;
}

export interface BreakBox extends BoxBase {
  readonly kind: 'break';
}

/** One `<ruby>`: bases with their readings, in pairs (mono ruby: a pair a character; group ruby: one pair). */
export interface RubyBox extends BoxBase {
  readonly kind: 'ruby';
  readonly pairs: readonly { readonly base: TextBox; readonly reading: TextBox }[];
}

export type BlockLevelBox = BlockBox | ListItemBox | TableBox | RuleBox | ReadingAidBox | ReplacedBox;
export type InlineLevelBox = InlineBox | TextBox | BreakBox | RubyBox | ReplacedBox;

/** A section, ready for layout. */
export interface SectionBox {
  readonly root: BlockBox;
  readonly roles: readonly RoleNode[];
}
