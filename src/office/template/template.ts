/** A template folder, read and compiled: what turns sheets into HTML. */

import type { SourcePlace } from '../../problem.js';
import type { Facts } from '../sheet/facts.js';
import type { CompiledTemplate } from './compile-template.js';
import type { Manifest } from './manifest.js';

export interface Template {
  /** True path of the folder. */
  readonly folder: string;
  /** The folder's name. */
  readonly name: string;
  /** The document's title, from template.yaml. */
  readonly title: string;
  /** Changes whenever the wording changes; goes into the control number and the ledger. */
  readonly revision: string;
  /** The most pages that a sheet may have (V18); absent: any number. */
  readonly pages?: Manifest['pages'];
  readonly css: { readonly text: string; readonly file: string };
  readonly facts: Facts;
  /** Everything the template itself can print or select with: its files' text, the style sheet's included. */
  readonly source: string;
  /** Path of sheet.hbs, for problems of the template as a whole. */
  readonly main: string;
  readonly compiled: CompiledTemplate;
  /** Where the fact's `{{#fact}}` blocks stand. */
  placesOfFact(id: string): readonly SourcePlace[];
}
