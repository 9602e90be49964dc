import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnedClient, ServerFailure, ServerState } from '../../../client/src/serverOwner.ts';
import { ServerOwner } from '../../../client/src/serverOwner.ts';

/** A client whose server answers, refuses or stays silent as the test demands. */
class FakeClient implements OwnedClient {
  readonly name: string;
  readonly events: string[];
  readonly end: () => void;
  readonly #started: Promise<void>;
  #settle: { resolve: () => void; reject: (reason: unknown) => void } | undefined;
  isBad = false;

  constructor(name: string, events: string[], end: () => void) {
    this.name = name;
    this.events = events;
    this.end = end;
    this.#started = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  answer(): void {
    this.#settle?.resolve();
  }

  refuse(reason: unknown): void {
    this.#settle?.reject(reason);
  }

  start(): Promise<void> {
    this.events.push(`${this.name} starts`);
    return this.#started;
  }

  dispose(): Promise<void> {
    this.events.push(`${this.name} disposed`);
    return this.isBad ? Promise.reject(new Error('it is not running')) : Promise.resolve();
  }
}

let clients: FakeClient[];
let states: ServerState[];
let failures: ServerFailure[];
let events: string[];
let creation: (() => void) | undefined;
let owner: ServerOwner;

beforeEach(() => {
  vi.useFakeTimers();
  clients = [];
  states = [];
  failures = [];
  events = [];
  creation = undefined;
  owner = new ServerOwner({
    create: (ended) => {
      creation?.();
      const client = new FakeClient(`client ${clients.length + 1}`, events, ended);
      clients.push(client);
      return client;
    },
    onState: (state) => states.push(state),
    onFailure: (failure) => failures.push(failure),
  });
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

/** The client made last. */
function latest(): FakeClient {
  const client = clients.at(-1);
  if (client === undefined) throw new Error('no client was made');
  return client;
}

async function startWell(): Promise<void> {
  const started = owner.start();
  await settle();
  latest().answer();
  await started;
}

describe('a start', () => {
  it('tells that it starts and that it runs', async () => {
    await startWell();
    expect(states).toEqual(['starting', 'running']);
    expect(failures).toEqual([]);
  });

  it('makes nothing when a server runs', async () => {
    await startWell();
    await owner.start();
    expect(clients).toHaveLength(1);
  });

  it('that the server refuses is told once with its reason, and rejects nothing', async () => {
    const started = owner.start();
    await settle();
    latest().isBad = true;
    latest().refuse(new Error('no such file'));
    await started;
    expect(failures).toEqual([{ kind: 'refused', reason: 'no such file' }]);
    expect(states).toEqual(['starting', 'failed']);
    expect(events).toEqual(['client 1 starts', 'client 1 disposed']);
  });

  it('that fails before there is a client is told the same way', async () => {
    creation = () => {
      throw new Error('too old');
    };
    await owner.start();
    expect(failures).toEqual([{ kind: 'refused', reason: 'too old' }]);
    expect(states).toEqual(['starting', 'failed']);
  });

  it('that never ends is given up after a minute', async () => {
    const started = owner.start();
    await vi.advanceTimersByTimeAsync(60_000);
    await started;
    expect(failures).toEqual([{ kind: 'silent', seconds: 60 }]);
    expect(states).toEqual(['starting', 'failed']);
    latest().answer();
    await settle();
    expect(events).toEqual(['client 1 starts', 'client 1 disposed', 'client 1 disposed']);
    expect(states).toEqual(['starting', 'failed']);
  });
});

describe('a restart', () => {
  it('ends the running server before it starts another', async () => {
    await startWell();
    const restarted = owner.restart();
    await settle();
    latest().answer();
    await restarted;
    expect(events).toEqual(['client 1 starts', 'client 1 disposed', 'client 2 starts']);
    expect(states).toEqual(['starting', 'running', 'starting', 'running']);
  });

  it('works after a start that failed', async () => {
    const started = owner.start();
    await settle();
    latest().refuse(new Error('no such file'));
    await started;
    const restarted = owner.restart();
    await settle();
    latest().answer();
    await restarted;
    expect(clients).toHaveLength(2);
    expect(states.at(-1)).toBe('running');
    expect(failures).toHaveLength(1);
  });

  it('gives up a start that still lasts, and says nothing of it', async () => {
    const started = owner.start();
    await settle();
    const [slow] = clients;
    const restarted = owner.restart();
    await started;
    await settle();
    latest().answer();
    await restarted;
    expect(states).toEqual(['starting', 'starting', 'running']);
    slow?.answer();
    await settle();
    expect(events).toEqual(['client 1 starts', 'client 1 disposed', 'client 2 starts', 'client 1 disposed']);
    expect(failures).toEqual([]);
  });

  it('asked for twice at once happens once', async () => {
    await startWell();
    const both = Promise.all([owner.restart(), owner.restart()]);
    await settle();
    latest().answer();
    await both;
    expect(clients).toHaveLength(2);
  });

  it('goes on when the old server does not end in good order', async () => {
    await startWell();
    latest().isBad = true;
    const restarted = owner.restart();
    await settle();
    latest().answer();
    await restarted;
    expect(states.at(-1)).toBe('running');
    expect(failures).toEqual([]);
  });

  it('that fails is told once each time', async () => {
    creation = () => {
      throw new Error('too old');
    };
    await owner.restart();
    await owner.restart();
    expect(failures).toHaveLength(2);
  });
});

describe('a server that ends by itself', () => {
  const crash = async () => {
    latest().end();
    await settle();
    latest().answer();
    await settle();
  };

  it('is started again without a word', async () => {
    await startWell();
    await crash();
    expect(clients).toHaveLength(2);
    expect(states.at(-1)).toBe('running');
    expect(failures).toEqual([]);
  });

  it('is left alone when it ends again and again, until a restart is asked for', async () => {
    await startWell();
    for (let time = 1; time <= 5; time += 1) await crash();
    expect(clients).toHaveLength(5);
    expect(failures).toEqual([{ kind: 'crashing', times: 5 }]);
    expect(states.at(-1)).toBe('failed');
    const restarted = owner.restart();
    await settle();
    latest().answer();
    await restarted;
    expect(states.at(-1)).toBe('running');
  });

  it('is started again when it ends seldom', async () => {
    await startWell();
    for (let time = 1; time <= 8; time += 1) {
      await crash();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(failures).toEqual([]);
    expect(clients).toHaveLength(9);
  });

  it('is nothing new when it was ended on purpose', async () => {
    await startWell();
    const [old] = clients;
    const restarted = owner.restart();
    await settle();
    latest().answer();
    await restarted;
    old?.end();
    await settle();
    expect(clients).toHaveLength(2);
  });
});

describe('a stop', () => {
  it('ends the server for good', async () => {
    await startWell();
    await owner.stop();
    latest().end();
    await settle();
    expect(states.at(-1)).toBe('stopped');
    expect(clients).toHaveLength(1);
  });

  it('gives up a start that still lasts', async () => {
    const started = owner.start();
    await settle();
    await owner.stop();
    await started;
    expect(events).toEqual(['client 1 starts', 'client 1 disposed']);
    expect(states).toEqual(['starting', 'stopped']);
  });

  it('takes back a restart that waits', async () => {
    await startWell();
    const restarted = owner.restart();
    await owner.stop();
    await restarted;
    expect(clients).toHaveLength(1);
    expect(states.at(-1)).toBe('stopped');
  });

  it('does not forbid a later start', async () => {
    await owner.stop();
    await startWell();
    expect(states).toEqual(['stopped', 'starting', 'running']);
  });
});
