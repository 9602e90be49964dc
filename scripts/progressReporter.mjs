/** Milliseconds between two lines. */
const INTERVAL = 10_000;

/** Says on standard error, every ten seconds, how many test files have ended; prints failed tests as they come. */
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
