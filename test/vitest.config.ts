import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Above what anything takes on a machine that is slow and busy: no test depends on the clock.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    // The engine has no global state, so the files of a worker share its modules: half the CPU.
    isolate: false,
    // By default one core is left to the screen of whoever watches.
    maxWorkers: availableParallelism(),
    include: ['test/{unit,grammar,wire}/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
  },
});
