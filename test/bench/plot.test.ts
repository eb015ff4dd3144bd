import { describe, expect, test } from 'vitest';
import { plot } from '../../bench/report/plot.mjs';
import type { ReportRow } from '../../bench/report/report.js';
import { scalePlot } from '../../bench/report/scale-plot.mjs';

const spread = (median: number) => ({ low: median * 0.9, median, high: median * 1.1 });

const row = (name: string, median: number): ReportRow => ({
  name,
  label: { ja: name, en: `${name} & others` },
  does: { ja: '', en: '' },
  tagged: true,
  limit: false,
  firstSeconds: undefined,
  filesPerSecond: spread(median),
  mergedPerSecond: undefined,
  bytesPerFile: undefined,
  bytesPerMerged: undefined,
  cpuMsPerFile: undefined,
  cpuMsPerMerged: undefined,
  peakFilesMB: undefined,
  peakMergedMB: undefined,
  annaiToThis: { firstSeconds: undefined, files: undefined, merged: undefined },
  untaggedToThis: { firstSeconds: undefined, files: undefined, merged: undefined },
});

describe('the plot of the bench', () => {
  const svg = plot([row('slow', 3), row('annai', 300)]);

  test('has the fastest first, with its figure', () => {
    expect(svg.indexOf('>annai<')).toBeLessThan(svg.indexOf('>slow<'));
    expect(svg).toContain('>300<');
  });

  test('leaves out what was not measured, and escapes names', () => {
    expect(svg).not.toContain('まとめて');
    expect(svg).toContain('slow &#38; others');
  });
});

describe('the plot of the scale', () => {
  test('has a line for each run, of time and of memory', () => {
    const samples = [10, 100, 1000].map((made, index) => ({ seconds: index, made, residentMB: 100 + index }));
    const run = { count: 1000, workers: 1, seconds: 2, peakMB: 102, machine: 'Node', samples };
    const svg = scalePlot([run, { ...run, count: 2000 }]);
    expect(svg.match(/<polyline/g)).toHaveLength(4);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
