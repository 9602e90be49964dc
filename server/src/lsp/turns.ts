import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../module/tracking/steps.ts';

/** After this many milliseconds of work, other messages are handled. */
export const YIELD_AFTER = 10;

/** Handles messages that have arrived meanwhile. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * The result of long work that is done step by step, so that other messages are handled in between. `isCurrent` returns
 * whether the input is still current; null means that the work was abandoned because it is not. Work that the client
 * canceled ends with the protocol's error for that.
 */
export async function inTurns<Result>(
  steps: Steps<Result>,
  isCurrent: () => boolean,
  token?: CancellationToken,
): Promise<{ readonly result: Result } | null> {
  let pause = Date.now() + YIELD_AFTER;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
    if (Date.now() < pause) continue;
    await breathe();
    if (token?.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    if (!isCurrent()) return null;
    pause = Date.now() + YIELD_AFTER;
  }
}
