/** Milliseconds between two lines. */
const INTERVAL = 10_000;

/** Prints every ten seconds on standard error how many test files have ended, and failed tests at once. */
export default class ProgressReporter {
  #ended = 0;
  #last = Date.now();

  onTestModuleEnd(module) {
    this.#ended += 1;
    for (const test of module.children.allTests('failed')) console.error(`  failed: ${test.fullName}`);
    if (Date.now() - this.#last < INTERVAL) return;
    this.#last = Date.now();
    console.error(`  ${this.#ended} files have ended, the last one ${module.relativeModuleId}`);
  }
}
