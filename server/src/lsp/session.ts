import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Module } from '../module/module.ts';
import { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import { ServiceContext } from '../service/context.ts';
import { toDiagnostic } from './convert.ts';
import type { Log } from './guard.ts';
import { describeFailure } from './guard.ts';
import { Positions } from './positions.ts';
import type { EditorSettings, StartOptions } from './settings.ts';
import { DEFAULT_EDITOR_SETTINGS } from './settings.ts';

/** Everything one connected editor has: its texts, its settings, what was found. No state outlives it. */
export class Session {
  readonly workspace = new Workspace();
  readonly finder: ProblemFinder;
  readonly context: ServiceContext;
  readonly positions: Positions;
  readonly #pages: string;
  #startOptions: StartOptions = { companion: false };
  #settings: EditorSettings = DEFAULT_EDITOR_SETTINGS;
  #problemSettings: ProblemSettings = { rules: {}, syntaxReportedElsewhere: false };

  /** `pages` is the address of the rules' pages, ending in a slash. */
  constructor(log: Log, openDocument: (uri: string) => TextDocument | undefined, pages: string) {
    this.finder = new ProblemFinder((ruleId, error) => log(`Rule ${ruleId} failed: ${describeFailure(error)}`));
    this.context = new ServiceContext(this.workspace, this.finder);
    this.positions = new Positions(this.workspace, openDocument);
    this.#pages = pages;
  }

  configure(startOptions: StartOptions, settings: EditorSettings): void {
    this.#startOptions = startOptions;
    this.#settings = settings;
    this.#problemSettings = { rules: settings.rules, syntaxReportedElsewhere: startOptions.companion };
  }

  get startOptions(): StartOptions {
    return this.#startOptions;
  }

  get problemSettings(): ProblemSettings {
    return this.#problemSettings;
  }

  /** Whether names of plain arguments and blocks are completed. */
  get offersArguments(): boolean {
    const { completionArguments } = this.#settings;
    return completionArguments === 'auto' ? !this.#startOptions.companion : completionArguments === 'always';
  }

  /** The problems of a file as the protocol says them. */
  diagnosticsOf(uri: string): Diagnostic[] {
    const module = this.workspace.moduleOf(uri);
    if (module === undefined) return [];
    const problems = this.context.problemsOf(uri, this.#problemSettings);
    return problems.flatMap((placed) => this.toDiagnostic(placed, module) ?? []);
  }

  toDiagnostic(placed: PlacedProblem, module: Module): Diagnostic | null {
    return toDiagnostic(placed, module, this.positions, this.#pages);
  }

  /** Every file that is known, in order. */
  get uris(): string[] {
    return this.workspace.modules.flatMap((module) => [...module.uris]);
  }
}
