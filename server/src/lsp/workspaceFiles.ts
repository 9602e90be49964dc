import type { FileAccess } from '../files/access.ts';
import { isReadFile } from '../files/access.ts';
import { attachedContent, OUTSIDE } from '../files/attachedContent.ts';
import { canonicalUri } from '../module/uri.ts';
import type { Workspace } from '../module/workspace.ts';

/** Keeps the workspace's texts in step with the files of the folders that the editor has open, and no others. */
export class WorkspaceFiles {
  readonly #workspace: Workspace;
  readonly #access: FileAccess;
  readonly #folders = new Set<string>();

  constructor(workspace: Workspace, access: FileAccess) {
    this.#workspace = workspace;
    this.#access = access;
  }

  /** Reads a folder's files; each is analysed only when someone asks. */
  async addFolder(folderUri: string): Promise<void> {
    const folder = withSlash(folderUri);
    this.#folders.add(folder);
    for (const uri of await this.#access.list(folderUri)) await this.refresh(canonicalUri(uri));
  }

  removeFolder(folderUri: string): void {
    const folder = withSlash(folderUri);
    this.#folders.delete(folder);
    const { modules, settingsFiles } = this.#workspace;
    const uris = [...modules.flatMap((module) => module.uris), ...settingsFiles.map(({ uri }) => uri)];
    for (const uri of uris) {
      if (uri.startsWith(folder) && !this.#isInside(uri)) this.#workspace.setDiskFile(uri, null);
    }
  }

  /** Reads the files that modules turned out to read; false when there was none to read. */
  async supply(): Promise<boolean> {
    const wanted = this.#workspace.takeWantedFiles();
    for (const uri of wanted) {
      const content = this.#isInside(uri) ? attachedContent(await this.#access.read(uri)) : OUTSIDE;
      this.#workspace.setAttachedFile(uri, content);
    }
    return wanted.length > 0;
  }

  /** True for a file whose change may matter. */
  isOfInterest(uri: string): boolean {
    return isReadFile(uri) || this.#workspace.hasAskedFor(uri);
  }

  /** Reads a file again, or forgets it when it is gone. Files outside the folders are left alone. */
  async refresh(uri: string): Promise<void> {
    if (!this.#isInside(uri)) return;
    if (this.#workspace.hasAskedFor(uri)) {
      const content = await this.#access.read(uri);
      if (!this.#workspace.isOpen(uri)) this.#workspace.setAttachedFile(uri, attachedContent(content));
    }
    if (!isReadFile(uri)) return;
    const content = await this.#access.read(uri);
    this.#workspace.setDiskFile(uri, 'text' in content ? content.text : null);
  }

  #isInside(uri: string): boolean {
    return [...this.#folders].some((folder) => uri.startsWith(folder));
  }
}

function withSlash(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.endsWith('/') ? canonical : `${canonical}/`;
}
