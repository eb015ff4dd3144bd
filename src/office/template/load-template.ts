/** Takes a template's folder, gives the Template: every file read, checked and compiled once. */

// The names of handlebars' syntax tree are global; whoever reads our types must find them, too.
/// <reference types="handlebars" preserve="true" />

import { basename, join } from 'node:path';
import type { SourcePlace } from '../../problem.js';
import { compileTemplate } from './compile-template.js';
import type { TemplateSource } from './parse-source.js';
import type { Template } from './template.js';
import { FACTS, MAIN, openTemplateFolder, partialNames, readTextInside } from './template-folder.js';

const STYLE = 'style.css';
const MANIFEST = 'template.yaml';

/** What a template's files say, checked: plain data. */
export interface ParsedTemplate extends Pick<Template, 'title' | 'revision' | 'pages' | 'facts' | 'source'> {
  readonly main: hbs.AST.Program;
  readonly partials: readonly (readonly [name: string, tree: hbs.AST.Program])[];
  readonly placesOfFacts: readonly (readonly [id: string, places: readonly SourcePlace[]])[];
}

/** What of a folder counts, by name. */
export interface TemplateSources {
  /** True path of the folder. */
  readonly folder: string;
  readonly manifest: TemplateSource;
  readonly css: TemplateSource;
  readonly facts: TemplateSource;
  readonly main: TemplateSource;
  readonly partials: ReadonlyMap<string, TemplateSource>;
}

/** `parse` is `parseTemplate`, or knows already what that would give. */
export function loadTemplate(folder: string, parse: (sources: TemplateSources) => ParsedTemplate): Template {
  const sources = readSources(folder);
  const { title, revision, pages, facts, source, placesOfFacts, main, partials } = parse(sources);
  const places = new Map(placesOfFacts);
  return {
    folder: sources.folder,
    name: basename(sources.folder),
    title,
    revision,
    ...(pages && { pages }),
    css: sources.css,
    facts,
    source,
    main: sources.main.file,
    compiled: compileTemplate({ main, partials: new Map(partials) }),
    placesOfFact: (id) => places.get(id) ?? [],
  };
}

function readSources(folder: string): TemplateSources {
  const path = openTemplateFolder(folder);
  const read = (name: string): TemplateSource => ({
    file: join(path, name),
    text: readTextInside(path, name),
  });
  return {
    folder: path,
    manifest: read(MANIFEST),
    css: read(STYLE),
    facts: read(FACTS),
    main: read(MAIN),
    partials: new Map(partialNames(path).map((name) => [name, read(`partials/${name}.hbs`)])),
  };
}
