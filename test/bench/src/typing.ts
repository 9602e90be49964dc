import { WireClient } from '../../wire/client.ts';
import type { Servers } from './serving.ts';
import { residentMegabytes } from './sparse.ts';
import { percentile, short } from './statistics.ts';
import type { Row } from './table.ts';
import { terraformText } from './workload.ts';

/** The strokes of the series, including collection pauses; only those before warm-up are left out. */
const STROKES = 2000;
const WARMUP = 100;

const URI = 'untitled:typing.tf';

/** Long typing and erasing, and a day of edits, opens and closes. */
export async function measureTyping({ ours }: Servers): Promise<Row[]> {
  return [
    await measureSeries(ours, 2_000, [1.5, 5, 12]),
    await measureSeries(ours, 20_000, [3, 8, 20]),
    await measureLeak(ours),
  ];
}

async function measureSeries(
  command: readonly string[],
  lineCount: number,
  targets: readonly [number, number, number],
): Promise<Row> {
  const typist = await Typist.start(command, terraformText(lineCount, 'series'));
  const times: number[] = [];
  for (let stroke = 0; stroke < WARMUP + STROKES; stroke += 1) {
    const start = performance.now();
    typist.stroke();
    await typist.diagnostics();
    if (stroke >= WARMUP) times.push(performance.now() - start);
  }
  typist.client.process.kill();
  const found = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  return {
    what: `edit to diagnostics, ${lineCount.toLocaleString('en')} lines, p50 / p95 / p99 of ${STROKES} strokes`,
    figure: `${found.map(short).join(' / ')} ms`,
    target: `≤ ${targets.join(' / ')} ms`,
    holds: found.every((time, index) => time <= (targets[index] ?? 0)),
  };
}

/** The memory of a server after many edits, opens and closes: no more than after the first tenth of them. */
async function measureLeak(command: readonly string[]): Promise<Row> {
  const typist = await Typist.start(command, terraformText(500, 'leak'));
  let early = Number.NaN;
  for (let turn = 0; turn < 10_000; turn += 1) {
    typist.stroke();
    if (turn % 20 === 0) typist.reopen();
    if (turn % 10 === 0) await typist.diagnostics();
    if (turn === 2_000) early = residentMegabytes(typist.client.process.pid ?? 0);
  }
  await typist.diagnostics();
  const late = residentMegabytes(typist.client.process.pid ?? 0);
  typist.client.process.kill();
  return {
    what: 'resident after 10,000 edits and 500 opens and closes, against 2,000 edits',
    figure: Number.isNaN(late) ? 'not known on this system' : `${short(early)} MB to ${short(late)} MB`,
    target: '≤ 1.2 ×',
    holds: Number.isNaN(late) ? null : late <= early * 1.2,
  };
}

class Typist {
  readonly client: WireClient;
  readonly #text: string;
  readonly #line: number;
  readonly #start: number;
  #typed = 0;
  #version = 1;
  #count = 0;

  private constructor(client: WireClient, text: string) {
    this.client = client;
    this.#text = text;
    const lines = text.split('\n');
    this.#line = lines.findIndex((line, index) => index > lines.length / 2 && line.includes('countNumber'));
    this.#start = (lines[this.#line] ?? '').length;
  }

  static async start(command: readonly string[], text: string): Promise<Typist> {
    const client = new WireClient(command);
    await client.initialize('all');
    client.open(URI, text);
    return new Typist(client, text);
  }

  /** Types four characters, then erases them, and so on. */
  stroke(): void {
    const isErasing = this.#count % 8 >= 4;
    this.#count += 1;
    const end = this.#start + this.#typed;
    const range = {
      start: { line: this.#line, character: isErasing ? end - 1 : end },
      end: { line: this.#line, character: end },
    };
    this.#typed += isErasing ? -1 : 1;
    this.#version += 1;
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: this.#version },
      contentChanges: [{ range, text: isErasing ? '' : '1' }],
    });
  }

  /** Closes the text and opens it in its original form. */
  reopen(): void {
    this.client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    this.client.open(URI, this.#text);
    this.#typed = 0;
    this.#count = 0;
    this.#version = 1;
  }

  diagnostics(): Promise<unknown> {
    return this.client.request('textDocument/diagnostic', { textDocument: { uri: URI } });
  }
}
