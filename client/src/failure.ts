import type { LogOutputChannel } from 'vscode';
import { window } from 'vscode';
import { CLIENT_NAME } from './client.ts';
import type { ServerFailure, ServerOwner } from './serverOwner.ts';

const OPEN_LOG = 'Open Log';
const RESTART = 'Restart Server';

/** Says in one message why there is no server, and offers its log and another try. */
export async function showFailure(failure: ServerFailure, output: LogOutputChannel, owner: ServerOwner): Promise<void> {
  const text = `${CLIENT_NAME}: ${describe(failure)}`;
  output.error(text);
  const choice = await window.showErrorMessage(text, OPEN_LOG, RESTART);
  if (choice === OPEN_LOG) output.show();
  if (choice === RESTART) await owner.restart();
}

function describe(failure: ServerFailure): string {
  if (failure.kind === 'refused') return `the server did not start: ${failure.reason}`;
  if (failure.kind === 'silent') return `the server did not answer within ${failure.seconds} seconds and was ended.`;
  return `the server ended by itself ${failure.times} times within three minutes and is not started again.`;
}
