import type { Connection, Disposable } from 'vscode-languageserver';
import {
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  SelectionRangeRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientAbilities } from '../capabilities.ts';
import type { ClientUris } from '../convert/uris.ts';

/**
 * Registers watchers and document selectors for the files that modules read (`file()`, `templatefile()`), one exact
 * path each, so that the server hears about no other file of their kind.
 */
export class PolicyFiles {
  readonly #connection: Connection;
  readonly #uris: ClientUris;
  readonly #abilities: () => ClientAbilities;
  #followed = '';
  #registration: Disposable | null = null;

  constructor(connection: Connection, uris: ClientUris, abilities: () => ClientAbilities) {
    this.#connection = connection;
    this.#uris = uris;
    this.#abilities = abilities;
  }

  /** Watches exactly these files from now on. */
  async follow(uris: readonly string[]): Promise<void> {
    const key = uris.join(' ');
    if (!this.#abilities().registersTextSync || key === this.#followed) return;
    this.#followed = key;
    const previous = this.#registration;
    const documentSelector = uris.map((uri) => patternOf(this.#uris.spelling(uri)));
    const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];
    const resolveProvider = this.#abilities().resolvesActionEdits;
    const registrations = [
      [DidOpenTextDocumentNotification.type, { documentSelector }],
      [DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental }],
      [DidCloseTextDocumentNotification.type, { documentSelector }],
      [CompletionRequest.type, { documentSelector, triggerCharacters: ['"', ' '] }],
      [HoverRequest.type, { documentSelector }],
      [InlayHintRequest.type, { documentSelector }],
      [DocumentSymbolRequest.type, { documentSelector }],
      [FoldingRangeRequest.type, { documentSelector }],
      [SelectionRangeRequest.type, { documentSelector }],
      [CodeActionRequest.type, { documentSelector, codeActionKinds, resolveProvider }],
    ] as const;
    const made: Disposable[] = [];
    for (const [type, options] of registrations) made.push(await this.#connection.client.register(type, options));
    this.#registration = { dispose: () => made.map((one) => one.dispose()) };
    previous?.dispose();
  }
}

/** A filter that only this file passes. */
function patternOf(uri: string): { readonly scheme: string; readonly pattern: string } {
  const [, scheme = 'file', path = ''] = /^([a-z][\w+.-]*):\/\/[^/]*(.*)$/.exec(uri) ?? [];
  const decoded = decodeURIComponent(path).replace(/^\/([a-zA-Z]:)/, '$1');
  return { scheme, pattern: decoded.replace(/[[\]{}?*]/g, '[$&]') };
}
