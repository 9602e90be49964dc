import type { LogOutputChannel } from 'vscode';
import { l10n, window } from 'vscode';
import { CLIENT_NAME } from './client.ts';
import type { ServerFailure, ServerOwner } from './serverOwner.ts';

/** Explains in one message why there is no server, and offers its log and another try. */
export async function showFailure(failure: ServerFailure, output: LogOutputChannel, owner: ServerOwner): Promise<void> {
  const text = `${CLIENT_NAME}: ${describe(failure)}`;
  const openLog = l10n.t('Open Log');
  const restart = l10n.t('Restart Server');
  output.error(text);
  const choice = await window.showErrorMessage(text, openLog, restart);
  if (choice === openLog) output.show();
  if (choice === restart) await owner.restart();
}

function describe(failure: ServerFailure): string {
  if (failure.kind === 'refused') return l10n.t('the server did not start: {0}', failure.reason);
  if (failure.kind === 'silent')
    return l10n.t('the server did not answer within {0} seconds and was ended.', failure.seconds);
  return l10n.t('the server ended by itself {0} times within three minutes and is not started again.', failure.times);
}
