/** What `prepare/` hands to the contestants: every sheet twice, as placed text and as paragraphs to be laid out. Lengths are points. */

export type FaceName = 'regular' | 'bold' | 'mono' | 'mono-bold';

/** Characters of one face on one baseline, at their natural advances: within 0.3 em of where annai has them. From the page's lower left edge. */
export interface Piece {
  x: number;
  y: number;
  size: number;
  face: FaceName;
  color: string;
  text: string;
}

/** `d` is PDF's own syntax: m l c h re. */
export interface Path {
  d: string;
  paint: 'f' | 'S';
  color: string;
  width: number;
}

export interface PlacedPage {
  readonly pieces: readonly Piece[];
  readonly paths: readonly Path[];
}

/** What every sheet of a kind has in common, page by page. */
export interface Form {
  readonly pages: readonly PlacedPage[];
}

export type Span =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face: FaceName;
      readonly size: number;
      readonly color: string;
    }
  | { readonly kind: 'tick'; readonly size: number }
  | { readonly kind: 'break' };

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
  readonly size: number;
  /** Line height ÷ size. */
  readonly leading: number;
  readonly after: number;
  /** The left edge of the text; a marker hangs in it. */
  readonly indent: number;
  readonly marker?: readonly Span[];
  /** Of a bar at the left edge. */
  readonly bar?: string;
  readonly fill?: string;
  readonly align?: 'center';
  readonly level?: 1 | 2 | 3;
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly padX: number;
  readonly padY: number;
  /** White space at the right. */
  readonly gutter: number;
  readonly fill?: string;
  readonly header?: true;
}

export interface Row {
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
  readonly after: number;
  readonly indent: number;
  readonly rules: 'none' | 'rows' | 'grid';
}

export interface Panel {
  readonly kind: 'panel';
  readonly fill: string;
  readonly padX: number;
  readonly padY: number;
  readonly width: number;
  readonly blocks: readonly Block[];
  readonly after: number;
}

/** Vector shapes: QR code and barcode, [x, y, width, height] from the top left. */
export interface Symbol {
  readonly kind: 'symbol';
  readonly width: number;
  readonly height: number;
  readonly rectangles: readonly (readonly [number, number, number, number])[];
  readonly after: number;
}

export interface ReadingAid {
  readonly kind: 'reading-aid';
  readonly size: number;
  readonly readingSize: number;
  readonly box: number;
  readonly gap: number;
  readonly rows: readonly (readonly (readonly {
    readonly character: string;
    readonly reading: string;
  }[])[])[];
  readonly after: number;
}

export interface Rule {
  readonly kind: 'rule';
  readonly width: number;
  readonly after: number;
}

export interface Gap {
  readonly kind: 'gap';
  readonly height: number;
}

export type Block = Paragraph | Table | Panel | Symbol | ReadingAid | Rule | Gap;

export interface FlowPage {
  readonly top: number;
  readonly blocks: readonly Block[];
  readonly absolutes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly blocks: readonly Block[];
  }[];
  /** From the page's left and top edges. */
  readonly folds: readonly { readonly x: number; readonly y: number; readonly width: number }[];
  readonly footer: readonly [left: string, right: string];
}

/** Text and paths at their places. */
export interface PlacedData {
  readonly forms: readonly Form[];
  /** Which form, and what it lacks, page by page. */
  readonly sheets: readonly { readonly form: number; readonly variable: readonly PlacedPage[] }[];
}

/** Paragraphs, tables and symbols. */
export interface FlowData {
  readonly sheets: readonly { readonly flow: readonly FlowPage[] }[];
}
