import type { CancellationToken, Diagnostic, Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Module } from '../module/module.ts';
import type { SourceFiles } from '../module/sources/sourceFiles.ts';
import type { Steps } from '../module/tracking/steps.ts';
import { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { StartOptions } from '../protocol/startOptions.ts';
import { DEFAULT_START_OPTIONS } from '../protocol/startOptions.ts';
import { ServiceContext } from '../service/context.ts';
import { InlayHints } from '../service/hints/inlayHints.ts';
import type { HintKind } from '../service/hints/statement.ts';
import { isOffered } from '../service/lenses/codeLenses.ts';
import type { SizeWish } from '../service/lenses/policyLenses.ts';
import { SymbolIndex } from '../service/structure/symbolIndex.ts';
import type { Place } from '../syntax/tree/place.ts';
import { resolvePlace } from '../syntax/tree/place.ts';
import { toDiagnostic } from './convert/convert.ts';
import { Positions } from './convert/positions.ts';
import { ClientUris } from './convert/uris.ts';
import type { Log } from './guard.ts';
import { describeFailure } from './guard.ts';
import type { EditorSettings } from './settings.ts';
import { DEFAULT_EDITOR_SETTINGS } from './settings.ts';
import { Timings } from './timings.ts';
import { inTurns } from './turns.ts';

/** A document that the editor shows. `uri` is the server's spelling. */
export interface OpenedDocument {
  readonly uri: string;
  readonly document: TextDocument;
  readonly module: Module;
}

export interface OpenedSources extends Omit<OpenedDocument, 'module'> {
  readonly sources: SourceFiles;
}

/** The state of one connected editor: texts, settings, problems found. No state outlives it. */
export class Session {
  readonly workspace = new Workspace(undefined, { readsLater: true });
  readonly finder: ProblemFinder;
  readonly context: ServiceContext;
  /** The same for agents, who try fixes at once, on a copy of their own. */
  readonly agentContext: ServiceContext;
  readonly hints: InlayHints;
  readonly symbols: SymbolIndex;
  readonly positions: Positions;
  readonly uris = new ClientUris();
  readonly timings = new Timings();
  /** The folders that are open in the client, their URIs ending in a slash. */
  folders: () => readonly string[] = () => [];
  /** Ends with the last work on the copy in which fixes are tried. */
  #lastTrial: Promise<void> = Promise.resolve();
  readonly #openDocument: (uri: string) => TextDocument | undefined;
  readonly #pages: string;
  #startOptions: StartOptions = DEFAULT_START_OPTIONS;
  #settings: EditorSettings = DEFAULT_EDITOR_SETTINGS;
  #problemSettings: ProblemSettings = { rules: {}, companionReports: false };
  #drawsLenses = true;

  /**
   * `openDocument` finds a document by the client's spelling of its URI; `pages` is the address of the rules' pages,
   * ending in a slash, for a client that gives none.
   */
  constructor(log: Log, openDocument: (clientUri: string) => TextDocument | undefined, pages: string) {
    this.#openDocument = (uri) => openDocument(this.uris.spelling(uri));
    this.finder = new ProblemFinder((ruleId, error) => log(`Rule ${ruleId} failed: ${describeFailure(error)}`));
    this.context = new ServiceContext(this.workspace, this.finder);
    this.agentContext = new ServiceContext(this.workspace, this.finder);
    this.hints = new InlayHints(this.workspace);
    this.symbols = new SymbolIndex(this.workspace);
    this.positions = new Positions(this.workspace, this.#openDocument);
    this.#pages = pages;
  }

  /** `drawsLenses`: false when the client shows no code lenses at all, whosever they are. */
  configure(startOptions: StartOptions, settings: EditorSettings, drawsLenses = true): void {
    this.#drawsLenses = drawsLenses;
    this.#startOptions = startOptions;
    this.#settings = settings;
    this.#problemSettings = { rules: settings.rules, companionReports: startOptions.companion };
  }

  /** An open document by the client's spelling of its URI, with its module; null when it is not open. */
  openedAt(clientUri: string): OpenedDocument | null {
    const uri = this.uris.note(clientUri);
    const document = this.#openDocument(uri);
    const module = this.#moduleFor(uri);
    return document === undefined || module === undefined ? null : { uri, document, module };
  }

  /** The module of a document; for a file that modules read, any of them, because it means the same to all. */
  #moduleFor(uri: string): Module | undefined {
    const document = this.workspace.documentAt(uri);
    switch (document?.kind) {
      case 'module':
        return document.module;
      case 'policy':
        return this.workspace.moduleOf(uri) ?? this.workspace.modules[0];
      case 'settings':
      case undefined:
        return this.workspace.moduleOf(uri);
    }
  }

  /**
   * The same for any open document with problems of its own, including settings; the files that its places are resolved
   * in.
   */
  openedSourcesAt(clientUri: string): OpenedSources | null {
    const uri = this.uris.note(clientUri);
    const document = this.#openDocument(uri);
    const sources = this.workspace.filesAt(uri);
    return document === undefined || sources === undefined ? null : { uri, document, sources };
  }

  /** The open folder that holds a file, without its last slash; null for a file outside of all. */
  folderOf(uri: string): string | null {
    const holding = this.folders().filter((folder) => uri.startsWith(folder));
    return holding.sort((one, other) => other.length - one.length)[0]?.replace(/\/$/, '') ?? null;
  }

  /** The version of an open document; null for a closed one. */
  versionOf(uri: string): number | null {
    return this.#openDocument(uri)?.version ?? null;
  }

  /** The editor's settings, as far as they are valid. */
  get settings(): EditorSettings {
    return this.#settings;
  }

  /** How many files are open in the client. */
  get openCount(): number {
    return this.fileUris.filter((uri) => this.#openDocument(uri) !== undefined).length;
  }

  get startOptions(): StartOptions {
    return this.#startOptions;
  }

  get problemSettings(): ProblemSettings {
    return this.#problemSettings;
  }

  /** Whether code lenses above policies offer actions. */
  get showsCodeLenses(): boolean {
    return this.#settings.codeLens && this.#startOptions.showsSimulations;
  }

  /** When a lens above a policy shows its length. */
  get policySize(): SizeWish {
    return this.#settings.policySize;
  }

  /** Whether the types of resources are links to their pages. */
  get linksTypes(): boolean {
    return this.#settings.typeLinks;
  }

  /** The kinds of inlay hints that are shown. */
  get shownHints(): ReadonlySet<HintKind> {
    return this.#settings.inlayHints;
  }

  /** Whether definitions and references are answered: a companion answers them too, and an editor would show both. */
  get leadsToNames(): boolean {
    return !this.#startOptions.companion;
  }

  /** Whether names of plain arguments and blocks are completed. */
  get offersArguments(): boolean {
    const { completionArguments } = this.#settings;
    return completionArguments === 'auto' ? !this.#startOptions.companion : completionArguments === 'always';
  }

  /**
   * Finds the problems of a file in small steps; other messages are handled in between. Results are kept, so the next
   * request is answered at once.
   */
  async prepare(uri: string, token?: CancellationToken): Promise<void> {
    await this.#inTurns(() => this.context.findFor(uri), token);
  }

  /** The same for the inlay hints of a file. */
  async prepareHints(uri: string, token: CancellationToken): Promise<void> {
    await this.#inTurns(() => this.hints.findFor(uri), token);
  }

  /** The same for the symbols of a file, or of the workspace for null. */
  async prepareSymbols(uri: string | null, token: CancellationToken): Promise<void> {
    await this.#inTurns(() => (uri === null ? this.symbols.findAll() : this.symbols.findFor(uri)), token);
  }

  /** The result of work in small steps; other messages are handled in between. */
  async found<Result>(work: () => Steps<Result>, token?: CancellationToken): Promise<Result> {
    return this.#inTurns(work, token);
  }

  /**
   * The result of work on the copy in which fixes are tried, in small steps: other messages are handled in between, but
   * no other such work. Starts again when a text has changed meanwhile.
   */
  async tried<Result>(work: () => Steps<Result>, token?: CancellationToken): Promise<Result> {
    const mine = this.#lastTrial.then(() => this.#inTurns(work, token));
    this.#lastTrial = mine.then(settled, settled);
    return mine;
  }

  /** Starts again when a text has changed meanwhile; results that are still valid are reused. */
  async #inTurns<Result>(work: () => Steps<Result>, token?: CancellationToken): Promise<Result> {
    for (;;) {
      const { version } = this.workspace;
      const end = await inTurns(work(), () => this.workspace.version === version, token);
      if (end !== null) return end.result;
    }
  }

  /** The problems of a file in protocol terms. */
  diagnosticsOf(uri: string): Diagnostic[] {
    const sources = this.workspace.filesAt(uri);
    if (sources === undefined || this.workspace.isOnlyDeclaring(uri)) return [];
    const problems = this.context.problemsOf(uri, this.#problemSettings);
    const told = problems.filter((placed) => !this.#isToldByLens(placed));
    return told.flatMap((placed) => this.toDiagnostic(placed, sources) ?? []);
  }

  /** True for what a line above its block says in an open document, unless a setting gives it a severity. */
  #isToldByLens(placed: PlacedProblem): boolean {
    const isDrawn = this.showsCodeLenses && this.#drawsLenses && this.#openDocument(placed.uri) !== undefined;
    if (!isDrawn || !isOffered(placed)) return false;
    const { ruleId } = placed.problem;
    const file = this.workspace.settingsFor(placed.uri);
    const inFile = file === null ? undefined : folderSettingsOf(file).rules[ruleId];
    return this.#settings.rules[ruleId] === undefined && inFile === undefined;
  }

  /** A place in the client's spelling; null when its file no longer exists. */
  locationOf(place: Place): Location | null {
    const file = this.workspace.filesAt(place.uri)?.syntaxOf(place.uri);
    const offsets = file && resolvePlace(file, place);
    const range = offsets && this.positions.range(place.uri, offsets);
    return range ? { uri: this.uris.spelling(place.uri), range } : null;
  }

  toDiagnostic(placed: PlacedProblem, sources: SourceFiles): Diagnostic | null {
    return toDiagnostic(placed, sources, this, this.#startOptions.pages ?? this.#pages);
  }

  /** Every file that is known and checked, in order. */
  get fileUris(): string[] {
    const { modules, settingsFiles } = this.workspace;
    const own = modules.flatMap((module) => module.uris.filter((uri) => !this.workspace.isOnlyDeclaring(uri)));
    return [...own, ...settingsFiles.map(({ uri }) => uri), ...this.workspace.attachedFiles];
  }
}

function settled(): void {}
