import type { Connection } from 'vscode-languageserver';
import { describeFailure } from './guard.ts';
import type { Readings } from './readings.ts';
import type { Session } from './session.ts';

/** Sends diagnostics unasked, for clients that cannot ask: what changed, and an empty list where problems vanished. */
export class PushDiagnostics {
  readonly #session: Session;
  readonly #readings: Readings;
  readonly #connection: Connection;
  readonly #sent = new Map<string, string>();
  readonly #answered: () => void;
  #scheduled = false;

  /** `answered` is told when what was sent may have needed files that are not read yet. */
  constructor(session: Session, readings: Readings, connection: Connection, answered: () => void) {
    this.#session = session;
    this.#readings = readings;
    this.#answered = answered;
    this.#connection = connection;
  }

  /** Sends soon: changes that come in one batch are answered once. */
  changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      try {
        this.#send();
        if (this.#session.workspace.isWanting) this.#answered();
      } catch (error) {
        this.#connection.console.error(`Diagnostics failed: ${describeFailure(error)}`);
      }
    }, 0);
  }

  #send(): void {
    const uris = new Set([...this.#session.fileUris, ...this.#sent.keys()]);
    for (const uri of uris) {
      if (this.#readings.isReading(uri)) continue;
      const diagnostics = this.#session.diagnosticsOf(uri);
      const content = JSON.stringify(diagnostics);
      if (content === (this.#sent.get(uri) ?? '[]')) continue;
      if (diagnostics.length === 0) this.#sent.delete(uri);
      else this.#sent.set(uri, content);
      void this.#connection.sendDiagnostics({ uri: this.#session.uris.spelling(uri), diagnostics });
    }
  }
}
