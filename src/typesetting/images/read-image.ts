/** Takes the bytes of a PNG or JPEG file, gives the Image that layout places and pdf embeds. */

import { imageSize } from 'image-size';
import { refuse, type SourcePlace } from '../../problem.js';
import type { Image } from '../layout/block.js';

/** Beyond this a picture is an accident or an attack: A4 at 600 dpi has 35 million pixels. */
const MOST_PIXELS = 50_000_000;

/** EXIF orientation of a picture that is shown as it is stored. */
const UPRIGHT = 1;

const FORMATS: Readonly<Record<string, Image['format']>> = { png: 'png', jpg: 'jpeg' };

/**
 * Pixels are counted from the file's header; nothing is decoded here. Throws a ProblemError at `place` for anything but
 * a PNG or JPEG of a sensible size.
 */
export function readImage(key: string, bytes: Uint8Array, place: SourcePlace): Image {
  const { type, width, height, orientation = UPRIGHT } = headerOf(key, bytes, place);
  const format = FORMATS[type ?? ''];
  if (format === undefined)
    refuseImage(key, place, `形式が ${type ?? '不明'} です`, `its format is ${type ?? 'unknown'}`);
  if (width < 1 || height < 1 || width * height > MOST_PIXELS)
    refuseImage(key, place, `大きさが ${width}×${height} 画素です`, `it measures ${width}×${height} pixels`);
  if (orientation !== UPRIGHT) refuseTurned(key, place);
  return { key, format, width, height, bytes };
}

/** A camera says in the file how it was held; a PDF viewer would show the picture lying on its side or mirrored. */
function refuseTurned(key: string, place: SourcePlace): never {
  refuse({
    code: 'image/turned',
    message: {
      ja: `画像「${key}」は、表示のときに回して見せる写真（EXIFの向きの指定）です。そのまま印刷すると、横や逆さになります。`,
      en: `The picture "${key}" is to be turned when shown (EXIF orientation); printed as it is, it would lie on its side or upside down.`,
    },
    hint: {
      ja: '画像を開き、正しい向きに回して保存し直してください。',
      en: 'Open the picture, turn it upright and save it again.',
    },
    place,
  });
}

function headerOf(key: string, bytes: Uint8Array, place: SourcePlace): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes);
  } catch (cause) {
    return refuseImage(key, place, '画像として読めません', 'it cannot be read as a picture', cause);
  }
}

function refuseImage(key: string, place: SourcePlace, ja: string, en: string, cause?: unknown): never {
  refuse(
    {
      code: 'image/unreadable',
      message: {
        ja: `画像「${key}」は使えません。${ja}。`,
        en: `The picture "${key}" cannot be used: ${en}.`,
      },
      hint: {
        ja: 'PNG か JPEG の、5000万画素までの画像を置いてください。',
        en: 'Use a PNG or JPEG of at most 50 million pixels.',
      },
      place,
    },
    cause,
  );
}
