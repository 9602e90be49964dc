import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import { DECLARATIONS } from './declarations.ts';
import type { Setting } from './measurement.ts';
import { inRounds, readOnce, runOnce, settledMegabytes } from './processes.ts';
import { compare, median, short } from './statistics.ts';
import type { Row } from './table.ts';
import { terraformText } from './workload.ts';

/** The package's limit in bytes, which the tests of the package hold. */
const LARGEST_PACKAGE = 921_600;

/** A workspace of modules with ten files each, a hundred lines a file. */
export function writeDense(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-bench-'));
  for (let index = 0; index < files; index += 1) {
    const directory = join(folder, `module${Math.floor(index / 10)}`);
    mkdirSync(directory, { recursive: true });
    const declared = index % 10 === 0 ? DECLARATIONS : '';
    writeFileSync(join(directory, `file${index}.tf`), declared + terraformText(100, `f${index}`));
  }
  return folder;
}

/** The command line, cold, where every folder concerns ECR: against Node reading the bytes, and against half of it. */
export async function* measureChecking({ commandLine }: Setting): AsyncIterable<Row> {
  const [whole, half] = [writeDense(2000), writeDense(1000)];
  const check = (folder: string) => () => runOnce([commandLine, 'check', '--format', 'json', folder]);
  const { ours, theirs } = await inRounds(3, check(whole), check(half));
  const reading = [0, 1, 2].map(() => readOnce(whole).milliseconds);
  for (const folder of [whole, half]) rmSync(folder, { recursive: true });
  const read = compare(
    ours.map(({ milliseconds }) => milliseconds),
    reading,
    'ms',
  );
  yield {
    what: 'cold check of 2,000 files that all concern ECR, 200,000 lines, against Node reading the bytes',
    figure: `${read.figure}; peak ${short(median(ours.map(({ megabytes }) => megabytes)))} MB`,
    target: '',
    holds: null,
  };
  const doubled = compare(
    ours.map(({ processor }) => processor),
    theirs.map(({ processor }) => processor),
    'ms on the processors',
  );
  yield { what: 'the same against half of it', figure: doubled.figure, target: '≤ 2.4 ×', holds: doubled.ratio <= 2.4 };
}

/** What a server keeps of a workspace in which every folder concerns ECR, against an empty server. */
export async function* measureMemory({ servers }: Setting): AsyncIterable<Row> {
  const folder = writeDense(2000);
  const [client, idle] = [new WireClient(servers.ours), new WireClient(servers.empty)];
  for (const one of [client, idle]) await one.initialize('all', [pathToFileURL(folder).href]);
  await client.request('textDocument/diagnostic', { textDocument: { uri: 'untitled:none.tf' } });
  const [mine, floor] = [await settledMegabytes(client), await settledMegabytes(idle)];
  for (const one of [client, idle]) one.process.kill();
  rmSync(folder, { recursive: true });
  yield {
    what: 'resident with 2,000 files that all concern ECR open as a workspace, against an empty server',
    figure: Number.isNaN(mine)
      ? 'not known on this system'
      : `${short(mine)} MB to ${short(floor)} MB, ${short(mine / floor)} ×`,
    target: '≤ 90 MB',
    holds: Number.isNaN(mine) ? null : mine <= 90,
  };
}

/** The bytes of the package against its limit. */
export function measurePackage({ vsix }: Setting): readonly Row[] {
  const { size } = statSync(vsix);
  const figure = `${size.toLocaleString('en')} bytes, ${short(size / LARGEST_PACKAGE)} × the limit`;
  return [{ what: 'VSIX', figure, target: '< 921,600 bytes', holds: size < LARGEST_PACKAGE }];
}
