import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemLines } from '../../support/checkProblems.ts';

const FOLDER = new URL('../../../corpus/registry/', import.meta.url);

/** The files that the modules read. */
const POLICY = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 10 },
      action: { type: 'expire' },
    },
  ],
});
const BESIDE = { 'policy.json': POLICY, 'usage.md': 'How it is used', 'logo.png': '' };

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.tf'));

describe('correct modules of the registry, in the shapes that people publish', () => {
  it('are many', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names)('%s has no error and no warning', (name) => {
    const files = { 'main.tf': readFileSync(new URL(name, FOLDER), 'utf8'), ...BESIDE };
    expect(problemLines(files).filter((line) => / (error|warning) /.test(line))).toEqual([]);
  });
});
