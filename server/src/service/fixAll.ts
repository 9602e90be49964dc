import { Module } from '../module/module.ts';
import { SettingsFile } from '../module/settingsFile.ts';
import type { SourceFiles } from '../module/sourceFiles.ts';
import type { Surroundings } from '../module/surroundings.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { problemsByFile, problemsOfSettingsFile } from '../problems/fileProblems.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { TextEdit } from '../syntax/edit/sequence.ts';
import { applyEdits, editsOf } from './fixes.ts';

/** Each round mends at least one problem; a file that needs more rounds than this is left partly mended. */
const ROUND_LIMIT = 100;

/**
 * The text of a file after every fix of kind `one`, applied again until nothing changes. Fixes that would also edit
 * another file are left to the user. Works on a draft: the workspace stays as it is.
 */
export function fixAll(workspace: Workspace, uri: string, finder: ProblemFinder, settings: ProblemSettings): string {
  const problemsIn = draftOf(workspace, uri, finder, settings);
  const seen = new Set<string>();
  let text = workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
  for (let round = 0; round < ROUND_LIMIT && !seen.has(text); round += 1) {
    seen.add(text);
    text = fixOnce(uri, text, problemsIn(text));
  }
  return text;
}

interface DraftProblems {
  readonly problems: readonly PlacedProblem[];
  readonly sources: SourceFiles;
}

/** The problems that the file would have with a text, everything around it being as it is. */
type Draft = (text: string) => DraftProblems;

function draftOf(workspace: Workspace, uri: string, finder: ProblemFinder, settings: ProblemSettings): Draft {
  if (workspace.settingsFile(uri) !== undefined) {
    return (text) => {
      const sources = new SettingsFile(uri, text);
      return { sources, problems: problemsOfSettingsFile(finder, sources, settings) };
    };
  }
  const settingsFile = workspace.settingsFor(uri);
  const folder = settingsFile && folderSettingsOf(settingsFile);
  const sources = draftModule(workspace, uri);
  return (text) => {
    sources.setFile(uri, text);
    return { sources, problems: problemsByFile(finder, sources, settings, folder).get(uri) ?? [] };
  };
}

/** A copy of a file's module in the place of the module itself. */
function draftModule(workspace: Workspace, uri: string): Module {
  const original = workspace.moduleOf(uri);
  const inPlace = (module: Module | undefined) => (module !== undefined && module === original ? draft : module);
  const surroundings: Surroundings = {
    moduleAt: (directory) => inPlace(workspace.moduleAt(directory)),
    moduleOf: (other) => inPlace(workspace.moduleOf(other)),
    fileAt: (other) => workspace.fileAt(other),
    attachedAt: (other) => workspace.attachedAt(other),
    isCalled: (directory) => workspace.isCalled(directory),
  };
  const draft = new Module(original?.directory, surroundings);
  for (const file of original?.files ?? []) draft.setFile(file.uri, file.syntax.text);
  return draft;
}

/** Applies as many fixes as do not touch each other's text. */
function fixOnce(uri: string, text: string, { problems, sources }: DraftProblems): string {
  let chosen: readonly TextEdit[] = [];
  for (const { problem } of problems) {
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
