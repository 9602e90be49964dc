import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Hostile texts of a megabyte take several seconds on a busy machine.
  test: {
    testTimeout: 180_000,
    // What a test waits for comes late there, too.
    expect: { poll: { timeout: 60_000 } },
    // The engine has no global state, so the files of a worker share its modules: half the CPU.
    isolate: false,
    // By default one core is left to the screen of whoever watches.
    maxWorkers: availableParallelism(),
    include: ['test/{unit,grammar,wire}/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
  },
});
