import type { ExtensionContext } from 'vscode';
import { extensions, Uri, window } from 'vscode';
import { registerLanguageModelTools } from './agents/languageModelTools.ts';
import type { OpenServer } from './client.ts';
import { CLIENT_NAME, createClient } from './client.ts';
import { registerCommands } from './commands/register.ts';
import { hasCompanion } from './companions.ts';
import { showFailure } from './failure.ts';
import { LastShownText } from './lastShownText.ts';
import { RepositoriesView } from './repositories/repositoriesView.ts';
import { ServerOwner } from './serverOwner.ts';
import type { Shown } from './simulator/messages.ts';
import { Simulators } from './simulator/simulators.ts';
import { createStatus } from './status.ts';

/** What other code in the editor may ask this extension. */
interface ExtensionApi {
  /** The contents of the simulator's view, in numbers; null without one. */
  shownSimulation(): Shown | null;
  /** The lines of the view of repositories. */
  shownRepositories(): readonly string[];
}

let owner: ServerOwner | undefined;

/** Starts the server the way this door does; the editor does not wait. */
export function startExtension(context: ExtensionContext, open: OpenServer): ExtensionApi {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const status = createStatus();
  const repositories = new RepositoriesView();
  const created = new ServerOwner({
    create: (ended) => createClient(context, output, open, ended),
    onState: (state) => {
      status.show(state);
      repositories.setRunning(state === 'running');
    },
    onFailure: (failure) => void showFailure(failure, output, created),
  });
  owner = created;
  const lastShown = new LastShownText();
  const simulators = new Simulators(context.extensionUri, lastShown);
  const resources = Uri.joinPath(context.extensionUri, 'dist');
  const commands = registerCommands(created, simulators, lastShown, output, resources, versionOf(context));
  for (const owned of [output, status, repositories, lastShown, simulators, ...commands])
    context.subscriptions.push(owned);
  for (const tool of registerLanguageModelTools(context)) context.subscriptions.push(tool);
  restartWhenCompanionsChange(context, created);
  void created.start();
  return { shownSimulation: () => simulators.shown, shownRepositories: () => repositories.shown };
}

function versionOf({ extension }: ExtensionContext): string {
  const { version }: { readonly version?: unknown } = extension.packageJSON;
  return String(version);
}

/** Ends the server in good order. */
export async function stopExtension(): Promise<void> {
  await owner?.stop();
}

/** Installing or removing a companion changes what the server leaves to others. */
function restartWhenCompanionsChange(context: ExtensionContext, created: ServerOwner): void {
  let known = hasCompanion();
  const listener = extensions.onDidChange(async () => {
    if (hasCompanion() === known) return;
    known = hasCompanion();
    await created.restart();
  });
  context.subscriptions.push(listener);
}
