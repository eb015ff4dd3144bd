/** Takes a picture, gives its image object in the file, and its mask's (ISO 32000-1 §8.9.5, §11.6.5.3). */

import { type ObjectRef, type PdfDictionary, Verbatim } from './object-syntax.js';
import type { ObjectWriter } from './object-writer.js';
import type { Picture } from './picture-store.js';

export function writePicture(
  objects: ObjectWriter,
  { entries, stream, mask, palette, width, height }: Picture,
): ObjectRef {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
  const softMask =
    mask === undefined
      ? undefined
      : objects.add(
          {
            ...image,
            ColorSpace: 'DeviceGray',
            BitsPerComponent: 8,
            Filter: 'FlateDecode',
          },
          mask,
        );
  return objects.add(
    {
      ...image,
      ...(palette === undefined ? {} : indexed(objects, palette)),
      ...entries,
      ...(softMask === undefined ? {} : { SMask: softMask }),
    },
    stream,
  );
}

const indexed = (objects: ObjectWriter, palette: Uint8Array): PdfDictionary => ({
  ColorSpace: new Verbatim(`[/Indexed /DeviceRGB ${palette.length / 3 - 1} ${objects.bytes(palette)}]`),
});
