import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import { DECLARATIONS } from './declarations.ts';
import type { Servers } from './serving.ts';
import { median, short } from './statistics.ts';
import type { Row } from './table.ts';
import { neighbourText, terraformText } from './workload.ts';

const FILES = 2000;
const ROUNDS = 5;

/** A process that only reads what a checker has to read. */
const READER = `const { readdirSync, readFileSync } = require('node:fs');
const read = (path) => { for (const entry of readdirSync(path, { withFileTypes: true })) {
  const below = path + '/' + entry.name;
  if (entry.isDirectory()) read(below); else readFileSync(below); } };
read(process.argv[1]);`;

/** Prints the peak of a process on its last line of standard error, in kilobytes. */
const PEAK = "process.on('exit', () => console.error('\\npeak ' + process.resourceUsage().maxRSS));";

interface Sparse {
  readonly folder: string;
  /** A file with a policy. */
  readonly opened: string;
}

/** A workspace of two hundred folders, of which one in fourteen concerns ECR. */
function writeSparse(): Sparse {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-sparse-'));
  let opened = '';
  for (let index = 0; index < FILES; index += 1) {
    const directory = Math.floor(index / 10);
    const path = join(folder, `team${Math.floor(directory / 20)}`, `module${directory}`, `file${index}.tf`);
    mkdirSync(join(path, '..'), { recursive: true });
    const concerns = directory % 14 === 3;
    const declared = index % 10 === 0 ? DECLARATIONS : '';
    const ofEcr = concerns ? terraformText(30, `e${index}`) : '';
    writeFileSync(path, declared + ofEcr + neighbourText(concerns ? 40 : 90, `n${index}`));
    if (concerns) opened = path;
  }
  return { folder, opened };
}

/**
 * The command line and the server in a workspace that is mostly about other things, each compared with its limit in one
 * run.
 */
export async function measureSparse(commandLine: string, servers: Servers): Promise<Row[]> {
  const sparse = writeSparse();
  const rows = [...measureCheck(commandLine, sparse), ...(await measureOpening(servers, sparse))];
  rmSync(sparse.folder, { recursive: true });
  return rows;
}

export interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export function runOnce(words: readonly string[]): Run {
  const preload = join(mkdtempSync(join(tmpdir(), 'terraform-ecr-peak-')), 'peak.cjs');
  writeFileSync(preload, PEAK);
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--require', preload, ...words], {
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  rmSync(join(preload, '..'), { recursive: true });
  return { milliseconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

function measureCheck(commandLine: string, { folder }: Sparse): Row[] {
  const runs: Run[][] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    runs[0]?.push(runOnce([commandLine, 'check', folder]));
    runs[1]?.push(runOnce(['-e', READER, folder]));
  }
  const [ours = [], reading = []] = runs;
  const [mine, theirs] = [ours, reading].map((all) => median(all.map(({ milliseconds }) => milliseconds)));
  const ratios = ours.map(({ milliseconds }, index) => milliseconds / (reading[index]?.milliseconds ?? Number.NaN));
  const ratio = median(ratios);
  const peak = median(ours.map(({ megabytes }) => megabytes));
  return [
    {
      what: 'cold check of 2,000 files of which little concerns ECR, against Node reading the bytes',
      figure: `${short(mine ?? 0)} ms to ${short(theirs ?? 0)} ms, ${short(ratio)} × (${spread(ratios)})`,
      target: '≤ 4 ×',
      holds: ratio <= 4,
    },
    { what: 'its peak memory', figure: `${short(peak)} MB`, target: '≤ 100 MB', holds: peak <= 100 },
  ];
}

/** From a cold start to the problems of an opened file, against an empty server's answer to `initialize`. */
async function measureOpening({ ours, empty }: Servers, { folder, opened }: Sparse): Promise<Row[]> {
  const ways = { pull: 'all', push: 'few' } as const;
  const floors: number[] = [];
  const times: Record<keyof typeof ways, number[]> = { pull: [], push: [] };
  const memory: Record<keyof typeof ways, number[]> = { pull: [], push: [] };
  const floorMemory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const idle = new WireClient(empty);
    await idle.initialize('all');
    floors.push(performance.now() - start);
    floorMemory.push(residentMegabytes(idle.process.pid ?? 0));
    idle.process.kill();
    for (const way of ['pull', 'push'] as const) {
      const found = await openOnce(ours, ways[way], folder, opened);
      times[way].push(found.milliseconds);
      memory[way].push(found.megabytes);
    }
  }
  return (['pull', 'push'] as const).flatMap((way): Row[] => {
    const ratios = times[way].map((time, index) => time / (floors[index] ?? Number.NaN));
    const resident = median(memory[way]) / median(floorMemory);
    return [
      {
        what: `cold start to the problems of an opened file by ${way}, against an empty server's initialize`,
        figure: `${short(median(times[way]))} ms to ${short(median(floors))} ms, ${short(median(ratios))} × (${spread(ratios)})`,
        target: '≤ 2 ×',
        holds: median(ratios) <= 2,
      },
      {
        what: `resident after the walk by ${way}, against an empty server`,
        figure: `${short(median(memory[way]))} MB, ${short(resident)} ×`,
        target: '≤ 1.5 ×',
        holds: resident <= 1.5,
      },
    ];
  });
}

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
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const megabytes = residentMegabytes(client.process.pid ?? 0);
  client.process.kill();
  return { milliseconds, megabytes };
}

/** The memory of a process in megabytes; NaN when the system does not tell. */
export function residentMegabytes(processId: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** The smallest and the largest value. */
export function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  return `${short(sorted[0] ?? Number.NaN)} to ${short(sorted.at(-1) ?? Number.NaN)}`;
}
