/**
 * The canonical spelling of a file's URI. Clients and runtimes percent-encode different characters and spell Windows
 * drives differently; inside the server a file has one name, and the client gets back the name that it used.
 */

/** Characters that stay as they are in a path, as VS Code spells URIs. */
const PLAIN = /[A-Za-z0-9\-._~/]/;
const ALL_PLAIN = /^[\w.-]*$/;

/** The server's spelling of a URI. Anything but a `file:` URI stays as it is. */
export function canonicalUri(uri: string): string {
  const parts = /^file:\/\/[^/]*\//.test(uri) ? fileUriParts(uri) : null;
  return parts === null ? uri : `file://${parts.authority}${encodedPath(parts.path)}`;
}

/**
 * The host of a `file:` URI, in lower case and empty for this machine, and its path in plain characters, with a Windows
 * drive in lower case. Null for any other URI.
 */
export function fileUriParts(uri: string): { readonly authority: string; readonly path: string } | null {
  const match = /^file:\/\/([^/]*)(\/.*)?$/s.exec(uri);
  if (match === null) return null;
  const authority = (match[1] ?? '').toLowerCase();
  const path = decoded(match[2] ?? '/').replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return { authority: authority === 'localhost' ? '' : authority, path };
}

/** A path of plain characters, with slashes, as a URI spells it. */
export function encodedPath(path: string): string {
  return ALL_PLAIN.test(path) ? path : [...path].map(encoded).join('');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encoded(character: string): string {
  if (PLAIN.test(character)) return character;
  if (/[\uD800-\uDFFF]/.test(character) && character.length === 1) return '%EF%BF%BD';
  const standard = encodeURIComponent(character);
  return standard === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : standard;
}

/** The URI of a relative path, from a directory's URI; null when it is absolute or goes above the root. */
export function resolvePath(directory: string, path: string): string | null {
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) return null;
  const [, root = '', rest = ''] = /^([a-z][\w+.-]*:\/\/[^/]*)?(.*)$/s.exec(directory) ?? [];
  const parts = rest.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') {
      const left = parts.pop();
      // Nothing is above a Windows drive.
      if (left === undefined || (parts.length === 0 && /^[a-z]%3A$/.test(left))) return null;
    } else if (part !== '.' && part !== '') parts.push(encodedPath(part));
  }
  const joined = parts.join('/');
  return root === '' && !directory.startsWith('/') ? joined : `${root}/${joined}`;
}

/** The URI of an absolute path with slashes on the machine of a directory; null for a relative path, and elsewhere. */
export function absolutePath(directory: string, path: string): string | null {
  // A path that begins with two slashes, or on Windows with one, depends on more than the text.
  const isPlain = /^\/(?!\/)/.test(path) && /^file:\/\/\/(?![a-z]%3A)/.test(directory);
  return isPlain ? resolvePath('file:///', path.slice(1)) : null;
}

/** Why a path in code cannot be looked up; completes "PATH is not read: …". */
export function whyNoUri(path: string): string {
  return path.startsWith('~')
    ? 'the path starts at the home directory of whoever runs Terraform'
    : 'the path depends on the machine that runs Terraform';
}

/** A folder's URI with a slash at its end, so that the URIs of its contents begin with it. */
export function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** The last part of a URI's path in readable form. */
export function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The directory of a file's URI, without the last slash. Untitled documents are modules of their own. */
export function directoryOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** The URI of an absolute path, as old clients name their folder. */
export function uriOfPath(path: string): string {
  const slashed = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return canonicalUri(`file://${slashed.startsWith('/') ? '' : '/'}${slashed}`);
}
