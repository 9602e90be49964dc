import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, withCopy } from '../support/copyOfProject.ts';
import { isLong } from '../support/longTests.ts';

const CHECK = 'server/src/checks/repository/repositoryOwnerTag.ts';
const COPIED = [
  'package.json',
  'package.nls.json',
  'package.nls.de.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'docs/rules/README.md',
  'CHANGELOG.md',
];
const FOLDERS = [
  'scripts',
  'server',
  'client',
  'docs',
  'test/unit',
  'test/corpus',
  'test/vectors',
  'examples',
  'snippets',
];

type Run = (script: string, ...words: string[]) => string;

/** A copy of a contributor's files, and how to run a script in it that says nothing on its error output. */
function withContributor(use: (folder: string, run: Run) => void): void {
  withCopy([...COPIED, ...FOLDERS, 'test/vitest.config.ts'], (folder) => {
    use(folder, (script, ...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    });
  });
}

describe('npm run new-check', () => {
  it('writes check, test and page, registers them, and leaves nothing stale', () => {
    withContributor((folder, run) => {
      const said = run('scripts/newCheck.mjs', 'repository-owner-tag', 'repository');
      const written = [
        CHECK,
        'test/unit/checks/repository/repositoryOwnerTag.test.ts',
        'docs/rules/repository-owner-tag.md',
      ];
      for (const path of written) expect(said).toContain(path);
      const read = (path: string) => readFileSync(join(folder, path), 'utf8');
      expect(read('server/src/checks/registry.ts')).toContain('  repositoryOwnerTag,\n');
      expect(read('docs/rules/README.md')).toContain('| [repository-owner-tag](repository-owner-tag.md) | hint |');
      expect(read('docs/rules/repository-owner-tag.md')).toMatch(
        /^# repository-owner-tag\n\n.*Severity: \*\*hint\*\*\.\n/,
      );
      expect(run('scripts/generate.mjs', '--check')).toBe('');
      writeFileSync(join(folder, CHECK), read(CHECK).replace("severity: 'hint'", "severity: 'info'"));
      expect(run('scripts/generate.mjs')).toBe(
        'written: docs/rules/README.md\nwritten: docs/rules/repository-owner-tag.md\n',
      );
    });
  });

  it.runIf(isLong())('a check that speaks of nearly every block fails one test file', { timeout: 900_000 }, () => {
    withContributor((folder, run) => {
      run('scripts/newCheck.mjs', 'repository-owner-tag', 'repository');
      for (const [path, text] of Object.entries(WIDESPREAD)) writeFileSync(join(folder, path), text);
      run('scripts/generate.mjs');
      // Until the recording is refreshed; the author has written the check, its test and its page.
      expect(failedFiles(folder)).toEqual(['checks/corpus.test.ts']);
    });
  });
});

/** The test files that fail in a copy, by their paths in `test/unit`. */
function failedFiles(folder: string): string[] {
  const report = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const rooms = ['checks', 'problems', 'report', 'service'].map((room) => `test/unit/${room}/`);
  const words = [
    'run',
    '--config',
    'test/vitest.config.ts',
    ...rooms,
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { TERRAFORM_ECR_LONG_TESTS: _, ...env } = process.env;
  spawnSync(process.execPath, [vitest, ...words], { cwd: folder, env, stdio: 'ignore' });
  const { testResults }: { readonly testResults: readonly { readonly status: string; readonly name: string }[] } =
    JSON.parse(readFileSync(report, 'utf8'));
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name.replaceAll('\\', '/').split('/test/unit/')[1] ?? '');
}

const REPOSITORY = (tags: string) => `resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
${tags}
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}

variable "policy" {}
`;

/** What an author writes: the check, its test and its page. */
const WIDESPREAD: Readonly<Record<string, string>> = {
  [CHECK]: `import { headerOf } from '../../ecr/header.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RepositoryCheck } from '../check.ts';

export const repositoryOwnerTag: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-owner-tag',
  title: 'A repository has no tags',
  severity: 'hint',
  isWidespread: true,
  *check({ declaration, isRepository, damaged }) {
    if (!isRepository || damaged || attributeOf(declaration.block, 'tags') !== undefined) return;
    yield { place: headerOf(declaration), message: 'The repository has no tags.' };
  },
};
`,
  'test/unit/checks/repository/repositoryOwnerTag.test.ts': `import { expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

it('speaks of a repository without tags', () => {
  expect(ruleIdsOnly('repository-owner-tag', 'resource "aws_ecr_repository" "app" {}')).toHaveLength(1);
  expect(ruleIdsOnly('repository-owner-tag', 'resource "aws_ecr_repository" "app" { tags = {} }')).toEqual([]);
});
`,
  'docs/rules/repository-owner-tag.md': `# repository-owner-tag



## What

A repository has no tags.

## Why

Nobody can tell whose costs it makes.

## Example

Wrong:

\`\`\`hcl
${REPOSITORY('')}\`\`\`

Right:

\`\`\`hcl
${REPOSITORY('  tags                 = { team = "app" }\n')}\`\`\`

## How to fix

Add \`tags\`.

## Settings

Set \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\` in the settings of the editor:

\`\`\`json
"terraform-ecr.rules": { "repository-owner-tag": "off" }
\`\`\`
`,
};
