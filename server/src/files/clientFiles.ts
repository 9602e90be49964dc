import { isRecord } from '../facts/isRecord.ts';
import { isModuleFile } from '../module/sources/fileKinds.ts';
import type { FileContent, FolderEntry } from '../protocol/fileRequests.ts';
import { READ_FILE, READ_FOLDER } from '../protocol/fileRequests.ts';
import type { FileAccess } from './access.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { limited } from './limited.ts';
import { filesBelow } from './walk.ts';

/** Sends a request to the client; rejects when the client does not answer it. */
export type Ask = (method: string, parameters: object) => Promise<unknown>;

/** The number of requests at the same time. */
const AT_ONCE = 16;

const SILENT: FileContent = { reason: 'the editor does not pass it on' };

/** Files that the client reads for its server, wherever they are. */
export function clientFiles(send: Ask): FileAccess {
  const ask = limited(AT_ONCE, send);
  // A walk has its own queue, so that open files do not wait for it.
  const walk = limited(AT_ONCE, send);
  const entriesOf = (answer: Promise<unknown>) => answer.then(readEntries, () => []);
  const read = (uri: string) => ask(READ_FILE, { uri }).then(readContent, () => SILENT);
  const folders = {
    entries: (uri: string) => entriesOf(walk(READ_FOLDER, { uri })),
    async text(uri: string) {
      const content = await read(uri);
      return 'text' in content ? content.text : null;
    },
  };
  const listDirectory = async (uri: string) => {
    const entries = await entriesOf(ask(READ_FOLDER, { uri }));
    const files = entries.filter(({ name, kind }) => kind !== 'folder' && isModuleFile(name));
    // A client also returns nothing for a folder that it does not list.
    return files.length === 0 ? null : files.map(({ address }) => address).sort();
  };
  return {
    // The client knows its folders, and answers only for those.
    read: (uri) => read(uri),
    // Folders above the workspace are not requested: their `.gitignore` files are unknown.
    list: async (folderUri, _within, way) => (await filesBelow(folders, folderUri, '', IgnoreRules.NONE, way)).files,
    listDirectory,
    async visitDirectory(directory, _within, visit) {
      const uris = await listDirectory(directory);
      const contents = await Promise.all((uris ?? []).map(read));
      for (const [index, uri] of (uris ?? []).entries()) {
        const content = contents[index] ?? SILENT;
        const bytes = () => ('text' in content ? new TextEncoder().encode(content.text) : null);
        visit({ uri, bytes, text: () => content });
      }
      return uris !== null;
    },
  };
}

function readContent(answer: unknown): FileContent {
  if (!isRecord(answer)) return SILENT;
  const { text, reason, isMissing } = answer;
  if (typeof text === 'string') return { text };
  return typeof reason === 'string' ? { reason, isMissing: isMissing === true } : SILENT;
}

function readEntries(answer: unknown): FolderEntry[] {
  const isEntry = (item: unknown): item is FolderEntry =>
    isRecord(item) && typeof item['address'] === 'string' && typeof item['name'] === 'string';
  return Array.isArray(answer) ? answer.filter(isEntry) : [];
}
