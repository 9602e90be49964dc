import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse as parseOfficially } from '@cdktn/hcl2json';
import { Language, Parser } from 'web-tree-sitter';
import { openSyntaxFile, updateSyntaxFile } from '../../../server/src/syntax/tree/file.ts';
import { hostileTexts } from '../../corpus/hostile.ts';
import { inTurn, median, short, time } from './statistics.ts';
import type { Row } from './table.ts';
import { terraformText } from './workload.ts';

/** Reads every piece, so that nothing stays lazy. */
function readWhole(text: string): void {
  for (const { piece } of openSyntaxFile(text).pieces) void piece.tree.body;
}

/** The speed of reading compared with the other parsers, on the same text in the same run. */
export async function measureReading(): Promise<Row[]> {
  const text = terraformText(20_000, 'reading');
  const megabytes = Buffer.byteLength(text) / 1e6;
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm');
  const parser = new Parser().setLanguage(await Language.load(new Uint8Array(await readFile(grammar))));
  for (let warmup = 0; warmup < 5; warmup += 1) readWhole(text);
  const [ours = [], theirs = []] = inTurn(9, [
    () => time(() => readWhole(text)),
    () => time(() => parser.parse(text)?.delete()),
  ]);
  const official: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    await parseOfficially('bench.tf', text);
    official.push(performance.now() - start);
  }
  const mine = median(ours);
  const [treeSitter, wasm] = [median(theirs) / mine, median(official) / mine];
  return [
    {
      what: 'reading 20,000 lines',
      figure: `${short(mine)} ms, ${short((megabytes / mine) * 1000)} MB/s`,
      target: '',
      holds: null,
    },
    {
      what: "reading, against tree-sitter's HCL grammar",
      figure: `${short(treeSitter)} ×`,
      target: '≥ 5 ×',
      holds: treeSitter >= 5,
    },
    {
      what: 'reading, against the official parser as WASM',
      figure: `${short(wasm)} ×`,
      target: '≥ 20 ×',
      holds: wasm >= 20,
    },
    ...measureKeystrokes(),
    ...measureHostile(),
  ];
}

/** One character typed in the middle of a large file: text to trees. */
function measureKeystrokes(): Row[] {
  const text = terraformText(20_000, 'typing');
  const middle = text.indexOf('countNumber', text.length / 2);
  let file = openSyntaxFile(text);
  const times: number[] = [];
  for (let stroke = 0; stroke < 60; stroke += 1) {
    const next = `${text.slice(0, middle)}${'x'.repeat(stroke % 9)}${text.slice(middle)}`;
    times.push(
      time(() => {
        file = updateSyntaxFile(file, next);
        for (const { piece } of file.pieces) void piece.tree.body;
      }),
    );
  }
  return [{ what: 'keystroke to trees, 20,000 lines', figure: `${short(median(times))} ms`, target: '', holds: null }];
}

/** Hostile texts: time per byte, and that twice the text takes about twice the time. */
function measureHostile(): Row[] {
  return hostileTexts.map(({ name, make }) => {
    const [small, large] = [make(1), make(2)];
    readWhole(small);
    const once = median([0, 1, 2].map(() => time(() => readWhole(small))));
    const twice = median([0, 1, 2].map(() => time(() => readWhole(large))));
    const ratio = twice / Math.max(once, 0.05);
    const perByte = (once * 1e6) / Math.max(1, small.length);
    return {
      what: `hostile: ${name}`,
      figure: `${short(perByte)} ns a character, doubled ${short(ratio)} ×`,
      target: 'doubled ≤ 3 ×',
      holds: ratio <= 3 || twice < 5,
    };
  });
}
