import { defineConfig } from 'vitest/config';

// A property test over a whole document may need more than the five seconds vitest grants by default.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
