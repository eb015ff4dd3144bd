// @types/css-tree describes the whole of css-tree only; its parser alone loads in less than half the time.
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';
  // biome-ignore lint/style/noDefaultExport: css-tree's own way of exporting it
  export default function parse(text: string, options?: ParseOptions): CssNode;
}
