import type { LanguageStatusItem } from 'vscode';
import { Disposable, LanguageStatusSeverity, languages } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import { CLIENT_NAME } from './client.ts';

/** Shows beside the language's name whether the server runs; a click opens the output. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const selector = [{ language: 'terraform' }, { language: 'opentofu' }, { pattern: '**/*.{tf,tofu}' }];
  const item = languages.createLanguageStatusItem('terraform-ecr.server', selector);
  item.name = CLIENT_NAME;
  item.command = { command: 'terraform-ecr.showOutput', title: 'Show output' };
  describe(item, client.state);
  const listener = client.onDidChangeState(({ newState }) => describe(item, newState));
  return Disposable.from(listener, item);
}

function describe(item: LanguageStatusItem, state: State): void {
  item.busy = state === State.Starting;
  item.severity = state === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.text =
    state === State.Running ? CLIENT_NAME : `${CLIENT_NAME}: ${state === State.Starting ? 'starting' : 'stopped'}`;
  item.detail =
    state === State.Stopped ? 'run "Terraform ECR: Restart Server"' : 'checks lifecycle policies and repositories';
}
