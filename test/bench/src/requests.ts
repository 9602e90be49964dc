import { WireClient } from '../../wire/client.ts';
import type { Setting } from './measurement.ts';
import { median, percentile, short } from './statistics.ts';
import type { Row } from './table.ts';
import { jsonText, terraformText } from './workload.ts';

/** Requests that are not counted: the first ones meet code that the engine has not compiled yet. */
const WARMUP = 100;
const REQUESTS = 300;

interface Opened {
  readonly client: WireClient;
  readonly uri: string;
  readonly lines: readonly string[];
}

/** Completion and hover all over a file that nobody edits, next to the editor's own server for JSON. */
export async function* measureRequests({ servers }: Setting): AsyncIterable<Row> {
  const mine = await openOn(servers.ours, 'untitled:bench.tf', 'terraform', terraformText(2_000, 'request'));
  const theirs = await openOn(servers.json, 'untitled:bench.json', 'json', jsonText(2_000));
  for (const method of ['completion', 'hover']) {
    const [ourTimes, theirTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARMUP + REQUESTS; round += 1) {
      const [one, other] = [await ask(mine, method, round), await ask(theirs, method, round)];
      if (round < WARMUP) continue;
      ourTimes.push(one);
      theirTimes.push(other);
    }
    const [p95, theirP95] = [percentile(ourTimes, 0.95), percentile(theirTimes, 0.95)];
    yield {
      what: `${method} p95, 2,000 lines, against the JSON server`,
      figure: `${short(p95)} ms to ${short(theirP95)} ms, ${short(p95 / theirP95)} ×; median ${short(median(ourTimes))} to ${short(median(theirTimes))} ms`,
      target: '≤ 1 ×',
      holds: p95 <= theirP95,
    };
  }
  mine.client.process.kill();
  theirs.client.process.kill();
}

async function ask({ client, uri, lines }: Opened, method: string, round: number): Promise<number> {
  const line = (round * 37) % lines.length;
  const position = { line, character: Math.max(0, (lines[line] ?? '').length - 2) };
  const start = performance.now();
  await client.request(`textDocument/${method}`, { textDocument: { uri }, position });
  return performance.now() - start;
}

async function openOn(command: readonly string[], uri: string, languageId: string, text: string): Promise<Opened> {
  const client = new WireClient(command);
  await client.initialize('all');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  return { client, uri, lines: text.split('\n') };
}
