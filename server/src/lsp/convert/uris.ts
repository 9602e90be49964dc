import { canonicalUri } from '../../module/sources/uri.ts';

/** The client's own spellings of the URIs that it has used. */
export class ClientUris {
  readonly #spellings = new Map<string, string>();

  /** Records the client's spelling; returns the server's. */
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
