/** Gives an ICC profile of sRGB (ICC.1:2004-10, IEC 61966-2-1): three primaries and one curve, 500 bytes. */

/** Adapted to D50, as profiles count (Bradford). */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = {
  rXYZ: [0.4360657, 0.2224884, 0.013916],
  gXYZ: [0.3851471, 0.7168732, 0.0970764],
  bXYZ: [0.1430664, 0.0606079, 0.7140961],
};
/** From D65, the white of sRGB, to D50. */
const ADAPTATION = [
  ...[1.0478112, 0.0228866, -0.050127],
  ...[0.0295424, 0.9904844, -0.0170491],
  ...[-0.0092345, 0.0150436, 0.7521316],
];
/** ((x + 0.055) / 1.055)^2.4 from 0.04045 on, x / 12.92 below it. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

export function srgbProfile(): Uint8Array {
  const curve = parametricCurve(CURVE);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('No copyright')],
    ['wtpt', xyz(WHITE)],
    ['chad', Buffer.concat([signature('sf32'), ...ADAPTATION.map(fixed)])],
    ...Object.entries(PRIMARIES).map(([name, values]) => [name, xyz(values)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const HEADER = 128;
  const table = [integer(tags.length)];
  const data: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = HEADER + 4 + tags.length * 12;
  for (const [name, bytes] of tags) {
    let place = places.get(bytes);
    if (place === undefined) {
      place = end;
      places.set(bytes, place);
      data.push(bytes);
      end += bytes.length;
    }
    table.push(Buffer.from(name, 'latin1'), integer(place), integer(bytes.length));
  }
  return Buffer.concat([header(end), ...table, ...data]);
}

/** §7.2. The date is that of the standard: the profile never changes. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [i, part] of [1999, 10, 18, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + i * 2);
  bytes.write('acsp', 36, 'latin1');
  Buffer.concat(WHITE.map(fixed)).copy(bytes, 68);
  return bytes;
}

const integer = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** s15Fixed16Number (§4.3). */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 0x10000));
  return bytes;
};

/** A tag type's name and four zeros. */
const signature = (name: string): Buffer => Buffer.from(`${name}\0\0\0\0`, 'latin1');

const xyz = (values: readonly number[]): Buffer => Buffer.concat([signature('XYZ '), ...values.map(fixed)]);

/** Function type 3 (§10.15). */
const parametricCurve = (values: readonly number[]): Buffer =>
  Buffer.concat([signature('para'), Buffer.from([0, 3, 0, 0]), ...values.map(fixed)]);

/** One name, in English (§10.13), filled up to four bytes. */
function localized(text: string): Buffer {
  const name = Buffer.from(text, 'utf16le').swap16();
  const record = Buffer.concat([Buffer.from('enUS', 'latin1'), integer(name.length), integer(28)]);
  const filling = Buffer.alloc((4 - (name.length % 4)) % 4);
  return Buffer.concat([signature('mluc'), integer(1), integer(12), record, name, filling]);
}
