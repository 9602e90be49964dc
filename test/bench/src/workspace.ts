import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DECLARATIONS } from './declarations.ts';
import type { Setting } from './measurement.ts';
import { inRounds, openOnce, readOnce, runOnce, startEmpty } from './processes.ts';
import { compare, median, short, spread } from './statistics.ts';
import type { Row } from './table.ts';
import { neighbourText, terraformText } from './workload.ts';

const ROUNDS = 5;

export interface Sparse {
  readonly folder: string;
  /** A file with a policy. */
  readonly opened: string;
}

/** Ten files a folder, a hundred lines a file or `lines`; one folder in fourteen concerns ECR. */
export function writeSparse(files: number, lines: number): Sparse {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-sparse-'));
  let opened = '';
  for (let index = 0; index < files; index += 1) {
    const directory = Math.floor(index / 10);
    const path = join(folder, `team${Math.floor(directory / 20)}`, `module${directory}`, `file${index}.tf`);
    mkdirSync(join(path, '..'), { recursive: true });
    const concerns = directory % 14 === 3;
    const declared = index % 10 === 0 ? DECLARATIONS : '';
    const ofEcr = concerns ? terraformText(30, `e${index}`) : '';
    writeFileSync(path, declared + ofEcr + neighbourText(concerns ? lines - 60 : lines - 10, `n${index}`));
    if (concerns) opened = path;
  }
  return { folder, opened };
}

/** The command line and the server in a workspace of 2,000 files that is mostly about other things. */
export async function* measureWorkspace(setting: Setting): AsyncIterable<Row> {
  const sparse = writeSparse(2000, 100);
  const what = 'cold check of 2,000 files of which little concerns ECR, against Node reading the bytes';
  yield* measureCheck(what, setting, sparse, { rounds: ROUNDS, times: 4, megabytes: 100 });
  yield* measureOpening(setting, sparse);
  rmSync(sparse.folder, { recursive: true });
}

/** The same command in a workspace of 30,000 files. */
export async function* measureHuge(setting: Setting): AsyncIterable<Row> {
  const sparse = writeSparse(30_000, 63);
  const what = 'cold check of 30,000 files, 1.9 million lines, against Node reading the bytes';
  yield* measureCheck(what, setting, sparse, { rounds: 3, times: 5, megabytes: 300 });
  rmSync(sparse.folder, { recursive: true });
}

async function* measureCheck(
  what: string,
  { commandLine }: Setting,
  { folder }: Sparse,
  limits: { readonly rounds: number; readonly times: number; readonly megabytes: number },
): AsyncIterable<Row> {
  const { ours, theirs } = await inRounds(
    limits.rounds,
    () => runOnce([commandLine, 'check', folder]),
    () => readOnce(folder),
  );
  const [mine, other] = [ours, theirs].map((runs) => runs.map(({ milliseconds }) => milliseconds));
  const wall = compare(mine ?? [], other ?? [], 'ms');
  yield { what, figure: wall.figure, target: `≤ ${limits.times} ×`, holds: wall.ratio <= limits.times };
  const used = [ours, theirs].map((runs) => runs.map(({ processor }) => processor));
  const processor = compare(used[0] ?? [], used[1] ?? [], 'ms').figure;
  yield { what: 'the same on the processors', figure: processor, target: '', holds: null };
  const peaks = ours.map(({ megabytes }) => megabytes);
  yield {
    what: 'its peak memory',
    figure: `${short(median(peaks))} MB (${spread(peaks)}); Node reading ${short(median(theirs.map(({ megabytes }) => megabytes)))} MB`,
    target: `≤ ${limits.megabytes} MB`,
    holds: median(peaks) <= limits.megabytes,
  };
}

/** From a cold start to the problems of an opened file, against an empty server's answer to `initialize`. */
async function* measureOpening({ servers }: Setting, { folder, opened }: Sparse): AsyncIterable<Row> {
  for (const [way, abilities] of [
    ['pull', 'all'],
    ['push', 'few'],
  ] as const) {
    const { ours, theirs } = await inRounds(
      ROUNDS,
      () => openOnce(servers.ours, abilities, folder, opened),
      () => startEmpty(servers.empty),
    );
    const of = (figure: 'milliseconds' | 'megabytes', unit: string) =>
      compare(
        ours.map((run) => run[figure]),
        theirs.map((run) => run[figure]),
        unit,
      );
    const [started, resident] = [of('milliseconds', 'ms'), of('megabytes', 'MB')];
    yield {
      what: `cold start to the problems of an opened file by ${way}, against an empty server's initialize`,
      figure: started.figure,
      target: '≤ 2 ×',
      holds: started.ratio <= 2,
    };
    yield {
      what: `resident after the walk by ${way}, against an empty server`,
      figure: resident.figure,
      target: '≤ 1.5 ×',
      holds: resident.ratio <= 1.5,
    };
  }
}
