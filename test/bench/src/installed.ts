import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Setting } from './measurement.ts';
import type { Rounds, Run } from './processes.ts';
import { inRounds, openOnce, runOnce } from './processes.ts';
import { compare } from './statistics.ts';
import type { Row } from './table.ts';
import { neighbourText, terraformText } from './workload.ts';

const MODULES = 30;
const FILES = 40;
const ROUNDS = 5;

/** A folder with a policy, and beside it what `terraform init` has installed for calls that nobody asks about. */
function writeFolder(isInstalled: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-installed-'));
  writeFileSync(join(folder, 'main.tf'), terraformText(200, 'own'));
  const list = [{ Key: '', Source: '', Dir: '.' }];
  for (let index = 0; isInstalled && index < MODULES; index += 1) {
    const Dir = `.terraform/modules/m${index}`;
    list.push({ Key: `m${index}`, Source: `registry.terraform.io/acme/m${index}/aws`, Dir });
    mkdirSync(join(folder, Dir), { recursive: true });
    for (let file = 0; file < FILES; file += 1) {
      const text = terraformText(30, `m${index}f${file}`) + neighbourText(70, `n${index}f${file}`);
      writeFileSync(join(folder, Dir, `file${file}.tf`), text);
    }
  }
  if (isInstalled) writeFileSync(join(folder, '.terraform/modules/modules.json'), JSON.stringify({ Modules: list }));
  return folder;
}

/** Time and memory of the command line and the server, each with and without the installed modules. */
export async function* measureInstalled({ commandLine, servers }: Setting): AsyncIterable<Row> {
  const [having, lacking] = [writeFolder(true), writeFolder(false)];
  const check = (folder: string) => () => runOnce([commandLine, 'check', folder]);
  yield* rowsOf('check', await inRounds(ROUNDS, check(having), check(lacking)));
  const open = (folder: string) => () => openOnce(servers.ours, 'few', folder, join(folder, 'main.tf'));
  yield* rowsOf('start to the problems of an opened file', await inRounds(ROUNDS, open(having), open(lacking)));
  for (const folder of [having, lacking]) rmSync(folder, { recursive: true });
}

function rowsOf(what: string, { ours, theirs }: Rounds): readonly Row[] {
  const beside = `beside ${MODULES} installed modules of ${FILES} files each, against none`;
  const row = (name: string, unit: string, of: (run: Run) => number): Row => {
    const { figure, ratio } = compare(ours.map(of), theirs.map(of), unit);
    return { what: `${name} ${beside}`, figure, target: '≤ 1.1 ×', holds: ratio <= 1.1 };
  };
  return [
    row(what, 'ms', ({ milliseconds }) => milliseconds),
    row(`memory after ${what}`, 'MB', ({ megabytes }) => megabytes),
  ];
}
