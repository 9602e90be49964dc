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
import type { Urgency } from '../urgency.ts';

interface Hooks {
  readonly urgency: Urgency;
  /** Called after each answer, which may have needed files that are not read yet. */
  readonly answered: () => void;
}

/**
 * Answers diagnostics on request. The answer for the workspace stays open until something changes, because clients ask
 * again as soon as they are answered.
 */
export class PullDiagnostics {
  readonly #session: Session;
  readonly #readings: Readings;
  readonly #resultIds = new Map<string, { id: string; content: string }>();
  readonly #hooks: Hooks;
  #nextId = 1;
  #waiting: (() => void)[] = [];
  /** Grows with each change, so that one that occurs while an answer is made is not missed. */
  #changes = 0;

  constructor(session: Session, readings: Readings, hooks: Hooks) {
    this.#session = session;
    this.#readings = readings;
    this.#hooks = hooks;
  }

  listen(connection: Connection): void {
    const log = (message: string) => connection.console.error(message);
    const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(
      guarded(log, 'textDocument/diagnostic', none, async ({ textDocument, previousResultId }, token) => {
        const uri = this.#session.uris.note(textDocument.uri);
        await this.#readings.whenRead(uri);
        return this.#hooks.urgency.during(() =>
          this.#session.timings.during('problems of a file', async () => {
            await this.#session.prepare(uri, token);
            return this.#documentReport(uri, previousResultId);
          }),
        );
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
    this.#changes += 1;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #documentReport(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = this.#session.diagnosticsOf(uri);
    if (this.#session.workspace.isWanting) this.#hooks.answered();
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
      const changes = this.#changes;
      const items = await this.#changedReports(previous, token);
      if (items.length > 0 || token.isCancellationRequested) return { items };
      if (changes === this.#changes) await this.#nextChange(token);
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
