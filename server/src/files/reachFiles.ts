import type { FileContent } from '../protocol/fileRequests.ts';
import type { FileAccess } from './access.ts';

const OUT_OF_REACH: FileContent = { reason: 'it is not on this machine' };

const NOTHING: FileAccess = {
  list: async () => [],
  listDirectory: async () => null,
  visitDirectory: async () => false,
  read: async () => OUT_OF_REACH,
};

/**
 * Files wherever they are: the machine's own are read directly, if there is a machine; the client reads the others, if
 * it supports that.
 */
export function reachFiles(machine: FileAccess | null, client: FileAccess, asksClient: () => boolean): FileAccess {
  const accessOf = (uri: string) => {
    if (machine !== null && uri.startsWith('file:')) return machine;
    return asksClient() ? client : NOTHING;
  };
  return {
    list: (folderUri, within, way) => accessOf(folderUri).list(folderUri, within, way),
    listDirectory: (directoryUri, within) => accessOf(directoryUri).listDirectory(directoryUri, within),
    visitDirectory: (directoryUri, within, visit) => accessOf(directoryUri).visitDirectory(directoryUri, within, visit),
    read: (uri, within) => accessOf(uri).read(uri, within),
  };
}
