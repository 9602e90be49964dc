import { cwd } from 'node:process';
import { namedUri, Reach } from '../../files/reach.ts';
import { settingsFileIn } from '../../module/sources/settingsFile.ts';
import { directoryOf, withSlash } from '../../module/sources/uri.ts';
import type { PlanSettings } from '../../review/planned/plannedProblems.ts';
import { UsageError } from '../usage.ts';

/**
 * The nearest settings file above a plan, up to the working directory; for a plan from elsewhere or from standard
 * input, that of the working directory. Null when there is none.
 */
export function readPlanSettings(plan: string): PlanSettings | null {
  const here = withSlash(namedUri(cwd()));
  const reach = new Reach(['.', ...(plan === '-' ? [] : [plan])]);
  for (const directory of directoriesFor(plan, here)) {
    const uri = settingsFileIn(directory);
    const content = reach.read(uri);
    if ('text' in content) return { uri, text: content.text };
    if (content.isMissing !== true) throw new UsageError(`${uri} cannot be read: ${content.reason}`);
  }
  return null;
}

function directoriesFor(plan: string, here: string): readonly string[] {
  const own = here.slice(0, -1);
  if (plan === '-') return [own];
  const directories: string[] = [];
  let directory = directoryOf(namedUri(plan));
  if (!withSlash(directory).startsWith(here)) return [directory, own];
  for (; withSlash(directory).startsWith(here); directory = directoryOf(directory)) directories.push(directory);
  return directories;
}
