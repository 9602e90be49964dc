import type { Reach } from '../files/reach.ts';
import { INSTALLED_LIST } from '../module/calls/installedModules.ts';
import type { FolderLook } from '../module/looking/folderLooks.ts';
import { CANNOT_LOOK, FolderLooking, FolderLooks } from '../module/looking/folderLooks.ts';

/**
 * Looks into directories and returns those to read: the `named` ones, those that concern ECR, and their callers and
 * called modules. Holds one file in memory at a time.
 */
export function directoriesToRead(
  directories: Iterable<string>,
  named: ReadonlySet<string>,
  reach: Reach,
): ReadonlySet<string> {
  const looks = new FolderLooks();
  for (const directory of named) looks.ask(directory);
  for (const directory of directories) looks.set(directory, lookInto(directory, reach));
  for (let { unseen } = looks; unseen.length > 0; { unseen } = looks) {
    for (const directory of unseen) looks.set(directory, lookInto(directory, reach));
  }
  return looks.needed;
}

function lookInto(directory: string, reach: Reach): FolderLook {
  const looking = new FolderLooking(directory);
  let count = 0;
  const isThere = reach.visit(directory, ({ uri, bytes }) => {
    count += 1;
    if (!looking.isDecided) looking.add(uri, bytes());
  });
  if (!isThere || count === 0) return CANNOT_LOOK;
  const look = looking.finish();
  // An installed module may concern ECR whatever its source is.
  const mayLead = !look.concerns && look.installs === true;
  return mayLead && 'text' in reach.read(`${directory}/${INSTALLED_LIST}`) ? { ...look, concerns: true } : look;
}
