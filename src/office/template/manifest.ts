/** Takes the text of template.yaml, gives the template's title and revision. */

import * as v from 'valibot';
import { say } from '../yaml/describe-issue.js';
import { readYaml } from '../yaml/read-yaml.js';

const Text = v.pipe(v.string(), v.regex(/\S/, say('空にできません。', 'must not be empty.')));

const ManifestSchema = v.strictObject({ title: Text, revision: Text });

export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const parseManifest = (text: string, file: string): Manifest =>
  // A revision is a name: 1.10 is not 1.1.
  readYaml(text, file, ManifestSchema, 'template', 'text').value;
