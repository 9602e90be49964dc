import type { FileEvent } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import { canonicalUri, directoryOf } from '../module/sources/uri.ts';

/** An event at a place, which may be a file or a folder. */
export interface FileChange {
  readonly uri: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The events from a client that watches files. */
export function changesOf(events: readonly FileEvent[]): readonly FileChange[] {
  return events.map(({ uri, type }) => ({ uri: placeOf(uri), kind: KINDS.get(type) ?? 'changed' }));
}

const KINDS: ReadonlyMap<number, FileChange['kind']> = new Map([
  [FileChangeType.Created, 'created'],
  [FileChangeType.Changed, 'changed'],
  [FileChangeType.Deleted, 'deleted'],
]);

export function created(files: readonly { readonly uri: string }[]): readonly FileChange[] {
  return files.map(({ uri }) => ({ uri: placeOf(uri), kind: 'created' }));
}

export function deleted(files: readonly { readonly uri: string }[]): readonly FileChange[] {
  return files.map(({ uri }) => ({ uri: placeOf(uri), kind: 'deleted' }));
}

export function renamed(files: readonly { readonly oldUri: string; readonly newUri: string }[]): readonly FileChange[] {
  return files.flatMap(({ oldUri, newUri }) => [...deleted([{ uri: oldUri }]), ...created([{ uri: newUri }])]);
}

/** In the server's spelling; a folder's has no slash at its end. */
function placeOf(uri: string): string {
  return canonicalUri(uri).replace(/\/+$/, '');
}

/** Tests whether a file is one of some places or below one of them. */
export function below(places: readonly string[]): (uri: string) => boolean {
  const all = new Set(places);
  return (uri) => {
    if (all.size === 0) return false;
    for (let current = uri; current !== ''; current = directoryOf(current)) {
      if (all.has(current)) return true;
      if (directoryOf(current) === current) return false;
    }
    return false;
  };
}

/** The names from a folder, its URI ending in a slash, to a place inside; null for a place elsewhere. */
export function wayFrom(folder: string, uri: string): readonly string[] | null {
  if (`${uri}/` === folder) return [];
  if (!uri.startsWith(folder)) return null;
  return uri.slice(folder.length).split('/').map(decodeURIComponent);
}
