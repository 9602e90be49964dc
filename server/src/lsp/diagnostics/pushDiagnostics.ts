import type { Connection } from 'vscode-languageserver';
import type { Readings } from '../foldersBeingRead.ts';
import { describeFailure } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Urgency } from '../urgency.ts';

interface Hooks {
  readonly urgency: Urgency;
  /** Whether the client accepts the document version of the diagnostics. */
  readonly saysVersions: () => boolean;
  /** Called when the problems sent may have needed files that are not read yet. */
  readonly answered: () => void;
}

/** Sends diagnostics unasked to clients that cannot ask: what changed, and an empty list where problems disappeared. */
export class PushDiagnostics {
  readonly #session: Session;
  readonly #readings: Readings;
  readonly #connection: Connection;
  readonly #sent = new Map<string, string>();
  readonly #hooks: Hooks;
  #scheduled = false;
  #sending = Promise.resolve();

  constructor(session: Session, readings: Readings, connection: Connection, hooks: Hooks) {
    this.#session = session;
    this.#readings = readings;
    this.#hooks = hooks;
    this.#connection = connection;
  }

  /** Sends soon: changes in one batch are answered once. */
  changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.#sending = this.#sending.then(() => this.#attempt());
    }, 0);
  }

  async #attempt(): Promise<void> {
    try {
      await this.#send();
      if (this.#session.workspace.isWanting) this.#hooks.answered();
    } catch (error) {
      this.#connection.console.error(`Diagnostics failed: ${describeFailure(error)}`);
    }
  }

  /** Visible documents come first, before the rest of the workspace is read. */
  async #send(): Promise<void> {
    const { openUris } = this.#session.workspace;
    await this.#hooks.urgency.during(() => this.#sendAll(openUris));
    await this.#sendAll(new Set([...this.#session.fileUris, ...this.#sent.keys()]));
  }

  async #sendAll(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) {
      if (this.#readings.isReading(uri)) continue;
      await this.#session.prepare(uri);
      this.#sendOne(uri);
    }
  }

  #sendOne(uri: string): void {
    const diagnostics = this.#session.diagnosticsOf(uri);
    // A client drops diagnostics of an outdated version, so the next version is always sent.
    const version = this.#hooks.saysVersions() ? this.#session.versionOf(uri) : null;
    const content = `${version ?? ''} ${JSON.stringify(diagnostics)}`;
    const known = this.#sent.get(uri);
    if (known === content || (known === undefined && diagnostics.length === 0)) return;
    if (diagnostics.length === 0 && version === null) this.#sent.delete(uri);
    else this.#sent.set(uri, content);
    const spelling = this.#session.uris.spelling(uri);
    void this.#connection.sendDiagnostics({ uri: spelling, diagnostics, ...(version === null ? {} : { version }) });
  }
}
