import type { Uri } from 'vscode';
import { commands, l10n, Uri as Uris, window, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';

/** Asks for a reason, and has the server write it down where the problem is to be ignored. */
export async function ignoreProblem(uri?: unknown, place?: unknown, ruleId?: unknown, where?: unknown): Promise<void> {
  if (typeof ruleId !== 'string') return;
  const reason = await window.showInputBox({
    title: l10n.t('Ignore {0}', ruleId),
    prompt: l10n.t('Why? The reason is recorded with it; leave it empty for none.'),
  });
  if (reason === undefined) return;
  const wish = { ruleId, where, reason };
  const unsaved = new Set(workspace.textDocuments.flatMap((one) => (one.isDirty ? one.uri.toString() : [])));
  const changed = await commands.executeCommand<unknown>(SERVER_COMMANDS.ignore, uri, place, wish);
  if (typeof changed !== 'string') {
    await window.showInformationMessage(
      l10n.t('Nothing was changed. The text may have changed since the menu opened: open it again.'),
    );
    return;
  }
  const file = Uris.parse(changed);
  // A settings file that nobody sees would stay unsaved, and unheard on the command line. What else the user has
  // changed in it is not ours to save.
  if (changed !== uri && !unsaved.has(file.toString())) await (await workspace.openTextDocument(file)).save();
}

/** Shows the page about a rule, rendered. `extension` is the folder of the extension. */
export async function showRulePage(extension: Uri, ruleId: unknown): Promise<void> {
  if (typeof ruleId !== 'string' || !/^[a-z-]+$/.test(ruleId)) return;
  await commands.executeCommand('markdown.showPreview', Uris.joinPath(extension, 'docs', 'rules', `${ruleId}.md`));
}
