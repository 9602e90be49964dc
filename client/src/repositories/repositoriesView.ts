import type { Disposable, Event, TreeDataProvider, TreeView } from 'vscode';
import { commands, EventEmitter, languages, TreeItem, TreeItemCollapsibleState, Uri, window, workspace } from 'vscode';
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { RepositoryAtGlance } from '../../../server/src/protocol/repositoryAnswers.ts';
import { DROPPED_OUTPUTS } from './droppedOutputs.ts';
import { factsOf } from './repositoryWords.ts';

const VIEW = 'terraform-ecr.repositories';

/** Set once a server answers; before, the view is not there. */
const IS_THERE = 'terraform-ecr.listsRepositories';

/** After this many milliseconds without a change, the view asks again. */
const REST = 400;

/** A repository, or a line about one. */
type Entry =
  | { readonly kind: 'repository'; readonly repository: RepositoryAtGlance }
  | { readonly kind: 'fact'; readonly repository: RepositoryAtGlance; readonly text: string };

/** The repositories of the open folders in the Explorer; it follows the code while it is open. */
export class RepositoriesView implements TreeDataProvider<Entry>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;
  readonly #view: TreeView<Entry>;
  readonly #listeners: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: readonly string[] = [];

  constructor() {
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this, dragAndDropController: DROPPED_OUTPUTS });
    this.#listeners = [
      workspace.onDidChangeTextDocument(({ document }) => this.#follow(document.languageId)),
      workspace.onDidSaveTextDocument(({ languageId }) => this.#follow(languageId)),
      languages.onDidChangeDiagnostics(() => this.#ask()),
      this.#view.onDidChangeVisibility(({ visible }) => (visible ? this.#ask() : undefined)),
    ];
  }

  /** The lines of the view as they were last given: repositories, each followed by what is said about it. */
  get shown(): readonly string[] {
    return this.#shown;
  }

  /** Sets whether a server answers. */
  setRunning(isRunning: boolean): void {
    void commands.executeCommand('setContext', IS_THERE, isRunning);
    if (isRunning) this.#ask();
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    if (entry?.kind === 'fact') return [];
    if (entry !== undefined)
      return factsOf(entry.repository).map((text) => ({ kind: 'fact', repository: entry.repository, text }));
    // While the server starts, nobody answers.
    const answer = await commands
      .executeCommand<readonly RepositoryAtGlance[] | null>(SERVER_COMMANDS.list)
      .then(undefined, () => null);
    const repositories = Array.isArray(answer) ? answer : [];
    this.#shown = repositories.flatMap((repository) => [labelOf(repository), ...factsOf(repository)]);
    return repositories.map((repository) => ({ kind: 'repository', repository }));
  }

  getTreeItem(entry: Entry): TreeItem {
    const { location, address } = entry.repository;
    const isRepository = entry.kind === 'repository';
    const item = new TreeItem(
      isRepository ? labelOf(entry.repository) : entry.text,
      isRepository ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.command = {
      command: CLIENT_COMMANDS.showPlace,
      title: address,
      arguments: [location.uri, location.range.start],
    };
    if (!isRepository) {
      item.tooltip = entry.text;
      return item;
    }
    // Equal addresses may be in several modules.
    item.id = `${location.uri} ${address}`;
    item.description = workspace.asRelativePath(Uri.parse(location.uri));
    item.tooltip = [address, ...factsOf(entry.repository)].join('\n');
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const owned of [this.#view, this.#changed, ...this.#listeners]) owned.dispose();
  }

  #follow(languageId: string): void {
    if (/^(?:terraform|opentofu|json)/.test(languageId)) this.#ask();
  }

  #ask(): void {
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(undefined), REST);
  }
}

function labelOf({ name, address }: RepositoryAtGlance): string {
  return name ?? address;
}
