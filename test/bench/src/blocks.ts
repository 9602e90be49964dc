import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import type { Servers } from './serving.ts';
import { inTurn, median, percentile, short } from './statistics.ts';
import type { Row } from './table.ts';
import { blocksText, referencesText, terraformText } from './workload.ts';

const FILES = 300;
const REFERENCES_PER_FILE = 7;
const STROKES = 200;
const WARMUP = 20;

/** A folder with files of what a function writes for each. */
function writeFolder(text: (index: number) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-blocks-'));
  for (let index = 0; index < FILES; index += 1) writeFileSync(join(folder, `file${index}.tf`), text(index));
  return folder;
}

/** Every type of ECR, and references between many files of one module. */
export async function measureBlocks(commandLine: string, servers: Servers): Promise<Row[]> {
  return [measureTypes(commandLine), await measureReferences(servers)];
}

function measureTypes(commandLine: string): Row {
  const blocks = writeFolder((index) => blocksText(`b${index}`));
  const lines = blocksText('b0').split('\n').length;
  const usual = writeFolder((index) => terraformText(lines, `u${index}`));
  const check = (folder: string) => () => {
    const start = performance.now();
    spawnSync(process.execPath, [commandLine, 'check', '--format', 'json', folder], { maxBuffer: 1e9 });
    return performance.now() - start;
  };
  const [ours = [], theirs = []] = inTurn(3, [check(blocks), check(usual)]);
  for (const folder of [blocks, usual]) rmSync(folder, { recursive: true });
  const [mine, other] = [median(ours), median(theirs)];
  return {
    what: `cold check of a module of ${FILES} files full of every type of ECR, against repositories and policies of as many lines`,
    figure: `${short(mine)} ms to ${short(other)} ms, ${short(mine / other)} ×`,
    target: '≤ 1.5 ×',
    holds: mine <= 1.5 * other,
  };
}

/** A person who types in one file of a module whose files refer to each other. */
async function measureReferences({ ours }: Servers): Promise<Row> {
  const folder = writeFolder((index) => referencesText(index, FILES, REFERENCES_PER_FILE));
  const path = join(folder, 'file7.tf');
  const text = readFileSync(path, 'utf8');
  const uri = pathToFileURL(path).href;
  const client = new WireClient(ours);
  await client.initialize('all', [pathToFileURL(folder).href]);
  client.open(uri, text);
  const line = text.split('\n').findIndex((one) => one.includes('# typed here'));
  const at = text.split('\n')[line]?.length ?? 0;
  const times: number[] = [];
  for (let stroke = 0; stroke < WARMUP + STROKES; stroke += 1) {
    const isErasing = stroke % 2 === 1;
    const start = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: stroke + 2 },
      contentChanges: [
        {
          range: { start: { line, character: at }, end: { line, character: at + (isErasing ? 1 : 0) } },
          text: isErasing ? '' : 'x',
        },
      ],
    });
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    if (stroke >= WARMUP) times.push(performance.now() - start);
  }
  client.process.kill();
  rmSync(folder, { recursive: true });
  const found = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  const targets = [3, 8, 20];
  return {
    what: `edit to diagnostics in a module of ${FILES} files with ${(FILES * REFERENCES_PER_FILE).toLocaleString('en')} references, p50 / p95 / p99 of ${STROKES} strokes`,
    figure: `${found.map(short).join(' / ')} ms`,
    target: `≤ ${targets.join(' / ')} ms`,
    holds: found.every((time, index) => time <= (targets[index] ?? 0)),
  };
}
