interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Milliseconds after which a silent server counts as hung. */
const PATIENCE = 120_000;

/** Answers the server's own requests. */
export type Answers = (method: string, params: unknown) => unknown;

/** A client whose connection to the server carries whole messages, like the editor's. */
export class ChannelClient {
  readonly #send: (message: object) => void;
  readonly #answers: Answers;
  readonly #pending = new Map<number, (result: unknown) => void>();
  #nextId = 1;

  constructor(send: (message: object) => void, answers: Answers = () => null) {
    this.#send = send;
    this.#answers = answers;
  }

  /** Takes a message of the server's. */
  receive(message: Message): void {
    const { id, method, params, result } = message;
    if (method === undefined) this.#pending.get(Number(id))?.(result);
    else if (id !== undefined) {
      const answer = method === 'workspace/configuration' ? [{}] : this.#answers(method, params);
      this.#send({ jsonrpc: '2.0', id, result: answer });
    }
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((settle, fail) => {
      const timer = setTimeout(() => fail(new Error(`no answer to ${method} within ${PATIENCE} ms`)), PATIENCE);
      this.#pending.set(id, (result) => {
        clearTimeout(timer);
        settle(result);
      });
      this.#send({ jsonrpc: '2.0', id, method, params });
    });
  }

  /** Starts the session as the extension does. */
  async initialize(folders: readonly string[], initializationOptions: object): Promise<void> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    const capabilities = {
      workspace: { workspaceFolders: true, configuration: true },
      textDocument: { diagnostic: {} },
    };
    await this.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
    this.notify('initialized', {});
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'terraform', version: 1, text } });
  }

  /** The problems of a file as `rule line:character`, with the addresses of their pages. */
  async problems(uri: string): Promise<{ readonly rule: string; readonly page: string }[]> {
    const report = (await this.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      readonly items: readonly { readonly code: string; readonly codeDescription: { readonly href: string } }[];
    };
    return report.items.map(({ code, codeDescription }) => ({ rule: code, page: codeDescription.href }));
  }

  async rules(uri: string): Promise<string[]> {
    return (await this.problems(uri)).map(({ rule }) => rule);
  }
}
