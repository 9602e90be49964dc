import type { AgentDoor, Desk } from '../agents/tool.ts';
import { AgentError } from '../agents/tool.ts';
import { giveJson } from '../ecr/plan/givenJson.ts';
import { givePlannedResources } from '../ecr/plan/plannedResources.ts';
import { isTerraformFile } from '../module/sources/fileKinds.ts';
import { canonicalUri, directoryOf } from '../module/sources/uri.ts';
import { Workspace } from '../module/workspace.ts';
import { ServiceContext } from '../service/context.ts';
import type { Session } from './session.ts';

/** Lets an editor's agents see a folder of its workspace, as far as the server knows it; paths are URIs. */
export class SessionDoor implements AgentDoor {
  readonly #session: Session;
  readonly #root: string;

  /** `root` is the URI of the folder. */
  constructor(session: Session, root: string) {
    this.#session = session;
    this.#root = canonicalUri(root).replace(/\/+$/, '');
  }

  now(): number {
    return Date.now();
  }

  planSettings(path: string | null) {
    return this.#session.workspace.settingsFor(path === null ? `${this.#root}/plan.json` : this.#inside(path));
  }

  readText(): Promise<string> {
    throw new AgentError('the editor does not read files for this: give its text');
  }

  async open(path: string, text: string | null): Promise<Desk> {
    const uri = this.#inside(path);
    const { workspace, agentContext: context } = this.#session;
    const below = this.#session.fileUris.filter((file) => isTerraformFile(file) && file.startsWith(`${uri}/`));
    if (below.length > 0) {
      if (text !== null) throw new AgentError('text replaces a file, not a folder');
      return { ...this.#desk(context, below), isFolder: true };
    }
    if (isTerraformFile(uri)) {
      if (text !== null) return this.#desk(this.#draft(uri, text), [uri]);
      if (workspace.documentAt(uri)?.kind !== 'module') throw this.#unknown(uri);
      return this.#desk(context, [uri]);
    }
    const content = text ?? workspace.attachedAt(uri)?.text;
    if (content === undefined || !uri.endsWith('.json')) throw this.#unknown(uri);
    const copy = new Workspace();
    const given = giveJson(copy, uri, content);
    const planned = givePlannedResources(copy, uri, content);
    return { ...this.#desk(new ServiceContext(copy, this.#session.finder), []), given, planned };
  }

  #desk(context: ServiceContext, uris: readonly string[]): Desk {
    return {
      context,
      settings: this.#session.problemSettings,
      isFolder: false,
      uris,
      given: [],
      planned: [],
      nameOf: (uri) => this.#nameOf(uri),
      unread: () => [...context.workspace.unreadPaths].map(([file, because]) => ({ file, because })),
    };
  }

  /** The module of a file in a copy in which the file has another text; the workspace is unchanged. */
  #draft(uri: string, text: string): ServiceContext {
    const { workspace, finder } = this.#session;
    const copy = new Workspace(workspace);
    const module = workspace.modules.find(({ directory }) => directory === directoryOf(uri));
    for (const file of module?.uris ?? []) copy.setDiskFile(file, module?.syntaxOf(file)?.text ?? '');
    for (const settings of workspace.settingsFiles) copy.setDiskFile(settings.uri, settings.text);
    copy.setListed(directoryOf(uri), module === undefined || !module.isOpen);
    copy.openDocument(uri, text);
    return new ServiceContext(copy, finder);
  }

  #inside(path: string): string {
    const uri = canonicalUri(path).replace(/\/+$/, '');
    if (uri !== this.#root && !uri.startsWith(`${this.#root}/`))
      throw new AgentError('path leads out of the workspace');
    return uri;
  }

  #unknown(uri: string): AgentError {
    return new AgentError(`${this.#nameOf(uri)} is not known; give its text, or name a Terraform file`);
  }

  #nameOf(uri: string): string {
    return uri.startsWith(`${this.#root}/`) ? decodeURIComponent(uri.slice(this.#root.length + 1)) : uri;
  }
}
