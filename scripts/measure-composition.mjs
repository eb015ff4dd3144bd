// Takes nothing, says how long a paragraph of 10,000 characters takes to be set, first fit and total fit: the median and the
// fastest of many runs. Bundled as the engine is shipped: a test runner's way of loading modules would be measured too.

import { rolldown } from 'rolldown';

const PARAGRAPH = new URL('../test/typesetting/layout/inline/long-paragraph.ts', import.meta.url).pathname;
const RUNS = 100;

const bundle = await rolldown({ input: PARAGRAPH, platform: 'node', logLevel: 'silent' });
const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
await bundle.close();
/** @type {typeof import('../test/typesetting/layout/inline/long-paragraph.ts')} */
const { layOutLongParagraph } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);

for (const textAlign of /** @type {const} */ (['start', 'justify'])) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    layOutLongParagraph(textAlign);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [median, fastest] = [times[RUNS / 2] ?? 0, times[0] ?? 0];
  console.log(`${textAlign}: median ${median.toFixed(1)} ms, fastest ${fastest.toFixed(1)} ms`);
}
