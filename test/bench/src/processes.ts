import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import { residentMegabytes } from './observed.ts';

/** A process that only reads what a checker has to read. */
const READER = `const { readdirSync, readFileSync } = require('node:fs');
const read = (path) => { for (const entry of readdirSync(path, { withFileTypes: true })) {
  const below = path + '/' + entry.name;
  if (entry.isDirectory()) read(below); else readFileSync(below); } };
read(process.argv[1]);`;

/** Prints the peak and the processor time of a process on the last line of standard error: kilobytes, microseconds. */
const PRELOAD =
  "process.on('exit', () => { const used = process.resourceUsage(); console.error('\\nused ' + used.maxRSS + ' ' + (used.userCPUTime + used.systemCPUTime)); });";

/** What one process or one start of a server cost. */
export interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** On all processors. */
  readonly processor: number;
}

/** Runs Node with these words until it ends. */
export function runOnce(words: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-used-'));
  const preload = join(folder, 'used.cjs');
  writeFileSync(preload, PRELOAD);
  const start = performance.now();
  const options = { maxBuffer: 1e9, encoding: 'utf8' } as const;
  const { stderr } = spawnSync(process.execPath, ['--require', preload, ...words], options);
  const milliseconds = performance.now() - start;
  rmSync(folder, { recursive: true });
  const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(stderr) ?? [];
  return { milliseconds, megabytes: Number(kilobytes) / 1024, processor: Number(microseconds) / 1000 };
}

/** Reads every byte of a folder and does nothing with it. */
export function readOnce(folder: string): Run {
  return runOnce(['-e', READER, folder]);
}

/** Runs that were made in turn. */
export interface Rounds {
  readonly ours: readonly Run[];
  readonly theirs: readonly Run[];
}

/** Runs two contestants alternately. */
export async function inRounds(
  rounds: number,
  ours: () => Run | Promise<Run>,
  theirs: () => Run | Promise<Run>,
): Promise<Rounds> {
  const runs: { ours: Run[]; theirs: Run[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.ours.push(await ours());
    runs.theirs.push(await theirs());
  }
  return runs;
}

/** Starts an empty server, until it has answered `initialize`. */
export async function startEmpty(command: readonly string[]): Promise<Run> {
  const start = performance.now();
  const client = new WireClient(command);
  await client.initialize('all');
  const milliseconds = performance.now() - start;
  const megabytes = residentMegabytes(client.process.pid);
  client.process.kill();
  return { milliseconds, megabytes, processor: Number.NaN };
}

/** Starts a server in a folder, until it has told the problems of a file; its memory is that after the walk. */
export async function openOnce(
  command: readonly string[],
  abilities: 'all' | 'few',
  folder: string,
  path: string,
): Promise<Run> {
  const start = performance.now();
  const client = new WireClient(command);
  await client.initialize(abilities, [pathToFileURL(folder).href]);
  const uri = pathToFileURL(path).href;
  client.open(uri, readFileSync(path, 'utf8'));
  if (abilities === 'all') await client.request('textDocument/diagnostic', { textDocument: { uri } });
  else await client.notification('textDocument/publishDiagnostics', (params: { uri: string }) => params.uri === uri);
  const milliseconds = performance.now() - start;
  const megabytes = await settledMegabytes(client);
  client.process.kill();
  return { milliseconds, megabytes, processor: Number.NaN };
}

/** The memory of a server that reads its folder in the background, once it stays the same. */
export async function settledMegabytes(client: WireClient): Promise<number> {
  const deadline = performance.now() + 15_000;
  let last = 0;
  for (let steady = 0; performance.now() < deadline && steady < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = residentMegabytes(client.process.pid);
    if (Number.isNaN(now)) return now;
    steady = Math.abs(now - last) < 0.5 ? steady + 1 : 0;
    last = now;
  }
  return last;
}
