/** Takes the bytes of a PNG file, gives its header, palette and still deflated pixels (PNG 3rd edition §5, §11). */

export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly color: 'grey' | 'rgb' | 'indexed' | 'grey-alpha' | 'rgb-alpha';
  readonly interlaced: boolean;
  readonly palette: Buffer;
  /** tRNS: alpha of palette entries, or the one colour that is clear. */
  readonly transparency: Buffer | undefined;
  readonly data: Buffer;
}

const COLORS = { 0: 'grey', 2: 'rgb', 3: 'indexed', 4: 'grey-alpha', 6: 'rgb-alpha' } as const;
const SIGNATURE = 8;

/** Undefined where the file breaks the rules of its format. */
export function readPng(bytes: Uint8Array): PngFile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < SIGNATURE + 25) return undefined;
  const header = file.subarray(SIGNATURE + 8, SIGNATURE + 21);
  const color = COLORS[header.readUInt8(9) as keyof typeof COLORS];
  if (color === undefined) return undefined;
  const chunks = readChunks(file);
  const palette = chunks.get('PLTE')?.[0] ?? Buffer.alloc(0);
  if (color === 'indexed' && palette.length < 3) return undefined;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    color,
    interlaced: header.readUInt8(12) === 1,
    palette,
    transparency: chunks.get('tRNS')?.[0],
    data: Buffer.concat(chunks.get('IDAT') ?? []),
  };
}

function readChunks(file: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = SIGNATURE; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const list = chunks.get(kind) ?? [];
    list.push(file.subarray(at + 8, at + 8 + length));
    chunks.set(kind, list);
    at += 12 + length;
  }
  return chunks;
}

/** Samples of a pixel as the file stores it. */
export function samplesPerPixel(png: PngFile): number {
  return { grey: 1, indexed: 1, 'grey-alpha': 2, rgb: 3, 'rgb-alpha': 4 }[png.color];
}
