/** Takes a text, gives it as HTML: what `{{value}}` prints of it. The same characters as Handlebars escapes. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};
const ESCAPED = /[&<>"'`=]/g;

export const escapeValue = (text: string): string =>
  text.search(ESCAPED) === -1 ? text : text.replace(ESCAPED, (sign) => ESCAPES[sign] ?? sign);
