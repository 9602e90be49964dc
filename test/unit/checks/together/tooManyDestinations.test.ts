import { describe, expect, it } from 'vitest';
import { problemLines } from '../../support/checkProblems.ts';

const destinations = (count: number, region: string) =>
  Array.from(
    { length: count },
    (_, index) => `      destination {
        region      = "${region}"
        registry_id = "1111222200${String(index).padStart(2, '0')}"
      }
`,
  ).join('');

/** A replication configuration with a rule for each count; each rule replicates to a region of its own. */
function configuration(counts: readonly number[]): string {
  const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
  const rules = counts.map((count, index) => `    rule {\n${destinations(count, regions[index] ?? '')}    }\n`);
  return `resource "aws_ecr_replication_configuration" "main" {\n  replication_configuration {\n${rules.join('')}  }\n}\n`;
}

describe('too many destinations', () => {
  it.each([
    { counts: [25], ids: [] },
    { counts: [12, 13], ids: [] },
    { counts: [26], ids: ['block-count'] },
    { counts: [40], ids: ['block-count'] },
    { counts: [3, 26], ids: ['block-count'] },
    { counts: [26, 26], ids: ['block-count', 'block-count'] },
    { counts: [13, 13], ids: ['replication-limits'] },
    { counts: [20, 20], ids: ['replication-limits'] },
    { counts: [10, 10, 10], ids: ['replication-limits'] },
    { counts: [25, 1], ids: ['replication-limits'] },
  ])('are reported once for one cause: rules with $counts', ({ counts, ids }) => {
    const found = problemLines({ 'main.tf': configuration(counts) }).filter((line) =>
      /block-count|replication-limits/.test(line),
    );
    expect(found.map((line) => /block-count|replication-limits/.exec(line)?.[0])).toEqual(ids);
  });
});
