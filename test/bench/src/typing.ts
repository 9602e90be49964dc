import { DECLARATIONS } from './declarations.ts';
import type { Setting } from './measurement.ts';
import { observed } from './observed.ts';
import { median, percentile, short, spread } from './statistics.ts';
import type { Row } from './table.ts';
import type { Stroke, Typed } from './typist.ts';
import { middleOf, Typist } from './typist.ts';
import { computedText, terraformText } from './workload.ts';

/** The strokes of a series, including collection pauses; only those before, which warm the engine up, are left out. */
const STROKES = 2000;
const WARMUP = 100;

/** The strokes whose median is one value of the spread. */
const PART = 200;

interface Series {
  readonly name: string;
  readonly typed: Typed;
  /** Milliseconds of p50, p95 and p99; null for a share without a target. */
  readonly targets: readonly [number | null, number | null, number | null];
}

function seriesOf(): readonly Series[] {
  const shared = DECLARATIONS + computedText(2_000, 'edit');
  const isShared = (line: string) => line.includes('countNumber = 14');
  return [
    { name: '2,000 lines', typed: middleOf(DECLARATIONS + terraformText(2_000, 'series')), targets: [1.5, 5, 12] },
    { name: '20,000 lines', typed: middleOf(DECLARATIONS + terraformText(20_000, 'series')), targets: [3, 8, 20] },
    {
      name: '2,000 lines of computed policies',
      typed: middleOf(shared, 'rulePriority = index'),
      targets: [null, 5, null],
    },
    {
      name: 'what all policies of 2,000 lines share',
      typed: { text: shared, line: shared.split('\n').findIndex(isShared) },
      targets: [null, 10, null],
    },
  ];
}

/** Long typing and erasing, stroke by stroke next to a server that does nothing. */
export async function* measureTyping({ servers }: Setting): AsyncIterable<Row> {
  for (const series of seriesOf()) yield await measureSeries(servers.ours, servers.empty, series);
}

async function measureSeries(
  ours: readonly string[],
  empty: readonly string[],
  { name, typed, targets }: Series,
): Promise<Row> {
  const { command, pauses } = observed(ours);
  const typist = await Typist.start(command, typed);
  const idler = await Typist.start(empty, typed);
  const [strokes, floor]: [Stroke[], Stroke[]] = [[], []];
  for (let stroke = 0; stroke < WARMUP + STROKES; stroke += 1) {
    const [mine, theirs] = [await typist.strokeToDiagnostics(), await idler.strokeToDiagnostics()];
    if (stroke < WARMUP) continue;
    strokes.push(mine);
    floor.push(theirs);
  }
  for (const one of [typist, idler]) await one.stop();
  const [wall, processor] = [sharesOf(strokes.map(({ wall }) => wall)), sharesOf(strokes.map((one) => one.processor))];
  const [least, parts] = [sharesOf(floor.map(({ wall }) => wall)), partsOf(strokes, floor)];
  const told = [
    `${wall.map(short).join(' / ')} ms`,
    `${processor.map(short).join(' / ')} ms on a processor`,
    `empty server ${least.map(short).join(' / ')} ms, ${short(median(parts))} × (${spread(parts)})`,
    describePauses(pauses()),
  ];
  return {
    what: `edit to diagnostics, ${name}, p50 / p95 / p99 of ${STROKES} strokes`,
    figure: told.join('; '),
    target: `≤ ${targets.map((target) => target ?? '–').join(' / ')} ms`,
    holds: targets.every((target, index) => target === null || (wall[index] ?? Number.NaN) <= target),
  };
}

function sharesOf(times: readonly number[]): readonly number[] {
  return [0.5, 0.95, 0.99].map((share) => percentile(times, share));
}

/** The ratios of the medians of one part of the series after the other. */
function partsOf(strokes: readonly Stroke[], floor: readonly Stroke[]): readonly number[] {
  const medianIn = (from: readonly Stroke[], start: number) =>
    median(from.slice(start, start + PART).map(({ wall }) => wall));
  const starts = Array.from({ length: STROKES / PART }, (_, index) => index * PART);
  return starts.map((start) => medianIn(strokes, start) / medianIn(floor, start));
}

function describePauses(pauses: readonly number[]): string {
  const total = pauses.reduce((sum, pause) => sum + pause, 0);
  return `${pauses.length} collection pauses, ${short(Math.max(0, ...pauses))} ms the longest, ${short(total)} ms together`;
}
