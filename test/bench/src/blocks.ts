import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WireClient } from '../../wire/client.ts';
import type { Setting } from './measurement.ts';
import { inRounds, runOnce } from './processes.ts';
import { compare, median, percentile, short, spread } from './statistics.ts';
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

/** A module full of every type of ECR, against one of repositories and policies of as many lines. */
export async function* measureTypes({ commandLine }: Setting): AsyncIterable<Row> {
  const blocks = writeFolder((index) => blocksText(`b${index}`));
  const lines = blocksText('b0').split('\n').length;
  const usual = writeFolder((index) => terraformText(lines, `u${index}`));
  const check = (folder: string) => () => runOnce([commandLine, 'check', '--format', 'json', folder]);
  const { ours, theirs } = await inRounds(3, check(blocks), check(usual));
  for (const folder of [blocks, usual]) rmSync(folder, { recursive: true });
  const [mine, other] = [ours, theirs].map((runs) => runs.map(({ processor }) => processor));
  const { figure, ratio } = compare(mine ?? [], other ?? [], 'ms on the processors');
  yield {
    what: `cold check of a module of ${FILES} files full of every type of ECR, against repositories and policies of as many lines`,
    figure,
    target: '≤ 1.5 ×',
    holds: ratio <= 1.5,
  };
}

/** A person who types in one file of a module whose files refer to each other, next to an empty server. */
export async function* measureReferences({ servers }: Setting): AsyncIterable<Row> {
  const folder = writeFolder((index) => referencesText(index, FILES, REFERENCES_PER_FILE));
  const clients = [new WireClient(servers.ours), new WireClient(servers.empty)] as const;
  const path = join(folder, 'file7.tf');
  const text = readFileSync(path, 'utf8');
  const uri = pathToFileURL(path).href;
  for (const client of clients) {
    await client.initialize('all', [pathToFileURL(folder).href]);
    client.open(uri, text);
  }
  const line = text.split('\n').findIndex((one) => one.includes('# typed here'));
  const at = text.split('\n')[line]?.length ?? 0;
  const times: [number[], number[]] = [[], []];
  for (let stroke = 0; stroke < WARMUP + STROKES; stroke += 1) {
    const range = { start: { line, character: at }, end: { line, character: at + (stroke % 2) } };
    const change = {
      textDocument: { uri, version: stroke + 2 },
      contentChanges: [{ range, text: stroke % 2 === 1 ? '' : 'x' }],
    };
    for (const [index, client] of clients.entries()) {
      const start = performance.now();
      client.notify('textDocument/didChange', change);
      await client.ask('textDocument/diagnostic', { textDocument: { uri } });
      if (stroke >= WARMUP) times[index === 0 ? 0 : 1].push(performance.now() - start);
    }
  }
  for (const client of clients) client.process.kill();
  rmSync(folder, { recursive: true });
  yield referencesRow(...times);
}

function referencesRow(ours: readonly number[], empty: readonly number[]): Row {
  const sharesOf = (times: readonly number[]) => [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  const targets = [3, 8, 20];
  const parts = [0, 50, 100, 150].map((at) => median(ours.slice(at, at + 50)) / median(empty.slice(at, at + 50)));
  return {
    what: `edit to diagnostics in a module of ${FILES} files with ${(FILES * REFERENCES_PER_FILE).toLocaleString('en')} references, p50 / p95 / p99 of ${STROKES} strokes`,
    figure: `${sharesOf(ours).map(short).join(' / ')} ms; empty server ${sharesOf(empty).map(short).join(' / ')} ms, ${short(median(parts))} × (${spread(parts)})`,
    target: `≤ ${targets.join(' / ')} ms`,
    holds: sharesOf(ours).every((time, index) => time <= (targets[index] ?? 0)),
  };
}
