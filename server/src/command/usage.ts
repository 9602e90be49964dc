/** Wrong use or unreadable input: one line for standard error, and exit status 2. */
export class UsageError extends Error {
  /** What is printed below the message, a line each. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}
