import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Readings } from '../foldersBeingRead.ts';
import { guarded } from '../guard.ts';
import type { Session } from '../session.ts';
import { breathe, YIELD_AFTER } from '../turns.ts';

/**
 * Answers diagnostics when the client asks. The workspace's answer stays open until something has changed, because
 * clients ask again as soon as they are answered.
 */
export class PullDiagnostics {
  readonly #session: Session;
  readonly #readings: Readings;
  readonly #resultIds = new Map<string, { id: string; content: string }>();
  readonly #answered: () => void;
  #nextId = 1;
  #waiting: (() => void)[] = [];

  /** `answered` is called after each answer: it may have needed files that are not read yet. */
  constructor(session: Session, readings: Readings, answered: () => void) {
    this.#session = session;
    this.#readings = readings;
    this.#answered = answered;
  }

  listen(connection: Connection): void {
    const log = (message: string) => connection.console.error(message);
    const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(
      guarded(log, 'textDocument/diagnostic', none, async ({ textDocument, previousResultId }, token) => {
        const uri = this.#session.uris.note(textDocument.uri);
        await this.#readings.whenRead(uri);
        await this.#session.prepare(uri, token);
        return this.#documentReport(uri, previousResultId);
      }),
    );
    connection.languages.diagnostics.onWorkspace(
      guarded<[{ previousResultIds: { uri: string; value: string }[] }, CancellationToken], WorkspaceDiagnosticReport>(
        log,
        'workspace/diagnostic',
        { items: [] },
        ({ previousResultIds }, token) =>
          this.#workspaceReport(
            new Map(previousResultIds.map(({ uri, value }) => [this.#session.uris.note(uri), value])),
            token,
          ),
      ),
    );
  }

  /** Wakes the open answer for the workspace. */
  changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #documentReport(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = this.#session.diagnosticsOf(uri);
    if (this.#session.workspace.isWanting) this.#answered();
    const resultId = this.#resultIdOf(uri, items);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  async #workspaceReport(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    for (;;) {
      await this.#readings.whenRead(null);
      const items = await this.#changedReports(previous, token);
      if (items.length > 0 || token.isCancellationRequested) return { items };
      await this.#nextChange(token);
    }
  }

  async #changedReports(previous: ReadonlyMap<string, string>, token: CancellationToken) {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const uris = new Set([...this.#session.fileUris, ...previous.keys()]);
    let budget = Date.now() + YIELD_AFTER;
    for (const uri of uris) {
      if (token.isCancellationRequested) return [];
      await this.#session.prepare(uri);
      const report = this.#documentReport(uri, previous.get(uri));
      const isNews = report.kind === 'full' && (report.items.length > 0 || previous.has(uri));
      if (isNews)
        reports.push({ ...report, uri: this.#session.uris.spelling(uri), version: this.#session.versionOf(uri) });
      if (Date.now() < budget) continue;
      await breathe();
      budget = Date.now() + YIELD_AFTER;
    }
    return reports;
  }

  #nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }

  #resultIdOf(uri: string, items: readonly Diagnostic[]): string {
    const content = JSON.stringify(items);
    const known = this.#resultIds.get(uri);
    if (known?.content === content) return known.id;
    const id = String(this.#nextId);
    this.#nextId += 1;
    this.#resultIds.set(uri, { id, content });
    return id;
  }
}
