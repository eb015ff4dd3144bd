// Takes the valibot schema of provider.yaml, gives the text of the JSON schema that editors read.

import { toJsonSchema } from '@valibot/to-json-schema';

/**
 * @param {import('valibot').GenericSchema} schema
 * @returns {string}
 */
export function providerJsonSchema(schema) {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    // A JSON schema knows no calendar.
    ignoreActions: ['check'],
  });
  return `${JSON.stringify({ $schema, title: 'annai: provider.yaml', ...rest }, null, 2)}\n`;
}
