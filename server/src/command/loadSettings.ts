import { cwd } from 'node:process';
import type { Reach } from '../files/reach.ts';
import { namedUri } from '../files/reach.ts';
import { settingsFileIn } from '../module/sources/settingsFile.ts';
import { directoryOf, withSlash } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import { relativePath } from '../report/reportPlaces.ts';

/** Where settings are read, and what they are read into. */
interface Loading {
  readonly workspace: Workspace;
  readonly reach: Reach;
  /** Receives each file that cannot be read, with the reason. */
  readonly fail: (message: string) => void;
}

/**
 * Reads the settings files above files (URIs), up to the working directory or the requested folder (URIs with their
 * last slashes).
 */
export function loadSettings(uris: Iterable<string>, folders: readonly string[], loading: Loading): void {
  const roots = [withSlash(namedUri(cwd())), ...folders];
  const seen = new Set<string>();
  for (const uri of uris) {
    const isOutside = !roots.some((root) => uri.startsWith(root));
    let directory = directoryOf(uri);
    while (!seen.has(directory) && (isOutside || roots.some((root) => `${directory}/`.startsWith(root)))) {
      seen.add(directory);
      readSettings(settingsFileIn(directory), loading);
      if (isOutside) break;
      directory = directoryOf(directory);
    }
  }
}

function readSettings(uri: string, { workspace, reach, fail }: Loading): void {
  const content = reach.read(uri);
  if ('text' in content) workspace.setDiskFile(uri, content.text);
  else if (content.isMissing !== true) fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
}
