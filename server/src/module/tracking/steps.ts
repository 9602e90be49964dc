/** Work in small steps that ends with a result; other work may run between two of them. */
export type Steps<Result> = Generator<void, Result>;

/** The result of work, done at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
