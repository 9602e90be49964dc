import type { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { applyEdits } from '../../../server/src/service/fixes/fixEdits.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

/** A finder that fails when a check does. */
export const finderFor = () =>
  new ProblemFinder((ruleId, error) => {
    throw new Error(ruleId, { cause: error });
  });

/** The files after `check --fix`: each in turn, until nothing changes. */
export function fixedAll(files: Files): Files {
  const workspace = workspaceOf(files);
  const finder = finderFor();
  const texts: Record<string, string> = { ...files };
  for (let previous = ''; previous !== JSON.stringify(texts); ) {
    previous = JSON.stringify(texts);
    for (const uri of Object.keys(texts)) {
      const text = fixAll(new ServiceContext(workspace, finder), uri, DEFAULT_PROBLEM_SETTINGS);
      texts[uri] = text;
      write(workspace, uri, text);
    }
  }
  return texts;
}

function write(workspace: Workspace, uri: string, text: string): void {
  if (uri.endsWith('.tf')) workspace.setDiskFile(uri, text);
  else workspace.setAttachedFile(uri, text);
}

/** The files after each automatic fix, by its title. */
export function fixedOnce(files: Files): { readonly title: string; readonly after: Files }[] {
  const workspace = workspaceOf(files);
  const context = new ServiceContext(workspace, finderFor());
  return Object.entries(files).flatMap(([uri, text]) =>
    quickFixes(context, DEFAULT_PROBLEM_SETTINGS, uri, { start: 0, end: text.length })
      .filter(({ isPreferred }) => isPreferred)
      .map(({ title, edits }) => {
        const after: Record<string, string> = { ...files };
        for (const [name, own] of edits) after[name] = applyEdits(files[name] ?? '', own) ?? 'edits overlap';
        return { title, after };
      }),
  );
}
