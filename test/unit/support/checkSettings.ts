import { Workspace } from '../../../server/src/module/workspace.ts';
import type { PlacedProblem } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';

const URI = 'file:///project/.terraform-ecr.json';

const finder = () =>
  new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });

function workspaceOf(text: string): Workspace {
  const workspace = new Workspace();
  workspace.setDiskFile(URI, text);
  return workspace;
}

function problemsOf(text: string): readonly PlacedProblem[] {
  return new ServiceContext(workspaceOf(text), finder()).problemsOf(URI, DEFAULT_PROBLEM_SETTINGS);
}

/** The problems of a settings file: the underlined text, and the message. */
export function settingsProblems(text: string): [string, string][] {
  return problemsOf(text).map(({ start, end, problem }) => [text.slice(start, end), problem.message]);
}

/** The same with these files in the folder; `isWhole` says whether they are all. */
export function settingsProblemsBeside(
  text: string,
  files: Readonly<Record<string, string>>,
  isWhole = true,
): [string, string][] {
  const workspace = workspaceOf(text);
  for (const [name, code] of Object.entries(files)) workspace.setDiskFile(`file:///project/${name}`, code);
  workspace.setWhole('file:///project/', isWhole);
  const found = new ServiceContext(workspace, finder()).problemsOf(URI, DEFAULT_PROBLEM_SETTINGS);
  return found.map(({ start, end, problem }) => [text.slice(start, end), `${problem.severity}: ${problem.message}`]);
}

/** The ids of the rules that report something in a settings file, each with its severity. */
export function settingsRuleIds(text: string): string[] {
  return problemsOf(text).map(({ problem: { ruleId, severity } }) => `${severity} ${ruleId}`);
}

/** A settings file after every unambiguous fix. */
export function fixSettings(text: string): string {
  return fixAll(new ServiceContext(workspaceOf(text), finder()), URI, DEFAULT_PROBLEM_SETTINGS);
}
