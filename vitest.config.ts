import { defineConfig } from 'vitest/config';

// Property tests draw the same cases everywhere and each time; `ANNAI_SEED=…` draws others.
const drawn = { setupFiles: ['test/draw-the-same.ts'] };

// A property test over a whole document may need more than the five seconds vitest grants by default.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'engine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/library/**'],
          globalSetup: 'test/temporary-folder.ts',
          ...patience,
          ...drawn,
        },
      },
      {
        // These run the compiled command and import the built library as a user does, so dist/ is built first.
        test: {
          name: 'cli',
          include: ['test/{cli,library}/**/*.test.ts'],
          globalSetup: ['test/temporary-folder.ts', 'test/cli/build.ts'],
          ...patience,
          ...drawn,
        },
      },
    ],
  },
});
