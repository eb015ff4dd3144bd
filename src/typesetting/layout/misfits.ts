/** Takes measures of what does not fit, gives the Problems that say so. Nothing is ever shrunk, clipped or laid over. */

import type { Problem, SourcePlace } from '../../problem.js';
import { type Length, toMm } from '../../units.js';
import type { MarginBox } from '../style/page-style.js';
import { fits } from './fits.js';

const inMm = (length: Length): string => `${toMm(length).toFixed(1)} mm`;

function misfit(
  code: string,
  message: Problem['message'],
  hint: Problem['message'],
  place: SourcePlace | undefined,
): Problem {
  return { code, severity: 'error', message, hint, ...(place === undefined ? {} : { place }) };
}

/** A box whose content is taller than the height stated for it. */
export function tallerThanStated(content: Length, stated: Length, place: SourcePlace): Problem {
  return misfit(
    'layout/too-tall',
    {
      ja: `枠の高さ ${inMm(stated)} に対して中身が ${inMm(content)} あり、${inMm(content - stated)} はみ出します。`,
      en: `The content is ${inMm(content)} tall in a box of ${inMm(stated)}: ${inMm(content - stated)} too tall.`,
    },
    {
      ja: '内容を短くするか、文字を小さくするか、枠の height を大きくしてください。',
      en: 'Shorten the content, make its type smaller or the box taller (height).',
    },
    place,
  );
}

/** A piece that may not be cut and is taller than a page. */
export function tallerThanPage(piece: Length, page: Length, place: SourcePlace | undefined): Problem {
  return misfit(
    'layout/too-tall',
    {
      ja: `途中で分けられない部分の高さが ${inMm(piece)} あり、1 ページの本文の高さ ${inMm(page)} に入りません。`,
      en: `A part that cannot be cut is ${inMm(piece)} tall; a page holds ${inMm(page)}.`,
    },
    {
      ja: '表の行や枠の内容を、1 ページに収まる大きさに分けてください。',
      en: 'Divide the table row or the box into parts that fit on a page.',
    },
    place,
  );
}

export function widerThanContainer(width: Length, room: Length, place: SourcePlace): Problem {
  return misfit(
    'layout/too-wide',
    {
      ja: `幅 ${inMm(room)} のところに ${inMm(width)} の内容があり、${inMm(width - room)} はみ出します。`,
      en: `The content is ${inMm(width)} wide where ${inMm(room)} is free: ${inMm(width - room)} too wide.`,
    },
    {
      ja: '内容を短くするか、文字を小さくするか、幅（width）や余白を見直してください。',
      en: 'Shorten the content, make its type smaller, or look again at width, margin and padding.',
    },
    place,
  );
}

/** Text that may not be broken. Says where and how much, never what: it may be a password. */
export function widerThanLine(width: Length, room: Length, place: SourcePlace): Problem {
  return misfit(
    'layout/too-wide',
    {
      ja: `途中で改行できない文字列の幅が ${inMm(width)} あり、行の幅 ${inMm(room)} を ${inMm(width - room)} こえています。`,
      en: `A text that may not be broken is ${inMm(width)} wide; the line holds ${inMm(room)}, ${inMm(width - room)} less.`,
    },
    {
      ja: '文字を小さくするか、行や列の幅を広げるか、white-space: nowrap をはずしてください。',
      en: 'Make the type smaller, the line or column wider, or take white-space: nowrap away.',
    },
    place,
  );
}

/** An absolute box that sticks out of the sheet of paper. */
export function offThePage(across: Length, down: Length, place: SourcePlace | undefined): Problem {
  const parts = [
    ...(!fits(across, 0) ? [{ ja: `横に ${inMm(across)}`, en: `${inMm(across)} sideways` }] : []),
    ...(!fits(down, 0) ? [{ ja: `縦に ${inMm(down)}`, en: `${inMm(down)} up or down` }] : []),
  ];
  return misfit(
    'layout/off-page',
    {
      ja: `位置を決めて置いた枠が、用紙から${parts.map(({ ja }) => ja).join('、')} はみ出します。`,
      en: `A box placed by position: absolute leaves the sheet by ${parts.map(({ en }) => en).join(' and ')}.`,
    },
    {
      ja: 'top・right・bottom・left か枠の大きさを見直してください。',
      en: 'Look again at top, right, bottom, left or the size of the box.',
    },
    place,
  );
}

/** A margin box that runs into its neighbour, out of the text's width, or is taller than the margin. */
export function crowdedMargin(
  { name, place }: MarginBox,
  direction: 'across' | 'down',
  over: Length,
): Problem {
  const across = direction === 'across';
  return misfit(
    'layout/crowded-margin',
    {
      ja: `ページ余白の @${name} の内容が、${across ? '隣の内容または本文の幅' : '余白の高さ'}から ${inMm(over)} はみ出します。`,
      en: `The content of @${name} runs ${inMm(over)} ${across ? 'into its neighbour or out of the text width' : 'out of the margin'}.`,
    },
    {
      ja: '@page の余白の文言を短くするか、文字を小さくするか、余白を広げてください。',
      en: 'Shorten the text of the @page margin box, make its type smaller or the margin wider.',
    },
    place,
  );
}

/** A page cannot begin inside what stands on one page as a whole: a table row, an absolute box. */
export function breakInsideWhole(place: SourcePlace | undefined): Problem {
  return misfit(
    'layout/break-inside',
    {
      ja: '表の行や、位置を決めて置く枠の中では、改ページできません。',
      en: 'A page break cannot stand inside a table row or a box with position: absolute.',
    },
    {
      ja: '行の前後（tr の break-before・break-after）など、枠の外で改ページしてください。',
      en: 'Break outside of it, for instance before or after the row (break-before, break-after of tr).',
    },
    place,
  );
}

/** What the style asks for and layout cannot do: named, never left out. */
export function cannotLayOut(
  code: string,
  ja: [string, string],
  en: [string, string],
  place: SourcePlace,
): Problem {
  return misfit(code, { ja: ja[0], en: en[0] }, { ja: ja[1], en: en[1] }, place);
}
