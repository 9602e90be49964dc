import { readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import { writeWorkspace } from './checking.ts';
import { median, percentile, short } from './statistics.ts';
import type { Row } from './table.ts';
import { computedText, jsonText, terraformText } from './workload.ts';

/** Requests that are not counted: the first ones meet code that the engine has not compiled yet. */
const WARMUP = 100;

const TERRAFORM_URI = 'untitled:bench.tf';
const JSON_URI = 'untitled:bench.json';

/** The servers that are measured: ours, one that does nothing, and the editor's own for JSON. */
export interface Servers {
  readonly ours: readonly string[];
  readonly empty: readonly string[];
  readonly json: readonly string[];
}

export async function measureServing(servers: Servers): Promise<Row[]> {
  return [
    ...(await measureStart(servers)),
    ...(await measureRequests(servers)),
    ...(await measureWhileTyping(servers, 2_000)),
    ...(await measureWhileTyping(servers, 20_000)),
    await measureEdits(servers, '2,000 lines', 5, middleOf(terraformText(2_000, 'edit'))),
    await measureEdits(servers, '20,000 lines', 16, middleOf(terraformText(20_000, 'edit'))),
    await measureEdits(
      servers,
      '2,000 lines of computed policies',
      5,
      middleOf(computedText(2_000, 'edit'), 'rulePriority = index'),
    ),
    await measureEdits(servers, 'what all policies of 2,000 lines share', null, sharedIn(computedText(2_000, 'edit'))),
    await measureMemory(servers),
  ];
}

async function measureStart({ ours, empty }: Servers): Promise<Row[]> {
  const times: number[][] = [[], []];
  for (let round = 0; round < 9; round += 1) {
    for (const [index, command] of [ours, empty].entries()) {
      const start = performance.now();
      const client = new WireClient(command);
      await client.initialize('all');
      times[index]?.push(performance.now() - start);
      client.process.kill();
    }
  }
  const [mine = 0, floor = 0] = times.map(median);
  const ratio = mine / floor;
  return [
    {
      what: 'start to initialize reply, against an empty server',
      figure: `${short(mine)} ms to ${short(floor)} ms, ${short(ratio)} ×`,
      target: '≤ 1.3 ×',
      holds: ratio <= 1.3,
    },
  ];
}

async function measureRequests({ ours, json }: Servers): Promise<Row[]> {
  const mine = await openOn(ours, TERRAFORM_URI, 'terraform', terraformText(2_000, 'request'));
  const theirs = await openOn(json, JSON_URI, 'json', jsonText(2_000));
  const rows: Row[] = [];
  for (const method of ['textDocument/completion', 'textDocument/hover']) {
    const ask = async ({ client, uri, lines }: Opened, round: number) => {
      const line = (round * 37) % lines.length;
      const position = { line, character: Math.max(0, (lines[line] ?? '').length - 2) };
      const start = performance.now();
      await client.request(method, { textDocument: { uri }, position });
      return performance.now() - start;
    };
    const [ourTimes, theirTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARMUP + 200; round += 1) {
      const [one, other] = [await ask(mine, round), await ask(theirs, round)];
      if (round < WARMUP) continue;
      ourTimes.push(one);
      theirTimes.push(other);
    }
    const [p95, theirP95] = [percentile(ourTimes, 0.95), percentile(theirTimes, 0.95)];
    rows.push({
      what: `${method.split('/')[1]} p95, 2,000 lines, against the JSON server`,
      figure: `${short(p95)} ms to ${short(theirP95)} ms`,
      target: '≤ 5 ms, and faster',
      holds: p95 <= 5 && p95 <= theirP95,
    });
  }
  mine.client.process.kill();
  theirs.client.process.kill();
  return rows;
}

/** Types in the middle of a file and asks for completion there and for a hover nearby after each character. */
async function measureWhileTyping({ ours }: Servers, lineCount: number): Promise<Row[]> {
  const { text, line } = middleOf(terraformText(lineCount, 'typing'), 'countType');
  const { client, uri } = await openOn(ours, TERRAFORM_URI, 'terraform', text);
  const word = (text.split('\n')[line] ?? '').lastIndexOf('"');
  const times: Record<'completion' | 'hover', number[]> = { completion: [], hover: [] };
  const ask = async (method: keyof typeof times, character: number) => {
    const start = performance.now();
    await client.request(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } });
    return performance.now() - start;
  };
  for (let stroke = 0; stroke < WARMUP + 200; stroke += 1) {
    const isErasing = stroke % 2 === 1;
    const range = { start: { line, character: word }, end: { line, character: isErasing ? word + 1 : word } };
    const contentChanges = [{ range, text: isErasing ? '' : 'x' }];
    client.notify('textDocument/didChange', { textDocument: { uri, version: stroke + 2 }, contentChanges });
    const [completion, hover] = [await ask('completion', word), await ask('hover', word - 2)];
    if (stroke < WARMUP) continue;
    times.completion.push(completion);
    times.hover.push(hover);
  }
  client.process.kill();
  return (['completion', 'hover'] as const).map((method) => {
    const p95 = percentile(times[method], 0.95);
    return {
      what: `${method} p95 while typing, ${lineCount.toLocaleString('en')} lines, over the wire`,
      figure: `${short(p95)} ms, median ${short(median(times[method]))} ms`,
      target: '≤ 5 ms',
      holds: p95 <= 5,
    };
  });
}

