import type { PlatformPath } from 'node:path';
import machine from 'node:path';
import { encodedPath, fileUriParts } from '../module/sources/uri.ts';

/** The only place in the server that converts between a system's paths and URIs. */
export interface Paths {
  /** The canonical URI of a path, without a slash at its end; a relative path starts at the working directory. */
  uriOf(path: string): string;
  /** The absolute path of a URI, or null when no such path can exist on the system. */
  pathOf(uri: string): string | null;
}

/** The paths of a system of this flavour: Windows, or any other. */
export function pathsOf(flavour: PlatformPath): Paths {
  return flavour.sep === '\\' ? windowsPaths(flavour) : plainPaths(flavour);
}

/** The paths of the machine that the process runs on. */
export const machinePaths: Paths = pathsOf(machine);

function plainPaths({ resolve }: PlatformPath): Paths {
  return {
    uriOf: (path) => `file://${encodedPath(resolve(path))}`,
    pathOf(uri) {
      const parts = fileUriParts(uri);
      return parts === null || parts.authority !== '' || parts.path.includes('\0') ? null : parts.path;
    },
  };
}

function windowsPaths({ resolve }: PlatformPath): Paths {
  return {
    uriOf(path) {
      const [, server = '', rest = ''] =
        /^(?:\/\/([^/]*))?(.*)$/s.exec(withSlashes(resolve(withoutPrefix(path)))) ?? [];
      const trimmed = rest.replace(/\/+$/, '');
      if (server !== '') return `file://${server.toLowerCase()}${encodedPath(trimmed)}`;
      return `file://${encodedPath(`/${trimmed.replace(/^[A-Z]:/, (drive) => drive.toLowerCase())}`)}`;
    },
    pathOf(uri) {
      const parts = fileUriParts(uri);
      if (parts === null || parts.path.includes('\0')) return null;
      const path = parts.path.replaceAll('/', '\\');
      if (parts.authority !== '') return `\\\\${parts.authority}${path}`;
      const [, drive, rest = ''] = /^\\([A-Za-z]:)(\\.*)?$/s.exec(path) ?? [];
      return drive === undefined ? null : `${drive.toLowerCase()}${rest === '' ? '\\' : rest}`;
    },
  };
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Without the prefix of a verbatim Windows path: `\\?\C:\x` and `\\?\UNC\server\share`. */
function withoutPrefix(path: string): string {
  return path.replace(/^\\\\\?\\UNC\\/i, '\\\\').replace(/^\\\\\?\\/, '');
}
