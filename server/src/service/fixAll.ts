import { Workspace } from '../module/workspace.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { TextEdit } from '../syntax/edit/sequence.ts';
import { ServiceContext } from './context.ts';
import { applyEdits, editsOf } from './fixes.ts';

/** Each round mends at least one problem; a file that needs more rounds than this is left partly mended. */
const ROUND_LIMIT = 100;

/**
 * The text of a file after every fix of kind `one`, applied again until nothing changes. Fixes that would also edit
 * another file are left to the user. Works on a copy: the workspace stays as it is.
 */
export function fixAll(workspace: Workspace, uri: string, finder: ProblemFinder, settings: ProblemSettings): string {
  const isRead = workspace.attachedAt(uri) !== undefined;
  const copy = isRead ? copyOfReaders(workspace, uri, finder, settings) : copyAround(workspace, uri);
  const context = new ServiceContext(copy, finder);
  const seen = new Set<string>();
  let text = workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
  for (let round = 0; round < ROUND_LIMIT && !seen.has(text); round += 1) {
    seen.add(text);
    text = fixOnce(context, uri, settings, text);
    if (isRead) copy.setAttachedFile(uri, text);
    else copy.setDiskFile(uri, text);
  }
  return text;
}

/** A text that modules read, with those of them that it has problems for. */
function copyOfReaders(workspace: Workspace, uri: string, finder: ProblemFinder, settings: ProblemSettings): Workspace {
  const copy = new Workspace(workspace);
  const context = new ServiceContext(workspace, finder);
  for (const module of workspace.modules) {
    if (!context.problemsOfModule(module, settings).has(uri)) continue;
    for (const file of module.files) copy.setDiskFile(file.uri, file.syntax.text);
    const settingsFile = workspace.settingsFor(module.uris[0] ?? '');
    if (settingsFile !== null) copy.setDiskFile(settingsFile.uri, settingsFile.text);
  }
  copy.setAttachedFile(uri, workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '');
  return copy;
}

/** A file with what its problems depend on: its module and the settings that hold for it. */
function copyAround(workspace: Workspace, uri: string): Workspace {
  const copy = new Workspace(workspace);
  const settings = workspace.settingsFile(uri) ?? workspace.settingsFor(uri);
  if (settings !== null) copy.setDiskFile(settings.uri, settings.text);
  if (settings?.uri === uri) return copy;
  for (const file of workspace.moduleOf(uri)?.files ?? []) copy.setDiskFile(file.uri, file.syntax.text);
  return copy;
}

/** Applies as many fixes as do not touch each other's text. */
function fixOnce(context: ServiceContext, uri: string, settings: ProblemSettings, text: string): string {
  const sources = context.workspace.filesAt(uri);
  if (sources === undefined) return text;
  let chosen: readonly TextEdit[] = [];
  for (const { problem } of context.problemsOf(uri, settings)) {
    const fix = problem.fixes.find(({ kind }) => kind === 'one');
    const files = fix && editsOf(sources, fix);
    const edits = files?.get(uri);
    if (files?.size !== 1 || edits === undefined || touches(chosen, edits)) continue;
    chosen = [...chosen, ...edits];
  }
  return applyEdits(text, chosen) ?? text;
}

/** True when two sets of edits meet, be it only at an offset: then the second waits for the next round. */
function touches(chosen: readonly TextEdit[], edits: readonly TextEdit[]): boolean {
  return edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end));
}
