import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printNumber } from '../../../server/src/facts/printNumber.ts';
import { printBytes, printCount } from '../../../server/src/simulate/amounts.ts';
import { isoDate } from '../../../server/src/simulate/time/clock.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const sources = execFileSync('git', ['ls-files', 'server/src', 'client/src'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts'));

/** The sources that contain a pattern, except those whose job it is. */
function sourcesWith(pattern: RegExp, ...writers: readonly string[]): readonly string[] {
  return sources.filter(
    (file) => !writers.some((writer) => file.endsWith(writer)) && pattern.test(readFileSync(join(ROOT, file), 'utf8')),
  );
}

describe('numbers, sizes and dates', () => {
  it.each([
    [printNumber(999), '999'],
    [printNumber(30_720), '30,720'],
    [printCount(1, 'image'), '1 image'],
    [printCount(3000, 'image'), '3,000 images'],
    [printBytes(999), '999 B'],
    [printBytes(54_321_000), '54.3 MB'],
    [printBytes(8_100_000_000), '8.1 GB'],
    [isoDate(Date.UTC(2026, 0, 31, 12)), '2026-01-31T12:00:00Z'],
  ])('are written as %s', (written, expected) => {
    expect(written).toBe(expected);
  });

  it('are written by one function each', () => {
    expect(sourcesWith(/toLocaleString|NumberFormat/, 'facts/printNumber.ts', 'syntax/shown/say.ts')).toEqual([]);
    expect(sourcesWith(/toISOString/, 'simulate/time/clock.ts', 'functions/dates.ts')).toEqual([]);
    expect(sourcesWith(/toLocale(?:Date|Time)String|DateTimeFormat|toFixed\(/)).toEqual([]);
    expect(sourcesWith(/'(?:KB|MB|GB|KiB)'/, 'simulate/amounts.ts')).toEqual([]);
  });
});
