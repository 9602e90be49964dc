/** The driver reads this after the run. */
interface Report {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly error: string }[];
}

/** The parts of mocha that are used here, in Node and in the browser. */
interface MochaLike {
  readonly suite: { readonly suites: readonly MochaSuite[] };
  run(done: () => void): MochaRun;
}

interface MochaSuite {
  readonly tests: readonly { isFailed(): boolean }[];
  beforeEach(hook: (this: { skip(): void }) => void): unknown;
}

interface MochaRun {
  on(event: 'pass', listener: () => void): MochaRun;
  on(event: 'test end', listener: (test: { fullTitle(): string }) => void): MochaRun;
  on(event: 'fail', listener: (test: { fullTitle(): string }, error: unknown) => void): MochaRun;
}

/**
 * Skips the rest of a suite after its first failure: steps in one editor build on each other, so one cause would be
 * counted many times.
 */
function stopAtFirstFailure(suite: MochaSuite): void {
  suite.beforeEach(function skipAfterFailure() {
    if (suite.tests.some((test) => test.isFailed())) this.skip();
  });
}

/**
 * Runs the imported suites and returns a report; each suite ends at its first failure. `tell` gets the titles of the
 * tests that have ended, so that the driver sees that the suite goes on.
 */
export async function runMocha(mocha: MochaLike, tell: (ended: string) => unknown): Promise<Report> {
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  const ended: string[] = [];
  for (const suite of mocha.suite.suites) stopAtFirstFailure(suite);
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => {
        passed += 1;
      })
      .on('test end', (test) => {
        ended.push(test.fullTitle());
        tell(ended.join('\n'));
      })
      .on('fail', (test, error) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push({ title: test.fullTitle(), error: text });
      });
  });
  return { passed, failures };
}
