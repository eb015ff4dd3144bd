/**
 * Takes a font library and a typesetter's base text, gives what all its documents share: subsets and pictures compressed
 * once, PDFKit's frame, the forms of structure elements, and room to write in.
 */

import type { DocumentMeta } from './document-meta.js';
import { FileBytes } from './file-bytes.js';
import type { FontStore } from './font-store.js';
import { type ObjectStreamRoom, objectStreamRoom } from './object-stream.js';
import { type PdfkitFrame, pdfkitFrame } from './pdfkit-frame.js';
import { createPictureStore, type PictureStore } from './picture-store.js';
import { preparedFrame } from './prepared-frame.js';
import { checkProtection, type Protection } from './protection.js';
import { createSectionForms, type SectionForms } from './section-forms.js';
import type { Shape } from './shape.js';

export interface SharedStreams {
  readonly fonts: FontStore;
  readonly pictures: PictureStore;
  readonly forms: SectionForms;
  /** What documents of one shape have in common; `compute` gives the same for a key, whatever the document. */
  readonly shapes: (key: string, compute: () => Shape) => Shape;
  /** Locked files have a frame each. Throws ProblemError for what cannot lock a file. */
  frame(meta: DocumentMeta, protection?: Protection): PdfkitFrame;
  /** Where one document after the other is written: room made for each would take longer than filling it. */
  readonly rooms: { readonly file: FileBytes; readonly objects: ObjectStreamRoom };
}

/** `memory`: how many forms of structure elements are remembered; `shapes` may remember, too. */
export function createSharedStreams(
  fonts: FontStore,
  memory = 800,
  shapes: SharedStreams['shapes'] = (_key, compute) => compute(),
): SharedStreams {
  let last: { readonly lang: string; readonly frame: PdfkitFrame } | undefined;
  return {
    fonts,
    pictures: createPictureStore(),
    forms: createSectionForms(memory),
    shapes,
    frame({ lang, standard }, protection) {
      if (protection !== undefined) {
        checkProtection(protection, standard);
        return pdfkitFrame(lang, protection);
      }
      if (last?.lang !== lang) last = { lang, frame: preparedFrame(lang) ?? pdfkitFrame(lang) };
      return last.frame;
    },
    rooms: { file: new FileBytes(), objects: objectStreamRoom() },
  };
}
