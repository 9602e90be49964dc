import { asInFile } from '../facts/language/undecoded.ts';
import type { FileAccess } from '../files/access.ts';
import { attachedContent, OUTSIDE } from '../files/attachedContent.ts';
import { IGNORE_FILE_NAME } from '../files/walk.ts';
import { isModuleFile, isReadFile } from '../module/sources/fileKinds.ts';
import { canonicalUri, directoryOf, fileName, withSlash } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import type { FileContent } from '../protocol/fileRequests.ts';
import { Directories, inBatches, takeContent } from './directories.ts';
import type { FileChange } from './fileChanges.ts';
import { below, wayFrom } from './fileChanges.ts';
import { Readings } from './foldersBeingRead.ts';
import type { Concerned } from './lookedAtFolders.ts';
import { LookedAtFolders } from './lookedAtFolders.ts';
import type { Urgency } from './urgency.ts';

/** Keeps the workspace in step with the files of the open folders and those next to open documents, and no others. */
export class WorkspaceFiles {
  readonly readings: Readings;
  readonly #workspace: Workspace;
  readonly #access: FileAccess;
  readonly #directories: Directories;
  readonly #lookedAt: LookedAtFolders;
  readonly #urgency: Urgency;
  /** The open folders, each with its last slash, with their original spelling. */
  readonly #folders = new Map<string, string>();

  constructor(workspace: Workspace, access: FileAccess, urgency: Urgency) {
    this.#workspace = workspace;
    this.#access = access;
    this.#urgency = urgency;
    this.#lookedAt = new LookedAtFolders(access, this, urgency);
    this.#directories = new Directories(workspace, access, this, this.#lookedAt);
    this.readings = new Readings(workspace, this.#directories);
  }

  /**
   * Scans a folder's files, and reads those that concern ECR, those next to open documents first. What is read is
   * analysed only on request.
   */
  addFolder(folderUri: string): Promise<void> {
    const folder = withSlash(canonicalUri(folderUri));
    this.#folders.set(folder, folderUri);
    return this.readings.during(folder, async () => {
      // A client opens its documents right after it has started.
      await this.#urgency.giveWay();
      const open = this.#workspace.openUris.filter((uri) => uri.startsWith(folder) && isModuleFile(uri));
      for (const uri of open) this.#lookedAt.ask(directoryOf(uri));
      await this.#directories.readAll(open.map(directoryOf), { ahead: true });
      await this.#urgency.giveWay();
      const listed = (await this.#access.list(folderUri, this.roots)).map(canonicalUri);
      const asked = this.#workspace.askedFiles.filter((uri) => uri.startsWith(folder));
      await this.refresh([...listed.filter((uri) => !isModuleFile(uri)), ...asked]);
      await this.#takeListed(listed);
      this.#workspace.setWhole(folder, true);
    });
  }

  /** Scans the modules of files that a walk has found, and reads those that concern ECR. */
  async #takeListed(listed: readonly string[]): Promise<void> {
    const found = new Set(listed);
    const directories = new Set(listed.filter(isModuleFile).map(directoryOf));
    await this.#lookedAt.lookInto(directories, (uri) => found.has(uri), this.#takeConcerned);
    for (const uri of listed) this.#workspace.setOnlyDeclaring(uri, false);
    await this.#readNeeded();
  }

  /** Reads a directory that nobody has read yet, using files that were scanned. */
  readonly #takeConcerned: Concerned = (directory, files) => {
    if (this.#workspace.isNoted(directory) || !this.isInside(`${directory}/`)) return;
    this.#directories.takeFiles(directory, files);
    this.#workspace.setListed(directory, true);
  };

  /** Reads the directories that turned out to be needed; false when there were none. */
  async #readNeeded(): Promise<boolean> {
    const missing = this.#lookedAt.needed.filter((directory) => !this.#workspace.isNoted(directory));
    for (const directory of missing) {
      await this.#urgency.giveWay();
      await this.#directories.read(directory);
    }
    return missing.length > 0;
  }

