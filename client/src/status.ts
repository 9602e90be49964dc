import type { Disposable } from 'vscode';
import { LanguageStatusSeverity, l10n, languages } from 'vscode';
import { CLIENT_NAME } from './client.ts';
import type { ServerState } from './serverOwner.ts';

interface Status extends Disposable {
  show(state: ServerState): void;
}

/** Shows the server's state next to the language's name; a click opens the log, or restarts a failed server. */
export function createStatus(): Status {
  const selector = [{ language: 'terraform' }, { language: 'opentofu' }, { pattern: '**/*.{tf,tofu}' }];
  const item = languages.createLanguageStatusItem('terraform-ecr.server', selector);
  item.name = CLIENT_NAME;
  return {
    show(state) {
      const isDown = state === 'failed' || state === 'stopped';
      item.busy = state === 'starting';
      item.severity = isDown ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      item.text =
        state === 'running'
          ? CLIENT_NAME
          : `${CLIENT_NAME}: ${isDown ? l10n.t('the server does not run') : l10n.t('starting')}`;
      item.detail = isDown ? l10n.t('nothing is checked') : l10n.t('checks lifecycle policies and repositories');
      item.command = isDown
        ? { command: 'terraform-ecr.restart', title: l10n.t('Restart Server') }
        : { command: 'terraform-ecr.showOutput', title: l10n.t('Show Output') };
    },
    dispose: () => item.dispose(),
  };
}