/** A text and the line whose end is typed at. */
interface Typed {
  readonly text: string;
  readonly line: number;
}

function middleOf(text: string, words = 'countNumber'): Typed {
  const lines = text.split('\n');
  return { text, line: lines.findIndex((line, index) => index > lines.length / 2 && line.includes(words)) };
}

/** What every policy of the text reads. */
function sharedIn(text: string): Typed {
  return { text, line: text.split('\n').findIndex((line) => line.includes('countNumber = 14')) };
}

/** Types at a place in a file and asks for diagnostics after each character. */
async function measureEdits(
  { ours }: Servers,
  name: string,
  target: number | null,
  { text, line }: Typed,
): Promise<Row> {
  const { client, uri, lines } = await openOn(ours, TERRAFORM_URI, 'terraform', text);
  const times: number[] = [];
  let character = (lines[line] ?? '').length;
  for (let stroke = 0; stroke < WARMUP + 100; stroke += 1) {
    const isErasing = stroke % 8 >= 4;
    const range = { start: { line, character: isErasing ? character - 1 : character }, end: { line, character } };
    character += isErasing ? -1 : 1;
    const start = performance.now();
    const contentChanges = [{ range, text: isErasing ? '' : '1' }];
    client.notify('textDocument/didChange', { textDocument: { uri, version: stroke + 2 }, contentChanges });
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    if (stroke >= WARMUP) times.push(performance.now() - start);
  }
  client.process.kill();
  const p95 = percentile(times, 0.95);
  return {
    what: `edit to diagnostics p95, ${name}, over the wire`,
    figure: `${short(p95)} ms, median ${short(median(times))} ms`,
    target: target === null ? '' : `≤ ${target} ms`,
    holds: target === null ? null : p95 <= target,
  };
}

async function measureMemory({ ours }: Servers): Promise<Row> {
  const folder = writeWorkspace(2000);
  const client = new WireClient(ours);
  await client.initialize('all', [pathToFileURL(folder).href]);
  const deadline = performance.now() + 15_000;
  const symbol = { textDocument: { uri: 'untitled:none.tf' } };
  // The folder is read in the background; its size settles when it has all been read.
  let last = 0;
  let steady = 0;
  while (performance.now() < deadline && steady < 8) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await client.request('textDocument/diagnostic', symbol);
    const now = residentMegabytes(client.process.pid ?? 0);
    steady = Math.abs(now - last) < 0.5 ? steady + 1 : 0;
    last = now;
  }
  client.process.kill();
  rmSync(folder, { recursive: true });
  return {
    what: 'resident memory with 2,000 files, 200,000 lines open as a workspace',
    figure: Number.isNaN(last) ? 'not known on this system' : `${short(last)} MB`,
    target: '≤ 90 MB',
    holds: Number.isNaN(last) ? null : last <= 90,
  };
}

function residentMegabytes(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

interface Opened {
  readonly client: WireClient;
  readonly uri: string;
  readonly lines: readonly string[];
}

async function openOn(command: readonly string[], uri: string, languageId: string, text: string): Promise<Opened> {
  const client = new WireClient(command);
  await client.initialize('all');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  return { client, uri, lines: text.split('\n') };
}
