import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The capabilities of a client: `few` as in the simplest editors, `all` as in VS Code. */
export type Abilities = 'few' | 'all';

const CAPABILITIES: Readonly<Record<Abilities, object>> = {
  few: {},
  all: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      didChangeWatchedFiles: { dynamicRegistration: true },
      didChangeConfiguration: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
      definition: { linkSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      rename: { prepareSupport: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          commitCharactersSupport: true,
          resolveSupport: { properties: ['documentation', 'detail'] },
          documentationFormat: ['markdown', 'plaintext'],
        },
      },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] } },
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
        disabledSupport: true,
      },
    },
  },
};

/** A plain client that talks to a real server over its standard streams. */
export class WireClient {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #pending = new Map<number, (message: Message) => void>();
  readonly #notifications: Message[] = [];
  #waiting: (() => void)[] = [];
  #buffer = Buffer.alloc(0);
  #nextId = 1;
  /** Milliseconds after which a silent server counts as hung. */
  patience = 120_000;
  /** The server's answer when it asks for the section `terraform-ecr`. */
  configuration: unknown = {};
  /** The editor's own settings by their whole names. */
  readonly editorSettings: Record<string, unknown> = {};

  /** `command` are Node's words, or those of another program. */
  constructor(
    command: readonly string[] = [resolve('dist/terraform-ecr.cjs'), 'lsp', '--stdio'],
    program = process.execPath,
  ) {
    this.process = spawn(program, [...command]);
    this.process.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    // A server that has ended accepts no more answers; the time limit tells whoever waits for it.
    this.process.stdin.on('error', () => undefined);
  }

  /** Starts the session with abilities, or with the capabilities themselves; returns the result of `initialize`. */
  async initialize(abilities: Abilities | object, folders: readonly string[] = [], initializationOptions: object = {}) {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    const capabilities = typeof abilities === 'string' ? CAPABILITIES[abilities] : abilities;
    const rootUri = folders[0] ?? null;
    const result = await this.request('initialize', {
      processId: null,
      rootUri,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
    this.notify('initialized', {});
    return result as { capabilities: Record<string, unknown> };
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'terraform', version: 1, text } });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const answer = await this.ask(method, params);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  }

  /** The whole answer to a request, errors included. */
  async ask(method: string, params?: unknown): Promise<Message> {
    return this.begin(method, params).answer;
  }

  /** Sends a request that can be canceled before it is answered. */
  begin(method: string, params?: unknown): { readonly answer: Promise<Message>; readonly cancel: () => void } {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#send({ jsonrpc: '2.0', id, method, params });
    const answer = withTimeLimit<Message>(method, this.patience, (settle) => this.#pending.set(id, settle));
    return { answer, cancel: () => this.notify('$/cancelRequest', { id }) };
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** The next matching notification, starting with those already received. */
  async notification(method: string, fits: (params: never) => boolean = () => true): Promise<unknown> {
    return withTimeLimit<unknown>(method, this.patience, (settle) => {
      const look = () => {
        const index = this.#notifications.findIndex(
          (message) => message.method === method && fits(message.params as never),
        );
        if (index === -1) this.#waiting.push(look);
        else settle(this.#notifications.splice(index, 1)[0]?.params);
      };
      look();
    });
  }

  /** The notifications of this method that nobody has waited for, in order. */
  received(method: string): unknown[] {
    return this.#notifications.filter((message) => message.method === method).map(({ params }) => params);
  }

  /** The same, each message once. */
  take(method: string): unknown[] {
    const taken = this.#notifications.filter((message) => message.method === method);
    for (const message of taken) this.#notifications.splice(this.#notifications.indexOf(message), 1);
    return taken.map(({ params }) => params);
  }

  /** Ends the session as the protocol asks; returns the process's exit status. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((settle) => this.process.once('exit', (status) => settle(status)));
    await this.request('shutdown', null);
    this.notify('exit', null);
    return ended;
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headerEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headerEnd === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('ascii', 0, headerEnd))?.[1]);
      const end = headerEnd + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', headerEnd + 4, end)) as Message;
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message);
    }
  }

  /** What an editor answers to a request of the server. */
  #answerTo({ method, params }: Message): unknown {
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { readonly items: readonly { readonly section: string }[] };
    return items.map(({ section }) =>
      section === 'terraform-ecr' ? this.configuration : (this.editorSettings[section] ?? null),
    );
  }

  #handle(message: Message): void {
    if (message.method === undefined) {
      this.#pending.get(Number(message.id))?.(message);
      this.#pending.delete(Number(message.id));
      return;
    }
    if (message.id !== undefined) {
      this.#send({ jsonrpc: '2.0', id: message.id, result: this.#answerTo(message) });
    }
    this.#notifications.push(message);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const look of waiting) look();
  }
}

async function withTimeLimit<T>(
  what: string,
  patience: number,
  start: (settle: (value: T) => void) => void,
): Promise<T> {
  return new Promise<T>((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`no ${what} within ${patience} ms`)), patience);
    start((value) => {
      clearTimeout(timer);
      settle(value);
    });
  });
}