  /** Forgets the files that are in no other folder. Open documents and the files next to them stay. */
  async removeFolder(folderUri: string): Promise<void> {
    const folder = withSlash(canonicalUri(folderUri));
    this.#folders.delete(folder);
    this.#workspace.setWhole(folder, false);
    const isGone = (uri: string) => uri.startsWith(folder) && !this.isInside(uri);
    const gone = this.#workspace.diskFiles.filter(isGone);
    for (const uri of gone) this.#workspace.setDiskFile(uri, null);
    for (const directory of new Set(gone.map(directoryOf))) this.#workspace.setListed(directory, null);
    for (const directory of this.#lookedAt.within((one) => isGone(`${one}/`))) this.#lookedAt.forget(directory);
    for (const uri of this.#workspace.askedFiles.filter(isGone)) {
      if (!this.#workspace.isOpen(uri)) this.#workspace.setAttachedFile(uri, OUTSIDE);
    }
    const { openUris } = this.#workspace;
    await this.#directories.readAll(openUris.filter((uri) => isGone(uri) && isModuleFile(uri)).map(directoryOf));
  }

  /** Reads the files and modules that modules turned out to need; false when there was nothing to read. */
  async supply(): Promise<boolean> {
    const wanted = this.#workspace.takeWantedFiles();
    for (const uri of wanted) {
      const content = this.isInside(uri) ? await this.#access.read(uri, this.roots) : null;
      this.#attach(uri, content);
    }
    const directories = this.#workspace.takeWantedDirectories();
    for (const directory of directories) {
      if (!this.isInside(`${directory}/`)) this.#workspace.setListed(directory, false);
    }
    const inside = directories.filter((directory) => this.isInside(`${directory}/`));
    await this.#directories.readAll(inside, { ahead: this.readings.isWalking });
    return wanted.length + directories.length > 0;
  }

  #attach(uri: string, content: FileContent | null): void {
    // A file that cannot be read again keeps the text that the editor last showed.
    const isKept = content !== null && !('text' in content) && content.isMissing !== true;
    if (isKept && this.#workspace.documentAt(uri)?.kind === 'policy') return;
    const found = content === null ? OUTSIDE : attachedContent(content);
    const shown = this.#workspace.openText(uri);
    const inFile = typeof found === 'string' ? found : undefined;
    this.#workspace.setAttachedFile(uri, shown === undefined ? found : asInFile(shown, inFile));
  }

  /** Reads the files next to an opened document, and the callers of its module; false when all were known. */
  async open(uri: string): Promise<boolean> {
    const directory = directoryOf(uri);
    if (!isModuleFile(uri) || uri.startsWith('untitled:')) return false;
    this.#lookedAt.ask(directory);
    const isNews = !this.#workspace.isListed(directory);
    const how = { ahead: this.readings.isWalking };
    if (isNews) await this.#urgency.during(() => this.#directories.read(directory, how));
    // At the end of a walk all callers are known.
    const isCalled = !this.readings.isWalking && (await this.#readNeeded());
    return isNews || isCalled;
  }

  /** Forgets an editor's document: the file's own text applies again, or the last text when the file cannot be read. */
  async close(uri: string): Promise<void> {
    const last = this.#workspace.openText(uri);
    const isKept = isReadFile(uri) && !uri.startsWith('untitled:') && last !== undefined;
    if (isKept) this.#workspace.setDiskFile(uri, last);
    this.#workspace.closeDocument(uri);
    if (!isKept) return;
    if (this.isInside(uri)) await this.refresh([uri], 'keep');
    else await this.#leaveOutside(uri);
  }

  /** Reads a file again after the editor has saved it. */
  async save(uri: string): Promise<void> {
    if (saysWhatIsIgnored(uri) && this.isInside(uri)) await this.#walkAgain([directoryOf(uri)]);
    if (!isReadFile(uri) && !this.#workspace.hasAskedFor(uri)) return;
    if (isReadFile(uri) && this.isInside(uri) && !this.#workspace.isOnDisk(uri)) {
      const listed = await this.#listCreated([uri]);
      this.#workspace.setOnlyDeclaring(uri, !listed.includes(uri));
    }
    await this.refresh([uri], 'keep');
    if (!isModuleFile(uri)) return;
    await this.#directories.read(directoryOf(uri));
    await this.#lookAgain([directoryOf(uri)], [], new Set());
  }

  async #leaveOutside(uri: string): Promise<void> {
    const directory = directoryOf(uri);
    if (!this.#workspace.openUris.some((other) => directoryOf(other) === directory))
      this.#directories.forget(directory);
    else {
      this.#workspace.setOnlyDeclaring(uri, true);
      const content = await this.#access.read(uri, [`${directory}/`]);
      if ('text' in content || content.isMissing === true) takeContent(this.#workspace, uri, content);
    }
  }

  /** Handles events about files and folders; false when none of them matters. */
  async follow(changes: readonly FileChange[]): Promise<boolean> {
    const inside = changes.filter(({ uri }) => this.isInside(`${uri}/`));
    const created = inside.filter(({ kind }) => kind === 'created').map(({ uri }) => uri);
    const listed = await this.#listCreated(created);
    const isTouched = below(inside.filter(({ kind }) => kind !== 'changed').map(({ uri }) => uri));
    const { diskFiles, askedFiles } = this.#workspace;
    const known = [...diskFiles, ...askedFiles].filter(isTouched);
    const files = inside.map(({ uri }) => uri);
    const named = files.filter((uri) => this.#isFollowed(uri));
    const besides = named.filter((uri) => isReadFile(uri) && !this.#workspace.isOnDisk(uri) && !listed.includes(uri));
    for (const uri of besides) this.#workspace.setOnlyDeclaring(uri, true);
    const looked = [...files.filter(isModuleFile), ...listed.filter(isModuleFile)].map(directoryOf);
    const hasNews = await this.#lookAgain([...looked, ...this.#lookedAt.within(isTouched)], listed, new Set(created));
    const affected = [...new Set([...listed, ...known, ...named])].filter((uri) => !this.#isSetAside(uri));
    await this.refresh(affected);
    for (const directory of new Set(affected.map(directoryOf))) this.#settleDirectory(directory);
    for (const uri of listed) this.#workspace.setOnlyDeclaring(uri, false);
    await this.#directories.readAll(
      affected.filter((uri) => isModuleFile(uri) && listed.includes(uri)).map(directoryOf),
    );
    const ignoring = files.filter(saysWhatIsIgnored);
    await this.#walkAgain(ignoring.map(directoryOf));
    return affected.length > 0 || ignoring.length > 0 || hasNews;
  }

  /** Scans directories again, and reads what turns out to be needed; false when nothing is. */
  async #lookAgain(
    directories: readonly string[],
    listed: readonly string[],
    created: ReadonlySet<string>,
  ): Promise<boolean> {
    const found = new Set(listed);
    const inside = new Set(directories.filter((directory) => this.isInside(`${directory}/`)));
    const before = new Set([...inside].filter((directory) => this.#lookedAt.has(directory)));
    const beside = new Map([...before].map((directory) => [directory, this.#lookedAt.besideIn(directory)]));
    const isChecked = (uri: string) => {
      if (found.has(uri)) return true;
      const directory = directoryOf(uri);
      return before.has(directory) && !created.has(uri) && beside.get(directory)?.has(uri) !== true;
    };
    await this.#lookedAt.lookInto(inside, isChecked, this.#takeConcerned);
    return this.readings.isWalking ? false : this.#readNeeded();
  }

  /** True for a file of a directory that was scanned and need not be read. */
  #isSetAside(uri: string): boolean {
    const directory = directoryOf(uri);
    return (
      isModuleFile(uri) &&
      this.#lookedAt.has(directory) &&
      !this.#workspace.isNoted(directory) &&
      !this.#workspace.isOpen(uri)
    );
  }

  /**
   * Walks through folders whose ignored files have changed. Files that are ignored now are forgotten, or only serve as
   * references.
   */
  async #walkAgain(folders: readonly string[]): Promise<void> {
    if (folders.length === 0) return;
    const listed = await this.#listCreated(folders);
    const isListed = new Set(listed);
    const isTouched = below(folders);
    const { diskFiles, openUris } = this.#workspace;
    const known = diskFiles.filter(isTouched);
    for (const uri of known) if (!isListed.has(uri)) this.#workspace.setDiskFile(uri, null);
    const read = new Set(known.map(directoryOf));
    for (const directory of [...read, ...listed.map(directoryOf)]) this.#workspace.setListed(directory, null);
    for (const directory of this.#lookedAt.within(isTouched)) this.#lookedAt.forget(directory);
    await this.refresh(listed.filter((uri) => !isModuleFile(uri) && !this.#workspace.isOnDisk(uri)));
    await this.#takeListed(listed);
    const again = listed.filter((uri) => isModuleFile(uri) && read.has(directoryOf(uri)));
    const open = openUris.filter((uri) => isTouched(uri) && isModuleFile(uri));
    await this.#directories.readAll([...again, ...open].map(directoryOf));
  }

  /** True for a known file, and for one that git ignores next to known files. */
  #isFollowed(uri: string): boolean {
    if (this.#workspace.hasAskedFor(uri) || this.#workspace.isOnDisk(uri)) return true;
    return isReadFile(uri) && (this.#workspace.isOpen(uri) || this.#workspace.isNoted(directoryOf(uri)));
  }

  /** The files at new places, which may be folders. */
  async #listCreated(uris: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    await inBatches(uris, async (uri) => {
      for (const [folder, spelling] of this.#folders) {
        const way = wayFrom(folder, uri);
        if (way === null) continue;
        for (const file of await this.#access.list(spelling, this.roots, way)) found.add(canonicalUri(file));
      }
    });
    return [...found];
  }

  /** A directory without files is read again when it gets some. */
  #settleDirectory(directory: string): void {
    if (!this.#workspace.diskFiles.some((uri) => directoryOf(uri) === directory)) {
      this.#workspace.setListed(directory, null);
    }
  }

  /** Reads files again, and forgets deleted ones. Files outside the folders are left alone. */
  async refresh(uris: readonly string[], whenUnreadable: 'keep' | 'forget' = 'forget'): Promise<void> {
    const inside = [...new Set(uris)].filter((uri) => this.isInside(uri));
    await inBatches(inside, async (uri) => {
      const content = await this.#access.read(uri, this.roots);
      const isLost = !('text' in content) && content.isMissing !== true;
      if (!isLost || whenUnreadable === 'forget') this.#take(uri, content);
    });
  }

  #take(uri: string, content: FileContent): void {
    // Its folder may have been removed in the meantime.
    if (!this.isInside(uri)) return;
    if (this.#workspace.hasAskedFor(uri) && !this.#workspace.isOpen(uri)) {
      this.#workspace.setAttachedFile(uri, attachedContent(content));
    }
    if (isReadFile(uri)) takeContent(this.#workspace, uri, content);
  }

  get roots(): readonly string[] {
    return [...this.#folders.keys()];
  }

  /** True for what is inside a folder that the editor has open. */
  isInside(uri: string): boolean {
    return [...this.#folders.keys()].some((folder) => uri.startsWith(folder));
  }
}

/** True for a `.gitignore` file of a folder. */
function saysWhatIsIgnored(uri: string): boolean {
  return fileName(uri) === IGNORE_FILE_NAME;
}
