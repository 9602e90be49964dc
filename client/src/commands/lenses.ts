import type { CodeAction, Diagnostic, Position } from 'vscode';
import { commands, l10n, Range, Selection, Uri, window, workspace } from 'vscode';
import { positionOf } from '../positions.ts';
import { problemsOf } from './problems.ts';

/** The rule whose problem is that a repository has no lifecycle policy. */
const NO_POLICY = 'repository-no-lifecycle-policy';

/** Goes to a place that a lens names. */
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
  const problem = document && position && nearestBefore(problemsOf(document).filter(isAboutPolicy), position);
  if (document === undefined || problem === undefined) {
    await window.showInformationMessage(l10n.t('Every repository of this file that is known has a lifecycle policy.'));
    return;
  }
  const range = new Range(problem.range.start, problem.range.start);
  const kind = `quickfix.${NO_POLICY}`;
  const fixes = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document, range, kind);
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  const chosen = await window.showQuickPick(items, { title: await headerAt(document, problem) });
  if (chosen?.fix.edit !== undefined) await workspace.applyEdit(chosen.fix.edit);
}

function isAboutPolicy({ code }: Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === NO_POLICY;
}

function nearestBefore(problems: readonly Diagnostic[], position: Position): Diagnostic | undefined {
  return problems.findLast(({ range }) => range.start.isBeforeOrEqual(position)) ?? problems[0];
}

async function headerAt(uri: Uri, { range }: Diagnostic): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  return document.lineAt(range.start.line).text.replace(/\s*\{\s*$/, '');
}
