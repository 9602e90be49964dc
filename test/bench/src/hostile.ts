import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostileTexts } from '../../corpus/hostile.ts';
import type { HostileDocument } from '../../unit/support/hostileDocuments.ts';
import { HOSTILE_DOCUMENTS } from '../../unit/support/hostileDocuments.ts';
import type { Setting } from './measurement.ts';
import { processorTime } from './observed.ts';
import { runOnce } from './processes.ts';
import { readWhole } from './reading.ts';
import { median, short } from './statistics.ts';
import type { Row } from './table.ts';

/** What a document under 100 KB may cost: milliseconds on the processors, megabytes. */
const LIMITS = { processor: 2000, megabytes: 300 };

interface Read {
  readonly name: string;
  readonly once: number;
  readonly twice: number;
  readonly nanoseconds: number;
}

/** Texts that hurt readers: time per character, and that twice the text takes about twice the time. */
export function* measureHostileTexts(): Iterable<Row> {
  const reads = hostileTexts.map(({ name, make }): Read => {
    const [small, large] = [make(1), make(2)];
    const once = median([0, 1, 2].map(() => processorTime(() => readWhole(small))));
    const twice = median([0, 1].map(() => processorTime(() => readWhole(large))));
    return { name, once, twice, nanoseconds: (once * 1e6) / Math.max(1, small.length) };
  });
  const isLinear = ({ once, twice }: Read) => twice / once <= 3 || twice < 20;
  const slowest = highest(reads, ({ nanoseconds }) => nanoseconds);
  const steepest = highest(
    reads.filter(({ twice }) => twice >= 20),
    ({ once, twice }) => twice / once,
  );
  yield {
    what: `the slowest of ${reads.length} hostile texts`,
    figure: `${slowest.name}: ${short(slowest.nanoseconds)} ns a character, ${short(slowest.once)} ms for 150 KB`,
    target: '',
    holds: null,
  };
  yield {
    what: 'the steepest of them, twice the text against it',
    figure: `${steepest.name}: ${short(steepest.once)} ms to ${short(steepest.twice)} ms, ${short(steepest.twice / steepest.once)} ×`,
    target: '≤ 3 ×',
    holds: reads.every(isLinear),
  };
}

/** Documents under 100 KB that share parts in every way that a module can: what each costs, against Node alone. */
export function* measureHostileDocuments({ commandLine }: Setting): Iterable<Row> {
  const alone = runOnce(['-e', '0']);
  for (const document of HOSTILE_DOCUMENTS) {
    const folder = writeDocument(document);
    const { processor, megabytes } = runOnce([commandLine, 'check', folder]);
    rmSync(folder, { recursive: true });
    yield {
      what: `hostile document: ${document.name}`,
      figure: `${short(processor)} ms on the processors, ${short(megabytes)} MB; Node alone ${short(alone.processor)} ms, ${short(alone.megabytes)} MB`,
      target: `≤ ${LIMITS.processor} ms, ≤ ${LIMITS.megabytes} MB`,
      holds: processor <= LIMITS.processor && megabytes <= LIMITS.megabytes,
    };
  }
}

function writeDocument({ files }: HostileDocument): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-hostile-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function highest(reads: readonly Read[], of: (read: Read) => number): Read {
  const none: Read = { name: 'none', once: 0, twice: 0, nanoseconds: 0 };
  return reads.reduce((best, read) => (best === none || of(read) > of(best) ? read : best), none);
}
