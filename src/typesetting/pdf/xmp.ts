/** Takes what a file says of itself, gives its XMP packet (ISO 16684-1), which must agree with the document information. */

import type { DocumentMeta } from './document-meta.js';
import { DEFAULT_STANDARD, isAccessible, isArchival, type PdfStandard } from './pdf-standard.js';

export function xmpPacket({
  title,
  lang,
  author,
  subject,
  keywords,
  date,
  standard = DEFAULT_STANDARD,
}: DocumentMeta): string {
  const day = `${date}T00:00:00+09:00`;
  const optional = [
    author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject === undefined ? '' : `<dc:description>${alternatives(subject)}</dc:description>`,
    keywords === undefined ? '' : `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(title)}</dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
${optional.filter((entry) => entry !== '').join('\n')}
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<xmp:CreatorTool>annai</xmp:CreatorTool>
<pdf:Producer>annai (PDFKit)</pdf:Producer>
</rdf:Description>${claims(standard)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** What the file claims to conform to (ISO 19005-2 §6.6.4, ISO 14289-1 §5). */
function claims(standard: PdfStandard): string {
  const archival = isArchival(standard) ? ARCHIVAL : '';
  const accessible = isAccessible(standard) ? ACCESSIBLE : '';
  // PDF/A knows no property that is not of its own or described in the packet itself.
  return archival + accessible + (archival !== '' && accessible !== '' ? ACCESSIBLE_SCHEMA : '');
}

const ARCHIVAL = `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>`;

const ACCESSIBLE = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;

/** ISO 19005-2 §6.6.2.3. */
const ACCESSIBLE_SCHEMA = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas>
<rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property>
<rdf:Seq>
<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li>
</rdf:Seq>
</pdfaSchema:property>
</rdf:li>
</rdf:Bag>
</pdfaExtension:schemas>
</rdf:Description>`;

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

/** What parsers read as a line feed (XML 1.0 and 1.1, §2.11) is written by its number. */
const escapeXml = (text: string): string =>
  text.replaceAll(
    /[&<>\r\u0085\u2028]/g,
    (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`,
  );

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
