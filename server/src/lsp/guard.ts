import { ResponseError } from 'vscode-languageserver';

/** Receives failures. */
export type Log = (message: string) => void;

/**
 * A request handler that cannot crash the server: a failure is logged with the request's name, and the answer is the
 * empty one. An error that is meant as an answer is passed on.
 */
export function guarded<Parameters extends readonly unknown[], Result>(
  log: Log,
  name: string,
  fallback: Result,
  handler: (...parameters: Parameters) => Result | Promise<Result>,
): (...parameters: Parameters) => Promise<Result> {
  return async (...parameters) => {
    try {
      return await handler(...parameters);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${name} failed: ${describeFailure(error)}`);
      return fallback;
    }
  };
}

/** An error with its stack, for the log. */
export function describeFailure(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
