/** Takes the bytes of a JPEG file, gives what its frame header says (ITU-T T.81 §B.2.2). */

export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly precision: number;
  readonly components: 1 | 3 | 4;
  /** Written by a program that marks its files as Adobe's. */
  readonly adobe: boolean;
}

/** Start of frame, all coding processes: C0–CF without the tables DHT (C4), JPG (C8), DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const APP14 = 0xee;
const START_OF_SCAN = 0xda;

export function readJpegFrame(bytes: Uint8Array): JpegFrame | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let adobe = false;
  for (let at = 2; at + 10 <= file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return undefined;
    if (marker === APP14 && file.toString('latin1', at + 4, at + 9) === 'Adobe') adobe = true;
    if (isFrame(marker)) {
      const components = file.readUInt8(at + 9);
      if (components !== 1 && components !== 3 && components !== 4) return undefined;
      return {
        precision: file.readUInt8(at + 4),
        height: file.readUInt16BE(at + 5),
        width: file.readUInt16BE(at + 7),
        components,
        adobe,
      };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}
