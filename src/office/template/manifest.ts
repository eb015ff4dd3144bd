/** Takes the text of template.yaml, gives the template's title and revision. */

import * as v from 'valibot';
import { say } from '../yaml/describe-issue.js';
import { readYaml } from '../yaml/read-yaml.js';

const Text = v.pipe(v.string(), v.regex(/\S/, say('空にできません。', 'must not be empty.')));

const Pages = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d?$/, say('1～99 のページ数を書いてください。', 'give a number of pages, 1 to 99.')),
  v.transform(Number),
);

/** The most pages that a sheet may have, front and back counted; `undecided` is the sheet with both methods side by side. */
const PagesSchema = v.strictObject({
  normal: Pages,
  large: Pages,
  undecidedNormal: Pages,
  undecidedLarge: Pages,
});

const ManifestSchema = v.strictObject({
  title: Text,
  revision: Text,
  pages: v.exactOptional(PagesSchema),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const parseManifest = (text: string, file: string): Manifest =>
  // A revision is a name: 1.10 is not 1.1.
  readYaml(text, file, ManifestSchema, 'template', 'text').value;
