/** Wrong use or unreadable input: one line on standard error and exit status 2. */
export class UsageError extends Error {
  /** Printed below the message, one line each. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}
