// Chromium's page.pdf: one browser and one page for all sheets.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { pagesHtml, styleSheet } from './chromium/chromium-html.mjs';
import { FONT_FILES } from './faces.mjs';

const PROGRAMS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = () => PROGRAMS.find((program) => program !== '' && existsSync(program));

/** @type {import('./contestant.d.ts').Contestant} */
export const contestant = {
  label: { ja: 'Chromium page.pdf', en: 'Chromium page.pdf' },
  does: {
    ja: '同じ文章の HTML を、開いたままの一つのページで組んで印刷する。改ページの位置は与える。文面の判断はない。タグ付き',
    en: 'sets and prints the same words as HTML in one page that stays open, page breaks given; no rules, no wording; tagged',
  },
  tagged: true,
  pace: 'slow',
  elsewhere: true,
  missing: () =>
    installed() === undefined ? 'no Chromium at /usr/bin/chromium or where $CHROMIUM says' : undefined,
  async open({ flow, folder, from }) {
    const { sheets } = flow();
    const browser = await chromium.launch({ executablePath: installed(), args: ARGS });
    const page = await browser.newPage();
    const shell = join(folder, 'chromium.html');
    const style = styleSheet((face) => pathToFileURL(FONT_FILES[face]).href);
    writeFileSync(
      shell,
      `<!DOCTYPE html><html lang="ja"><title>メールソフト設定のご案内</title><style>${style}</style><body></body>`,
    );
    await page.goto(pathToFileURL(shell).href);
    let at = from;
    const next = () => sheets[at++ % sheets.length]?.flow ?? [];
    const print = async (/** @type {string} */ html) => {
      // Its own fonts are awaited once by the browser, and stay with the page.
      await page.evaluate(
        /* in the browser */ `(async () => { document.body.innerHTML = ${JSON.stringify(html)}; await document.fonts.ready; })()`,
      );
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    };
    return {
      async *files() {
        for (;;) yield await print(pagesHtml(next()));
      },
      async merged(count, sink) {
        sink(await print(Array.from({ length: count }, () => pagesHtml(next())).join('')));
      },
      close: () => browser.close(),
    };
  },
};
