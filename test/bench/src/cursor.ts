import { DECLARATIONS } from './declarations.ts';
import type { Setting } from './measurement.ts';
import { median, percentile, short } from './statistics.ts';
import type { Row } from './table.ts';
import { middleOf, Typist } from './typist.ts';
import { terraformText } from './workload.ts';

const STROKES = 1000;
const WARMUP = 200;
const METHODS = ['completion', 'hover'] as const;

/** Completion and hover right after each character, next to a server that answers the same requests with nothing. */
export async function* measureCursor({ servers }: Setting): AsyncIterable<Row> {
  for (const lineCount of [2_000, 20_000]) {
    const typed = middleOf(DECLARATIONS + terraformText(lineCount, 'typing'), 'countType');
    const typists = [await Typist.start(servers.ours, typed), await Typist.start(servers.empty, typed)] as const;
    const [ours, empty] = [new Times(), new Times()];
    for (let stroke = 0; stroke < WARMUP + STROKES; stroke += 1) {
      // Each method comes first after every second stroke: the second question finds the work of the first.
      const order = Math.floor(stroke / 8) % 2 === 0 ? METHODS : ([METHODS[1], METHODS[0]] as const);
      for (const [index, times] of [ours, empty].entries()) {
        typists[index === 0 ? 0 : 1].stroke();
        for (const method of order) await times.note(typists[index === 0 ? 0 : 1], method, stroke >= WARMUP);
      }
    }
    for (const typist of typists) await typist.stop();
    for (const method of METHODS) yield rowOf(method, lineCount, ours.of[method], empty.of[method]);
  }
}

class Times {
  readonly of: Record<(typeof METHODS)[number], number[]> = { completion: [], hover: [] };

  async note(typist: Typist, method: (typeof METHODS)[number], counts: boolean): Promise<void> {
    const start = performance.now();
    await typist.ask(method, method === 'hover' ? 8 : 1);
    if (counts) this.of[method].push(performance.now() - start);
  }
}

function rowOf(method: string, lineCount: number, ours: readonly number[], empty: readonly number[]): Row {
  const [p95, floor] = [percentile(ours, 0.95), percentile(empty, 0.95)];
  const medians = `median ${short(median(ours))} to ${short(median(empty))} ms`;
  return {
    what: `${method} p95 while typing, ${lineCount.toLocaleString('en')} lines, over an empty server's round trip`,
    figure: `${short(p95)} to ${short(floor)} ms, ${short(p95 - floor)} ms over it, ${short(p95 / floor)} ×; ${medians}`,
    target: '≤ 2 ms over it',
    holds: p95 - floor <= 2,
  };
}
