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

/** The client's own spellings of the URIs that it has used. */
export class ClientUris {
  readonly #spellings = new Map<string, string>();

  /** Notes the client's spelling; answers the server's. */
  note(uri: string): string {
    const canonical = canonicalUri(uri);
    if (canonical !== uri) this.#spellings.set(canonical, uri);
    return canonical;
  }

  /** The client's spelling of a URI of the server's. */
  spelling(canonical: string): string {
    return this.#spellings.get(canonical) ?? canonical;
  }
}
