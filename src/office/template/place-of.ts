/** Takes a node of a template's syntax tree, gives where it stands. */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import type { SourcePlace } from '../../problem.js';

/** Of a tree of `parseSource`: its columns count from 0. */
export const placeOf = (node: hbs.AST.Node): SourcePlace => ({
  kind: 'source',
  file: node.loc.source,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});
