import { once } from 'node:events';
import { WireClient } from '../../wire/client.ts';
import { processorMilliseconds } from './observed.ts';

const URI = 'untitled:typing.tf';

/** A text and the line whose end is typed at. */
export interface Typed {
  readonly text: string;
  readonly line: number;
}

/** The first line after the middle of a text that has these words. */
export function middleOf(text: string, words = 'countNumber'): Typed {
  const lines = text.split('\n');
  return { text, line: lines.findIndex((line, index) => index > lines.length / 2 && line.includes(words)) };
}

/** What one stroke cost: milliseconds until its answer, and of the server's first thread on a processor. */
export interface Stroke {
  readonly wall: number;
  readonly processor: number;
}

/** Somebody who types in one document of a server. */
export class Typist {
  readonly client: WireClient;
  readonly #typed: Typed;
  readonly #start: number;
  #length = 0;
  #version = 1;
  #count = 0;

  private constructor(client: WireClient, typed: Typed) {
    this.client = client;
    this.#typed = typed;
    this.#start = (typed.text.split('\n')[typed.line] ?? '').length;
  }

  static async start(command: readonly string[], typed: Typed, program?: string): Promise<Typist> {
    const client = new WireClient(command, program);
    await client.initialize('all');
    client.open(URI, typed.text);
    return new Typist(client, typed);
  }

  /** Types four characters, then erases them, and so on. */
  stroke(): void {
    const isErasing = this.#count % 8 >= 4;
    this.#count += 1;
    const { line } = this.#typed;
    const end = this.#start + this.#length;
    const range = { start: { line, character: isErasing ? end - 1 : end }, end: { line, character: end } };
    this.#length += isErasing ? -1 : 1;
    this.#version += 1;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: this.#version },
      contentChanges: [{ range, text: isErasing ? '' : '1' }],
    });
  }

  /** Closes the text and opens it in its original form. */
  reopen(): void {
    this.client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    this.client.open(URI, this.#typed.text);
    this.#length = 0;
    this.#count = 0;
    this.#version = 1;
  }

  /** Asks about the document, at its typed line where the method needs a position; a server may refuse. */
  async ask(method: string, before = 0): Promise<void> {
    const position = { line: this.#typed.line, character: this.#start + this.#length - before };
    await this.client.ask(`textDocument/${method}`, { textDocument: { uri: URI }, position });
  }

  /** Types and waits for the diagnostics. */
  async strokeToDiagnostics(): Promise<Stroke> {
    const { pid } = this.client.process;
    const used = processorMilliseconds(pid);
    const start = performance.now();
    this.stroke();
    await this.ask('diagnostic');
    return { wall: performance.now() - start, processor: processorMilliseconds(pid) - used };
  }

  /** Ends the server, and waits until it has. */
  async stop(): Promise<void> {
    const ended = once(this.client.process, 'exit');
    this.client.process.kill();
    await ended;
  }
}
