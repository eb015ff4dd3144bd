/**
 * Takes a picture, gives what its image object will hold, worked out once for all documents (ISO 32000-1 §8.9.5).
 *
 * JPEG data go in as they are. So do PNG pixels, except where PDF has no such thing: interlaced rows and alpha, which goes
 * into a soft mask of its own.
 */

import { deflateSync, inflateSync } from 'node:zlib';
import { type Problem, ProblemError } from '../../problem.js';
import type { Image } from '../layout/block.js';
import { type JpegFrame, readJpegFrame } from './jpeg-frame.js';
import type { PdfDictionary } from './object-syntax.js';
import { DEFAULT_STANDARD, isArchival, type PdfStandard } from './pdf-standard.js';
import { type PngFile, readPng, samplesPerPixel } from './png-file.js';
import { decodePixels } from './png-pixels.js';

export interface Picture {
  readonly entries: PdfDictionary;
  readonly stream: Uint8Array;
  readonly mask?: Uint8Array;
  /** Colours of an indexed picture, three bytes each. */
  readonly palette?: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PictureStore {
  /** Throws ProblemError where the picture is damaged, or its colours are none that the standard allows. */
  picture(image: Image, standard?: PdfStandard): Picture;
}

export function createPictureStore(): PictureStore {
  const pictures = new WeakMap<Image, Picture>();
  return {
    picture(image, standard = DEFAULT_STANDARD) {
      let picture = pictures.get(image);
      if (picture === undefined) {
        picture = image.format === 'jpeg' ? jpegPicture(image) : pngPicture(image);
        pictures.set(image, picture);
      }
      // The output intent is sRGB (ISO 19005-2 §6.2.4.3).
      if (picture.entries.ColorSpace === CMYK && isArchival(standard)) throw new ProblemError([inks(image)]);
      return picture;
    },
  };
}

function jpegPicture(image: Image): Picture {
  const frame = readJpegFrame(image.bytes);
  if (frame === undefined) throw new ProblemError([damaged(image)]);
  return {
    entries: {
      ColorSpace: colorSpace(frame),
      BitsPerComponent: frame.precision,
      Filter: 'DCTDecode',
      // Adobe's programs write CMYK inverted, and say so in a marker of theirs.
      ...(frame.components === 4 && frame.adobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    },
    stream: image.bytes,
    width: frame.width,
    height: frame.height,
  };
}

const colorSpace = ({ components }: JpegFrame): string =>
  components === 1 ? 'DeviceGray' : components === 3 ? 'DeviceRGB' : CMYK;

const CMYK = 'DeviceCMYK';

function pngPicture(image: Image): Picture {
  const png = readPng(image.bytes);
  if (png === undefined) throw new ProblemError([damaged(image)]);
  if (png.width * png.height * samplesPerPixel(png) > MOST_SAMPLES) throw new ProblemError([huge(image)]);
  try {
    const plain = !png.interlaced && !png.color.endsWith('alpha') && png.transparency === undefined;
    return plain ? storedPixels(png) : decodedPixels(png);
  } catch (cause) {
    throw new ProblemError([damaged(image)], { cause });
  }
}

/** The file's own rows and filters: PDF reads them as PNG does (predictor 15). */
function storedPixels(png: PngFile): Picture {
  const samples = samplesPerPixel(png);
  const rows = png.height * (1 + Math.ceil((png.width * samples * png.bitDepth) / 8));
  // No more than the header promises is unpacked, whatever the data would give.
  if (inflateSync(png.data, { maxOutputLength: rows + 1 }).length < rows)
    throw new RangeError('PNG data end early');
  return {
    entries: {
      ...(png.color === 'indexed' ? {} : { ColorSpace: png.color === 'grey' ? 'DeviceGray' : 'DeviceRGB' }),
      BitsPerComponent: png.bitDepth,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: samples, BitsPerComponent: png.bitDepth, Columns: png.width },
    },
    stream: png.data,
    ...(png.color === 'indexed' ? { palette: png.palette } : {}),
    width: png.width,
    height: png.height,
  };
}

function decodedPixels(png: PngFile): Picture {
  const { channels, colors, alpha } = decodePixels(png);
  return {
    entries: {
      ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    },
    stream: deflateSync(colors),
    ...(alpha === undefined ? {} : { mask: deflateSync(alpha) }),
    width: png.width,
    height: png.height,
  };
}

const inks = (image: Image): Problem => ({
  code: 'pdf/cmyk-archive',
  severity: 'error',
  message: {
    ja: `画像「${image.key}」は印刷インクの色（CMYK）です。長期保存の規格（PDF/A）のPDFには入れられません。`,
    en: `The picture ${image.key} is in CMYK, which a PDF/A file of sRGB colours cannot hold.`,
  },
  hint: {
    ja: '画像をRGBのPNGかJPEGで保存し直してください。',
    en: 'Save it again as PNG or JPEG in RGB.',
  },
  place: { kind: 'file', file: image.key },
});

/** What memory holds while a picture is taken apart: A4 at 600 dpi in colour has 105 million. */
const MOST_SAMPLES = 110_000_000;

const huge = (image: Image): Problem => ({
  code: 'pdf/large-picture',
  severity: 'error',
  message: {
    ja: `画像の画素と色の数が多すぎます: ${image.key}`,
    en: `The picture has too many pixels and colours: ${image.key}`,
  },
  hint: { ja: '画素数を減らして保存し直してください。', en: 'Save it again with fewer pixels.' },
  place: { kind: 'file', file: image.key },
});

const damaged = (image: Image): Problem => ({
  code: 'pdf/damaged-picture',
  severity: 'error',
  message: {
    ja: `画像ファイルが壊れているため、PDF に入れられません: ${image.key}`,
    en: `The picture is damaged and cannot go into a PDF: ${image.key}`,
  },
  hint: {
    ja: '画像を開けるか確かめて、PNG か JPEG で保存し直してください。',
    en: 'Check that the picture opens, and save it again as PNG or JPEG.',
  },
  place: { kind: 'file', file: image.key },
});
