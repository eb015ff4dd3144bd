/** Fixes the seed of every property test, so that a run says of the source what it will say tomorrow. */

import fc from 'fast-check';

const seed = Number(process.env.ANNAI_SEED ?? 20_261_123);
if (!Number.isInteger(seed)) throw new Error(`ANNAI_SEED must be a whole number: ${process.env.ANNAI_SEED}`);
fc.configureGlobal({ seed });
