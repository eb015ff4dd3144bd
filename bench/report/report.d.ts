/** What one run of the bench found. */

import type { Pace, Wording } from '../contestants/contestant.js';

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Of the same turn: annai's figure ÷ the contestant's. */
export interface Ratios {
  readonly firstSeconds: Spread | undefined;
  readonly files: Spread | undefined;
  readonly merged: Spread | undefined;
}

export interface ReportRow {
  readonly name: string;
  readonly label: Wording;
  readonly does: Wording;
  readonly tagged: boolean;
  readonly limit: boolean;
  readonly missing?: string | undefined;
  /** The command has none. */
  readonly pace?: Pace;
  readonly firstSeconds: Spread | undefined;
  readonly filesPerSecond: Spread | undefined;
  readonly mergedPerSecond: Spread | undefined;
  readonly bytesPerFile: Spread | undefined;
  readonly bytesPerMerged: Spread | undefined;
  readonly cpuMsPerFile: Spread | undefined;
  readonly cpuMsPerMerged: Spread | undefined;
  readonly peakFilesMB: Spread | undefined;
  readonly peakMergedMB: Spread | undefined;
  /** annai with everything on. */
  readonly annaiToThis: Ratios;
  readonly untaggedToThis: Ratios;
}

export interface Report {
  readonly made: {
    readonly node: string;
    readonly cores: number;
    readonly cpu: string;
    readonly turns: number;
    readonly sheets: number;
    readonly seconds: number;
    readonly command: number;
    readonly paces: Readonly<Record<Pace, { readonly warmUp: number; readonly merge: number }>>;
  };
  readonly rows: readonly ReportRow[];
  /** The command on so many threads: its speed ÷ that on one. */
  readonly threads: { readonly count: number; readonly ratio: Spread | undefined };
}

export interface ScaleSample {
  readonly seconds: number;
  readonly made: number;
  readonly residentMB: number;
}

/** One run of `annai batch` over so many customers. */
export interface ScaleRun {
  readonly count: number;
  readonly workers: number;
  readonly seconds: number;
  readonly peakMB: number;
  readonly machine: string;
  readonly samples: readonly ScaleSample[];
}
