import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './capabilities.ts';
import { describeFailure } from './guard.ts';

/** How long to wait after the last edit, in ms, before other documents are refreshed. */
const REST = 400;

/** Asks the client to refresh what it shows in documents that an edit affected but did not touch. */
export class ClientRefresher {
  readonly #connection: Connection;
  readonly #abilities: () => ClientAbilities;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, abilities: () => ClientAbilities) {
    this.#connection = connection;
    this.#abilities = abilities;
  }

  /** Diagnostics at once, hints and lenses when the edits rest. */
  everything(): void {
    if (this.#abilities().refreshesDiagnostics)
      this.#ask('diagnostics', this.#connection.languages.diagnostics.refresh());
    this.decorations();
  }

  /** Hints and lenses, which may depend on other files, once editing pauses. */
  decorations(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { refreshesHints, refreshesLenses } = this.#abilities();
      if (refreshesHints) this.#ask('hints', this.#connection.languages.inlayHint.refresh());
      if (refreshesLenses) this.#ask('lenses', this.#connection.sendRequest('workspace/codeLens/refresh'));
    }, REST);
  }

  #ask(what: string, asked: Promise<unknown>): void {
    asked.catch((error: unknown) => {
      this.#connection.console.error(`Refresh of ${what} failed: ${describeFailure(error)}`);
    });
  }
}
