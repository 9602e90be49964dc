import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, env, execPath, platform, version } from 'node:process';
import { writeDense } from './checking.ts';
import { DECLARATIONS } from './declarations.ts';
import type { Setting } from './measurement.ts';
import type { Row } from './table.ts';
import { middleOf, Typist } from './typist.ts';
import { terraformText } from './workload.ts';
import { writeSparse } from './workspace.ts';

/** Counts of the commit that they lie in; UPDATE_RECORDINGS=1 writes them again. */
const RECORDED = 'test/bench/instructions.json';

/** Counts the instructions that a process executes, and nothing else. */
const COUNTER = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null', execPath];

/** Takes chance out of Node: one thread, compilation at fixed points, fixed seeds. */
const PREDICTABLE = ['--single-threaded', '--predictable', '--hash-seed=1', '--random-seed=1'];

/** The growth of a count that fails. Two counts of the same files differ by less than a thousandth. */
const MOST_GROWTH = 1.02;

const STROKES = 40;

interface Recorded {
  /** Counts depend on it. */
  readonly node: string;
  /** Millions of instructions by what ran. */
  readonly millions: Readonly<Record<string, number>>;
}

/** Instructions of whole runs, which other work on the machine does not change, against the recorded ones. */
export async function* measureInstructions(setting: Setting): AsyncIterable<Row> {
  if (spawnSync('valgrind', ['--version']).status !== 0) {
    yield { what: 'instructions', figure: 'not counted: valgrind is not installed', target: '', holds: null };
    return;
  }
  const recorded = readRecorded();
  const node = `${version} ${platform} ${arch}`;
  const millions: Record<string, number> = {};
  for (const [what, count] of countsOf(setting)) {
    const counted = await count();
    millions[what] = counted;
    yield compare(what, counted, recorded?.node === node ? recorded.millions[what] : undefined);
  }
  if (env['UPDATE_RECORDINGS'] === '1') writeFileSync(RECORDED, `${JSON.stringify({ node, millions }, null, 2)}\n`);
}

function readRecorded(): Recorded | null {
  return existsSync(RECORDED) ? (JSON.parse(readFileSync(RECORDED, 'utf8')) as Recorded) : null;
}

function compare(what: string, counted: number, before: number | undefined): Row {
  const row = { what: `instructions of ${what}`, target: `≤ ${MOST_GROWTH} × the recorded` };
  const figure = `${counted.toFixed(1)} million`;
  if (before === undefined) return { ...row, figure: `${figure}, not recorded with this Node`, holds: null };
  const ratio = counted / before;
  const holds = ratio <= MOST_GROWTH;
  if (!holds) process.exitCode = 1;
  return { ...row, figure: `${figure}, ${ratio.toFixed(3)} × the recorded`, holds };
}

type Count = readonly [what: string, count: () => number | Promise<number>];

function countsOf({ commandLine, servers }: Setting): readonly Count[] {
  const check = (folder: string) => {
    const counted = countRun([commandLine, 'check', '--format', 'json', folder]);
    rmSync(folder, { recursive: true });
    return counted;
  };
  return [
    ['Node that does nothing', () => countRun(['-e', '0'])],
    ['--version', () => countRun([commandLine, '--version'])],
    ['check of 400 files of which little concerns ECR', () => check(writeSparse(400, 100).folder)],
    ['check of 40 files that all concern ECR', () => check(writeDense(40))],
    [`a session of ${STROKES} strokes in 2,000 lines`, () => countSession(servers.ours)],
  ];
}

function countRun(words: readonly string[]): number {
  const options = { encoding: 'utf8', maxBuffer: 1e9 } as const;
  return counted(spawnSync('valgrind', [...COUNTER, ...PREDICTABLE, ...words], options).stderr);
}

async function countSession(server: readonly string[]): Promise<number> {
  const typed = middleOf(DECLARATIONS + terraformText(2_000, 'series'));
  const typist = await Typist.start([...COUNTER, ...PREDICTABLE, ...server], typed, 'valgrind');
  typist.client.patience = 1_200_000;
  let said = '';
  typist.client.process.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let stroke = 0; stroke < STROKES; stroke += 1) await typist.strokeToDiagnostics();
  const closed = once(typist.client.process, 'close');
  await typist.client.stop();
  await closed;
  return counted(said);
}

/** Millions. */
function counted(said: string): number {
  const [, count = ''] = /I\s+refs:\s+([\d,]+)/.exec(said) ?? [];
  if (count === '') throw new Error(`valgrind counted nothing: ${said.slice(-400)}`);
  return Number(count.replaceAll(',', '')) / 1e6;
}
