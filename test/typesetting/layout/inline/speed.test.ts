import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

/** Bundled as it is shipped: the test runner's way of loading modules would be measured too. */
async function bundled(): Promise<typeof import('./long-paragraph.js')> {
  const input = new URL('./long-paragraph.ts', import.meta.url).pathname;
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

it('10,000 characters are justified by total fit in less than 20 ms', async () => {
  const { layOutLongParagraph } = await bundled();
  let best = Number.POSITIVE_INFINITY;
  // The best of many: other work on the machine must not fail the test.
  for (let run = 0; run < 200 && best >= 20; run++) {
    const start = performance.now();
    expect(layOutLongParagraph()).toBeGreaterThan(200);
    best = Math.min(best, performance.now() - start);
  }
  expect(best).toBeLessThan(20);
}, 60_000);
