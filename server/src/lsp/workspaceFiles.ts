import type { FileAccess } from '../files/access.ts';
import { attachedContent, OUTSIDE } from '../files/attachedContent.ts';
import type { FileContent } from '../files/fileRequests.ts';
import { isReadFile } from '../module/fileKinds.ts';
import { canonicalUri, withSlash } from '../module/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import { Readings } from './readings.ts';

/** Files that are read at the same time: what reads them may be far away. */
const AT_ONCE = 16;

/** Keeps the workspace's texts in step with the files of the folders that the editor has open, and no others. */
export class WorkspaceFiles {
  readonly readings = new Readings();
  readonly #workspace: Workspace;
  readonly #access: FileAccess;
  readonly #folders = new Set<string>();
  readonly #triedDirectories = new Set<string>();

  constructor(workspace: Workspace, access: FileAccess) {
    this.#workspace = workspace;
    this.#access = access;
  }

  /** Reads a folder's files; each is analysed only when someone asks. */
  addFolder(folderUri: string): Promise<void> {
    const folder = withSlash(canonicalUri(folderUri));
    this.#folders.add(folder);
    this.#triedDirectories.clear();
    return this.readings.during(folder, () => this.#readFolder(folderUri, folder));
  }

  async #readFolder(folderUri: string, folder: string): Promise<void> {
    const listed = (await this.#access.list(folderUri, this.#roots)).map(canonicalUri);
    const asked = this.#workspace.askedFiles.filter((uri) => uri.startsWith(folder));
    await this.refresh([...new Set([...listed, ...asked])]);
  }

  /** Forgets what lies in no other folder. Texts that are open in the editor stay. */
  removeFolder(folderUri: string): void {
    const folder = withSlash(canonicalUri(folderUri));
    this.#folders.delete(folder);
    this.#triedDirectories.clear();
    const { modules, settingsFiles, askedFiles } = this.#workspace;
    const isGone = (uri: string) => uri.startsWith(folder) && !this.isInside(uri);
    const uris = [...modules.flatMap((module) => module.uris), ...settingsFiles.map(({ uri }) => uri)];
    for (const uri of uris.filter(isGone)) this.#workspace.setDiskFile(uri, null);
    for (const uri of askedFiles.filter(isGone)) {
      if (!this.#workspace.isOpen(uri)) this.#workspace.setAttachedFile(uri, OUTSIDE);
    }
  }

  /** Reads the files that modules turned out to read; false when there was none to read. */
  async supply(): Promise<boolean> {
    const wanted = this.#workspace.takeWantedFiles();
    for (const uri of wanted) {
      const content = this.isInside(uri) ? attachedContent(await this.#access.read(uri, this.#roots)) : OUTSIDE;
      this.#workspace.setAttachedFile(uri, this.#workspace.openText(uri) ?? content);
    }
    return (await this.#supplyModules()) || wanted.length > 0;
  }

  /** Reads the called modules that listing the folders did not find: behind links, and where git ignores them. */
  async #supplyModules(): Promise<boolean> {
    const isNew = (directory: string) => this.isInside(directory) && !this.#triedDirectories.has(directory);
    const wanted = this.#workspace.takeWantedDirectories().filter(isNew);
    let hasFound = false;
    for (const directory of wanted) {
      this.#triedDirectories.add(directory);
      const files = await this.#access.listDirectory(directory, this.#roots);
      await this.refresh((files ?? []).map(canonicalUri));
      hasFound ||= (files ?? []).length > 0;
    }
    return hasFound;
  }

  /** True for a file whose change may matter. */
  isOfInterest(uri: string): boolean {
    return isReadFile(uri) || this.#workspace.hasAskedFor(uri);
  }

  /** Reads files again, and forgets those that are gone. Files outside the folders are left alone. */
  async refresh(uris: readonly string[]): Promise<void> {
    const inside = uris.filter((uri) => this.isInside(uri));
    for (let start = 0; start < inside.length; start += AT_ONCE) {
      const batch = inside.slice(start, start + AT_ONCE);
      const contents = await Promise.all(batch.map((uri) => this.#access.read(uri, this.#roots)));
      // In their order, whichever came first.
      for (const [index, content] of contents.entries()) this.#take(batch[index] ?? '', content);
    }
  }

  #take(uri: string, content: FileContent): void {
    // Its folder may have been removed while it was read.
    if (!this.isInside(uri)) return;
    if (this.#workspace.hasAskedFor(uri) && !this.#workspace.isOpen(uri)) {
      this.#workspace.setAttachedFile(uri, attachedContent(content));
    }
    if (isReadFile(uri)) this.#workspace.setDiskFile(uri, 'text' in content ? content.text : null);
  }

  get #roots(): readonly string[] {
    return [...this.#folders];
  }

  /** True for what lies in a folder that the editor has open. */
  isInside(uri: string): boolean {
    return [...this.#folders].some((folder) => uri.startsWith(folder));
  }
}
