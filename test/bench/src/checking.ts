import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DECLARATIONS } from './declarations.ts';
import { inTurn, median, short } from './statistics.ts';
import type { Row } from './table.ts';
import { terraformText } from './workload.ts';

/** A workspace of modules with ten files each, a hundred lines a file. */
export function writeWorkspace(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-bench-'));
  for (let index = 0; index < files; index += 1) {
    const directory = join(folder, `module${Math.floor(index / 10)}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(
      join(directory, `file${index}.tf`),
      (index % 10 === 0 ? DECLARATIONS : '') + terraformText(100, `f${index}`),
    );
  }
  return folder;
}

/** The command line on a large workspace, cold, and on half of it. */
export function measureChecking(commandLine: string, vsix: string): Row[] {
  const [whole, half] = [writeWorkspace(2000), writeWorkspace(1000)];
  const check = (folder: string) => () => {
    const start = performance.now();
    spawnSync(process.execPath, [commandLine, 'check', '--format', 'json', folder], { maxBuffer: 1e9 });
    return performance.now() - start;
  };
  const [wholeTimes = [], halfTimes = []] = inTurn(3, [check(whole), check(half)]);
  for (const folder of [whole, half]) rmSync(folder, { recursive: true });
  const [large, small] = [median(wholeTimes), median(halfTimes)];
  const kilobytes = statSync(vsix).size / 1024;
  return [
    {
      what: 'cold check of 2,000 files, 200,000 lines',
      figure: `${short(large)} ms`,
      target: '≤ 1,000 ms',
      holds: large <= 1000,
    },
    {
      what: 'the same against half of it',
      figure: `${short(large / small)} ×`,
      target: 'about 2 ×',
      holds: large / small <= 2.4,
    },
    {
      what: 'VSIX',
      figure: `${short(kilobytes)} KB`,
      target: '< 900 KB',
      holds: kilobytes < 900,
    },
  ];
}
