// Takes a page that annai has composed, gives what stands on it: pieces of text at their places, and paths. So the contestants
// without layout draw the same characters at the same places.

import { inflateSync } from 'node:zlib';

/** @typedef {import('../../src/typesetting/paint/encoded-page.js').EncodedPage} EncodedPage */
/** @typedef {import('../../src/typesetting/fonts/face.js').Face} Face */
/** @typedef {import('../sheet.d.ts').Piece} Piece */
/** @typedef {import('../sheet.d.ts').Path} Path */
/** @typedef {import('../sheet.d.ts').FaceName} FaceName */

/** @type {Readonly<Record<string, FaceName>>} */
const FACES = {
  'biz-udpgothic': 'regular',
  'biz-udpgothic-bold': 'bold',
  'atkinson-mono': 'mono',
  'atkinson-mono-bold': 'mono-bold',
};

/**
 * In ems: how far a character of a piece may stand from annai's place before another piece begins. annai justifies lines and
 * closes up punctuation between any two characters; whoever draws text by hand draws it a phrase at a time.
 */
const DRIFT = 0.3;

const TOKEN = /<<.*?>>|<([0-9a-f]*)>|\[|\]|\/[^\s<>[\]/]+|[-+.\d]+|[A-Za-z*]+/g;

/**
 * @param {EncodedPage} page
 * @returns {{ pieces: Piece[], paths: Path[], flowCharacters: number }} Points from the page's lower left edge. Of the
 *   characters those in marked content are counted: not the furniture.
 */
export function readContent(page) {
  const faces = new Map(
    page.parts.flatMap((part) => part.faces.map(({ resource, face }) => [resource, face])),
  );
  const content = page.parts
    .map((part) => (part.deflated ? inflateSync(part.content) : Buffer.from(part.content)).toString('latin1'))
    .join('');
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Path[]} */
  const paths = [];
  /** @type {(number | string)[]} */
  let operands = [];
  /** @type {(number | { hex: string })[]} */
  let shown = [];
  let drawn = '';
  let fill = '#000000';
  let stroke = '#000000';
  let width = 1;
  /** @type {Face | undefined} */
  let face;
  let size = 0;
  let lineX = 0;
  let lineY = 0;
  let pen = 0;
  let flow = false;
  let flowCharacters = 0;
  let touches = false;
  let drift = 0;
  /** @type {[string, string, number][]} */
  const saved = [];

  const numbers = () => operands.filter((operand) => typeof operand === 'number');
  const show = () => {
    if (face === undefined) throw new Error('bench: text before a font');
    const name = FACES[face.id];
    if (name === undefined) throw new Error(`bench: no contestant has the face ${face.id}`);
    for (const part of shown) {
      if (typeof part === 'number') {
        pen -= (part / 1000) * size;
        drift -= part / 1000;
        touches &&= Math.abs(drift) <= DRIFT;
        continue;
      }
      let text = '';
      let advance = 0;
      for (let at = 0; at < part.hex.length; at += 4) {
        const cid = Number.parseInt(part.hex.slice(at, at + 4), 16);
        text += face.text(cid);
        advance += (face.advance(cid) / face.unitsPerEm) * size;
      }
      if (flow) flowCharacters += text.replace(/\s/gu, '').length;
      const last = pieces.at(-1);
      if (touches && last !== undefined && last.face === name && last.size === size && last.color === fill)
        last.text += text;
      else {
        pieces.push({ x: round(lineX + pen), y: round(lineY), size, face: name, color: fill, text });
        drift = 0;
      }
      touches = true;
      pen += advance;
    }
  };

  /** @type {Readonly<Record<string, () => void>>} */
  const operators = {
    BDC: () => {
      flow = operands.at(-1) === 'MCID';
    },
    BMC: () => {
      flow = false;
    },
    EMC: () => {
      flow = false;
    },
    q: () => {
      saved.push([fill, stroke, width]);
    },
    Q: () => {
      [fill, stroke, width] = saved.pop() ?? [fill, stroke, width];
    },
    BT: () => {
      [lineX, lineY, pen, touches] = [0, 0, 0, false];
    },
    ET: () => {},
    Td: () => {
      const [x = 0, y = 0] = numbers();
      [lineX, lineY, pen, touches] = [lineX + x, lineY + y, 0, false];
    },
    Tf: () => {
      const [resource, next] = operands;
      face = faces.get(String(resource).slice(1));
      touches &&= next === size;
      size = Number(next);
    },
    Tj: show,
    TJ: show,
    g: () => {
      fill = colorOf(numbers());
    },
    rg: () => {
      fill = colorOf(numbers());
    },
    G: () => {
      stroke = colorOf(numbers());
    },
    RG: () => {
      stroke = colorOf(numbers());
    },
    w: () => {
      width = numbers()[0] ?? 0;
    },
    f: () => {
      paths.push({ d: drawn, paint: 'f', color: fill, width: 0 });
      drawn = '';
    },
    S: () => {
      paths.push({ d: drawn, paint: 'S', color: stroke, width });
      drawn = '';
    },
  };

  for (const [token, hex] of content.matchAll(TOKEN)) {
    if (hex !== undefined) shown.push({ hex });
    else if (token.startsWith('<<')) operands.push(token.includes('/MCID') ? 'MCID' : 'artifact');
    else if (/^[-+.\d]/.test(token)) {
      if (shown.length > 0 || operands.at(-1) === '[') shown.push(Number(token));
      else operands.push(Number(token));
    } else if (token === '[' || token.startsWith('/')) operands.push(token);
    else if (token !== ']') {
      if (['m', 'l', 'c', 'h', 're'].includes(token)) drawn += `${[...numbers(), token].join(' ')}\n`;
      else {
        const work = operators[token];
        if (work === undefined)
          throw new Error(`bench: the operator ${token} is new: teach read-content.mjs`);
        work();
      }
      operands = [];
      shown = [];
    }
  }
  return { pieces, paths, flowCharacters };
}

const round = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

/** @param {readonly number[]} components */
function colorOf(components) {
  const [red = 0, green = red, blue = red] = components;
  return `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
