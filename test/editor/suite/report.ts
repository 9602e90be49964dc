/** What the driver reads when the run has ended. */
interface Report {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly error: string }[];
}

/** What of mocha is used here: Node's and the browser's have it alike. */
interface MochaLike {
  run(done: () => void): MochaRun;
}

interface MochaRun {
  on(event: 'pass', listener: () => void): MochaRun;
  on(event: 'fail', listener: (test: { fullTitle(): string }, error: unknown) => void): MochaRun;
}

/** Runs what was imported and answers its report. */
export async function runMocha(mocha: MochaLike): Promise<Report> {
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => {
        passed += 1;
      })
      .on('fail', (test, error) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push({ title: test.fullTitle(), error: text });
      });
  });
  return { passed, failures };
}
