// Writes templates/mail-settings/provider.schema.json from the compiled schema (run `npm run build` before).

import { writeFileSync } from 'node:fs';
import { providerJsonSchema } from './provider-json-schema.mjs';

const { ProfileSchema } = await import(
  new URL('../dist/office/provider/profile-schema.js', import.meta.url).href
);
const target = new URL('../templates/mail-settings/provider.schema.json', import.meta.url);
writeFileSync(target, providerJsonSchema(ProfileSchema));
