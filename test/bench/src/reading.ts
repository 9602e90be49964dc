import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse as parseOfficially } from '@cdktn/hcl2json';
import { Language, Parser } from 'web-tree-sitter';
import type { SyntaxFile } from '../../../server/src/syntax/tree/file.ts';
import { openSyntaxFile, updateSyntaxFile } from '../../../server/src/syntax/tree/file.ts';
import { processorTime } from './observed.ts';
import { compare, inTurnLater, short } from './statistics.ts';
import type { Row } from './table.ts';
import { terraformText } from './workload.ts';

const ROUNDS = 9;

/** Reads every piece, so that nothing stays lazy. */
export function readWhole(text: string): void {
  for (const { piece } of openSyntaxFile(text).pieces) void piece.tree.body;
}

/** The speed of reading compared with the other parsers, on the same text in the same run. */
export async function* measureReading(): AsyncIterable<Row> {
  const text = terraformText(20_000, 'reading');
  const megabytes = Buffer.byteLength(text) / 1e6;
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm');
  const parser = new Parser().setLanguage(await Language.load(new Uint8Array(await readFile(grammar))));
  for (let warmup = 0; warmup < 5; warmup += 1) readWhole(text);
  const [ours = [], treeSitter = [], official = []] = await inTurnLater(ROUNDS, [
    async () => processorTime(() => readWhole(text)),
    async () => processorTime(() => parser.parse(text)?.delete()),
    async () => {
      const before = process.cpuUsage();
      await parseOfficially('bench.tf', text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    },
  ]);
  for (const [name, theirs, least] of [
    ["tree-sitter's HCL grammar", treeSitter, 8],
    ['the official parser as WASM', official, 20],
  ] as const) {
    const { figure, ratio, theirs: mine } = compare(theirs, ours, 'ms');
    yield {
      what: `reading 20,000 lines whole: ${name} against ours`,
      figure: `${figure}; ours ${short((megabytes / mine) * 1000)} MB/s`,
      target: `≥ ${least} ×`,
      holds: ratio >= least,
    };
  }
  yield measureKeystroke(text);
}

/** One character typed in the middle of a large file, against reading the file whole: text to trees. */
function measureKeystroke(text: string): Row {
  const middle = text.indexOf('countNumber', text.length / 2);
  let file: SyntaxFile = openSyntaxFile(text);
  readWhole(text);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let stroke = 0; stroke < 60; stroke += 1) {
    const next = `${text.slice(0, middle)}${'x'.repeat(stroke % 9)}${text.slice(middle)}`;
    ours.push(
      processorTime(() => {
        file = updateSyntaxFile(file, next);
        for (const { piece } of file.pieces) void piece.tree.body;
      }),
    );
    theirs.push(processorTime(() => readWhole(next)));
  }
  const { figure, ratio } = compare(ours, theirs, 'ms');
  return {
    what: 'keystroke to trees in 20,000 lines, against reading them whole',
    figure,
    target: '≤ 0.2 ×',
    holds: ratio <= 0.2,
  };
}
