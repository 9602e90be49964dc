/** What the owner needs of a language client. */
export interface OwnedClient {
  /** Resolves when the server answers; rejects with the reason why it never will. */
  start(): Promise<void>;
  /** Ends client and server in any state; may reject when there was nothing to end cleanly. */
  dispose(): Promise<void>;
}

export type ServerState = 'starting' | 'running' | 'failed' | 'stopped';

/** Why there is no server, and why there will be none until somebody asks for it. */
export type ServerFailure =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'crashing'; readonly times: number };

export interface OwnerSettings {
  /** Makes a client that was never started; it calls `ended` when its running server ends by itself. */
  create(ended: () => void): OwnedClient;
  onState(state: ServerState): void;
  /** Called once for each start that failed and was not canceled. */
  onFailure(failure: ServerFailure): void;
}

/** The time in seconds for a server to answer; a busy machine needs a few. */
const PATIENCE_SECONDS = 60;

/** A server that ends by itself this often within this time is not restarted automatically. */
const MOST_CRASHES = 5;
const CRASH_MILLISECONDS = 180_000;

/**
 * The only owner of the language client across restarts. Each start has its own client, because one that failed to
 * start cannot be started again. Requests are handled one after another; a failure is reported, never thrown.
 */
export class ServerOwner {
  readonly #settings: OwnerSettings;
  #state: ServerState = 'stopped';
  #client: OwnedClient | undefined;
  #turn: Promise<void> = Promise.resolve();
  #waitingRestart: Promise<void> | undefined;
  #isStopping = false;
  #giveUp: (() => void) | undefined;
  #crashes: number[] = [];

  constructor(settings: OwnerSettings) {
    this.#settings = settings;
  }

  /** Starts a server unless there is one. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#begin());
  }

  /** Ends the server, cancels a start in progress, and starts again; asked twice in a row it does so once. */
  restart(): Promise<void> {
    this.#waitingRestart ??= this.#inTurn(async () => {
      this.#waitingRestart = undefined;
      await this.#end();
      await this.#begin();
    });
    this.#giveUp?.();
    return this.#waitingRestart;
  }

  /** Ends the server and anything that was to be started before this request. */
  stop(): Promise<void> {
    this.#isStopping = true;
    this.#giveUp?.();
    return this.#inTurn(async () => {
      await this.#end();
      this.#isStopping = false;
      this.#tell('stopped');
    });
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(step);
    // Whatever went wrong in one turn, the next has its chance.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #begin(): Promise<void> {
    if (this.#isStopping || this.#client !== undefined) return;
    this.#tell('starting');
    try {
      const client: OwnedClient = this.#settings.create(() => this.#ended(client));
      this.#client = client;
      const outcome = await this.#startWithPatience(client);
      if (outcome === 'running') this.#tell('running');
      if (outcome === 'silent') await this.#fail({ kind: 'silent', seconds: PATIENCE_SECONDS });
    } catch (error) {
      await this.#fail({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async #startWithPatience(client: OwnedClient): Promise<'running' | 'silent' | 'givenUp'> {
    const started = client.start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const impatience = new Promise<'silent' | 'givenUp'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), PATIENCE_SECONDS * 1000);
      this.#giveUp = () => resolve('givenUp');
    });
    try {
      const outcome = await Promise.race([started.then(() => 'running' as const), impatience]);
      // A late server must not run next to its successor.
      if (outcome !== 'running') started.then(() => client.dispose()).catch(() => undefined);
      return outcome;
    } finally {
      clearTimeout(timer);
      this.#giveUp = undefined;
    }
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A server that never ran has nothing to say goodbye to, and rejects.
    await client?.dispose().catch(() => undefined);
  }

  async #fail(failure: ServerFailure): Promise<void> {
    await this.#end();
    this.#tell('failed');
    this.#settings.onFailure(failure);
  }

  /** The server of a client ended unexpectedly. */
  #ended(client: OwnedClient): void {
    if (client !== this.#client || this.#state !== 'running') return;
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_MILLISECONDS), now];
    if (this.#crashes.length < MOST_CRASHES) {
      void this.restart();
      return;
    }
    this.#crashes = [];
    void this.#inTurn(async () => {
      if (client === this.#client) await this.#fail({ kind: 'crashing', times: MOST_CRASHES });
    });
  }

  #tell(state: ServerState): void {
    this.#state = state;
    this.#settings.onState(state);
  }
}
