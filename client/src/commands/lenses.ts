import type { CodeAction, Position } from 'vscode';
import { commands, l10n, Range, Selection, Uri, window, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import { positionOf } from '../positions.ts';

/** The rule whose problem is that a repository has no lifecycle policy. */
const NO_POLICY = 'repository-no-lifecycle-policy';

/** Goes to the place of a lens. */
export async function showPlace(uri: unknown, place: unknown): Promise<void> {
  const position = positionOf(place);
  if (typeof uri !== 'string' || position === null) return;
  await window.showTextDocument(Uri.parse(uri), { selection: new Selection(position, position) });
}

/** Adds one of the offered policies after a repository: that at a place of a document, else that at the cursor. */
export async function addLifecyclePolicy(uri?: unknown, place?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const document = typeof uri === 'string' ? Uri.parse(uri) : editor?.document.uri;
  const position = positionOf(place) ?? editor?.selection.active;
  const at = document && position && nearestBefore(await placesWithoutPolicy(document), position);
  if (document === undefined || at === undefined) {
    await window.showInformationMessage(l10n.t('Every known repository of this file has a lifecycle policy.'));
    return;
  }
  const range = new Range(at, at);
  const offered = (kind: string) =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document, range, kind);
  const fixes = [...(await offered(`quickfix.${NO_POLICY}`)), ...(await offered('quickfix.policyForAll'))];
  // Tab stops are set in the editor that is shown.
  await window.showTextDocument(await workspace.openTextDocument(document));
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  const chosen = await window.showQuickPick(items, { title: await headerAt(document, at) });
  if (chosen?.fix.edit !== undefined) await workspace.applyEdit(chosen.fix.edit);
}

/** The positions of a document's repositories without a lifecycle policy, in text order. */
async function placesWithoutPolicy(document: Uri): Promise<readonly Position[]> {
  const places = await commands.executeCommand<unknown>(SERVER_COMMANDS.withoutPolicy, document.toString());
  return Array.isArray(places) ? places.flatMap((place) => positionOf(place) ?? []) : [];
}

function nearestBefore(places: readonly Position[], position: Position): Position | undefined {
  return places.findLast((place) => place.isBeforeOrEqual(position)) ?? places[0];
}

async function headerAt(uri: Uri, { line }: Position): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  return document.lineAt(line).text.replace(/\s*\{\s*$/, '');
}
