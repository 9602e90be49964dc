/** Work in small steps that ends with a result; other work may run between two of them. */
export type Steps<Result> = Generator<void, Result>;

/** The result of work, done at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Work with what its own steps have cost by a counter, whatever else is counted between them. */
export function* measured<Result>(
  steps: Steps<Result>,
  counter: () => number,
): Steps<{ readonly result: Result; readonly cost: number }> {
  let cost = 0;
  for (;;) {
    const before = counter();
    const step = steps.next();
    cost += counter() - before;
    if (step.done === true) return { result: step.value, cost };
    yield;
  }
}
