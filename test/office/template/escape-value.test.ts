import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { escapeValue } from '../../../src/office/template/escape-value.js';

test('a value is escaped as Handlebars escapes it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'&<>"\'`=;a 髙', '&amp;', '𠮷', '\n') });
  fc.assert(
    fc.property(text, (value) => {
      expect(escapeValue(value)).toBe(Handlebars.escapeExpression(value));
    }),
  );
});
