import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** After this many milliseconds of work, other messages are handled. */
export const YIELD_AFTER = 10;

/** Handles messages that have arrived meanwhile. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Does long work step by step, so that other messages are handled in between. `isCurrent` returns whether the input is
 * still current; false means that the work was abandoned because it is not. Work that the client canceled ends with
 * the protocol's error for that.
 */
export async function inTurns(
  steps: Iterable<void>,
  isCurrent: () => boolean,
  token?: CancellationToken,
): Promise<boolean> {
  let pause = Date.now() + YIELD_AFTER;
  for (const _ of steps) {
    if (Date.now() < pause) continue;
    await breathe();
    if (token?.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    if (!isCurrent()) return false;
    pause = Date.now() + YIELD_AFTER;
  }
  return true;
}
