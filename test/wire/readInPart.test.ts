import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { HOSTILE_DOCUMENTS } from '../unit/support/hostileDocuments.ts';
import { BINARY, folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

/** The megabytes that a check of a small document may use. */
const MEMORY = 300;

describe('a small document that costs much', () => {
  it.each(HOSTILE_DOCUMENTS.map(({ name, files }) => [name, files] as const))(
    'is checked within the memory, and what was not followed is said: %s',
    (_, files) => {
      const folder = folderWith(files);
      const words = [
        `--max-old-space-size=${MEMORY}`,
        BINARY,
        'check',
        '--format',
        'json',
        '--min-severity',
        'hint',
        '.',
      ];
      const { status, stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
      expect([0, 1]).toContain(status);
      const { problems, unread, summary } = JSON.parse(stdout);
      expect(summary.files).toBe(Object.keys(files).length);
      for (const { because } of unread)
        expect(because).toMatch(/^it is read in part: .* too large to be followed whole$/);
      const rules = new Set(problems.map(({ rule }: { readonly rule: string }) => rule));
      // None of them is both right and small, so silence would be a miss; what was given up is named in every output.
      expect(rules.size).toBeGreaterThan(0);
      if (rules.has('policy-too-large')) expect(unread).toHaveLength(1);
    },
  );

  it('is told in words too', () => {
    const chain = Array.from({ length: 60 }, (_, index) =>
      index === 0
        ? '  l0 = [for x in range(1000) : x]'
        : `  l${index} = concat(local.l${index - 1}, local.l${index - 1})`,
    );
    const policy =
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = jsonencode({ rules = local.l59 })\n}\n';
    const { stdout, stderr } = run(
      folderWith({ 'main.tf': `locals {\n${chain.join('\n')}\n}\n\n${policy}` }),
      'check',
      '.',
    );
    expect(stderr).toContain('main.tf is read in part: the block in line 63 is too large to be followed whole');
    expect(stdout).toContain('; 1 file read in part');
  });
});
