/** Takes the pages of a document, gives its sections with the forms of their structure elements, and the texts that fill these. */

import { sure } from '../../problem.js';
import type { EncodedPage } from '../paint/encoded-page.js';
import { contentOfSections, mcidOf, pageOf, type SectionContent, type Spot } from './section-content.js';
import type { SectionForm } from './section-form.js';
import type { SectionForms } from './section-forms.js';
import { literalString } from './string-syntax.js';
import { points } from './write-page.js';

export interface FormedSection {
  readonly content: SectionContent;
  readonly form: SectionForm;
  readonly texts: readonly string[];
}

/** In document order. */
export const formSections = (pages: readonly EncodedPage[], forms: SectionForms): readonly FormedSection[] =>
  contentOfSections(pages).map((content) => {
    const form = forms(content);
    return { content, form, texts: textsOf(form, content, pages) };
  });

const textsOf = (
  { texts }: SectionForm,
  { roles }: SectionContent,
  pages: readonly EncodedPage[],
): readonly string[] =>
  texts.map((text) =>
    'box' in text
      ? rectangle(text.box, sure(pages[pageOf(text.box)], 'page'))
      : literalString(sure(roles[text.node]?.[text.entry], 'text of an element')),
  );

function rectangle(spot: Spot, { marks, height }: EncodedPage): string {
  const { left, top, right, bottom } = sure(marks[mcidOf(spot)]?.bounds, 'bounds of a figure');
  return `[${points(left)} ${points(height - bottom)} ${points(right)} ${points(height - top)}]`;
}
