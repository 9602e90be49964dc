import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { extensions, l10n, window } from 'vscode';
import { CloseAction, ErrorAction, State } from 'vscode-languageclient';
import type { LanguageClientOptions } from 'vscode-languageclient/node';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './client.ts';
import { registerCommands } from './commands/register.ts';
import { hasCompanion } from './companions.ts';
import { showFailure } from './failure.ts';
import { LastShownText } from './lastShownText.ts';
import type { OwnedClient } from './serverOwner.ts';
import { ServerOwner } from './serverOwner.ts';
import type { Shown } from './simulator/messages.ts';
import { Simulators } from './simulator/simulators.ts';
import { createStatus } from './status.ts';

/** What other code in the editor may ask of this extension. */
interface ExtensionApi {
  /** What the simulator's view shows, in numbers; null when there is none. */
  shownSimulation(): Shown | null;
}

let owner: ServerOwner | undefined;

/** Has the server started in a process of its own; the editor waits for nothing. */
export function activate(context: ExtensionContext): ExtensionApi {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const status = createStatus();
  const module = context.asAbsolutePath('dist/terraform-ecr.cjs');
  const created = new ServerOwner({
    create: (ended) => createClient(module, output, ended),
    onState: (state) => status.show(state),
    onFailure: (failure) => void showFailure(failure, output, created),
  });
  owner = created;
  const lastShown = new LastShownText();
  const simulators = new Simulators(context.extensionUri, lastShown);
  const commands = registerCommands(created, simulators, lastShown, output);
  context.subscriptions.push(output, status, lastShown, simulators, ...commands);
  restartWhenCompanionsChange(context, created);
  void created.start();
  return { shownSimulation: () => simulators.shown };
}

export async function deactivate(): Promise<void> {
  await owner?.stop();
}

/** Writes to the log what the library would also pop up: the owner tells a failure, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function createClient(module: string, output: LogOutputChannel, ended: () => void): OwnedClient {
  let hasClosed = false;
  const options: LanguageClientOptions = {
    ...clientOptions(output),
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (_error, _message, count) => ({
        action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        hasClosed = true;
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  const client = new QuietClient(
    CLIENT_ID,
    CLIENT_NAME,
    { module, args: ['lsp'], transport: TransportKind.ipc },
    options,
  );
  client.onDidChangeState(({ oldState, newState }) => {
    if (oldState === State.Running && newState === State.Stopped) ended();
  });
  return {
    start: () =>
      client.start().catch((error: unknown) => {
        throw hasClosed ? new Error(l10n.t('it ended before it was ready.')) : error;
      }),
    dispose: () => client.dispose(),
  };
}

/** A companion that comes or goes changes what the server leaves to others. */
function restartWhenCompanionsChange(context: ExtensionContext, created: ServerOwner): void {
  let known = hasCompanion();
  const listener = extensions.onDidChange(async () => {
    if (hasCompanion() === known) return;
    known = hasCompanion();
    await created.restart();
  });
  context.subscriptions.push(listener);
}
