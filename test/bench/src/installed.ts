import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Servers } from './serving.ts';
import type { Run } from './sparse.ts';
import { openOnce, runOnce, spread } from './sparse.ts';
import { median, short } from './statistics.ts';
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
export async function measureInstalled(commandLine: string, { ours }: Servers): Promise<Row[]> {
  const folders = [writeFolder(true), writeFolder(false)] as const;
  const checks: Run[][] = [[], []];
  const starts: Run[][] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, folder] of folders.entries()) {
      checks[index]?.push(runOnce([commandLine, 'check', folder]));
      starts[index]?.push(await openOnce(ours, 'few', folder, join(folder, 'main.tf')));
    }
  }
  for (const folder of folders) rmSync(folder, { recursive: true });
  return [...rowsOf('check', checks), ...rowsOf('start to the problems of an opened file', starts)];
}

function rowsOf(what: string, [having = [], lacking = []]: readonly (readonly Run[])[]): Row[] {
  const beside = `beside ${MODULES} installed modules of ${FILES} files each, against none`;
  const row = (name: string, unit: string, of: (run: Run) => number): Row => {
    const ratios = having.map((run, index) => of(run) / of(lacking[index] ?? run));
    const [more, less] = [median(having.map(of)), median(lacking.map(of))];
    const figure = `${short(more)} ${unit} to ${short(less)} ${unit}, ${short(median(ratios))} × (${spread(ratios)})`;
    return { what: `${name} ${beside}`, figure, target: '≤ 1.1 ×', holds: median(ratios) <= 1.1 };
  };
  return [
    row(what, 'ms', ({ milliseconds }) => milliseconds),
    row(`memory after ${what}`, 'MB', ({ megabytes }) => megabytes),
  ];
}
