/**
 * One spelling for each file's URI. Clients and runtimes percent-encode different characters and spell Windows drives
 * differently; inside the server a file has one name, and the client gets back the one that it used.
 */

/** Characters that stay as they are in a path, as VS Code spells URIs. */
const PLAIN = /[A-Za-z0-9\-._~/]/;

/** The server's spelling of a URI. Anything but a `file:` URI stays as it is. */
export function canonicalUri(uri: string): string {
  const match = /^file:\/\/([^/]*)(\/.*)$/s.exec(uri);
  if (match === null) return uri;
  const [, authority = '', path = ''] = match;
  const plain = decoded(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return `file://${authority}${[...plain].map(encoded).join('')}`;
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

/**
 * The URI of a relative path, seen from a directory's URI; null when it is absolute or leads out of what URIs can say.
 */
export function resolvePath(directory: string, path: string): string | null {
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) return null;
  const [, root = '', rest = ''] = /^([a-z][\w+.-]*:\/\/[^/]*)?(.*)$/s.exec(directory) ?? [];
  const parts = rest.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push([...part].map(encoded).join(''));
  }
  const joined = parts.join('/');
  return root === '' && !directory.startsWith('/') ? joined : `${root}/${joined}`;
}

/** The last part of a URI's path, as people read it. */
export function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The directory of a file's URI, without the last slash. Untitled documents are modules of their own. */
export function directoryOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
