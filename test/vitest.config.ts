import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Hostile texts of a megabyte take their seconds on a busy machine.
  test: {
    testTimeout: 60_000,
    include: ['test/{unit,grammar,wire}/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
  },
});
