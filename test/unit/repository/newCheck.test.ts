import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLong } from '../support/longTests.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CHECK = 'server/src/checks/repository/repositoryTagKeys.ts';
const COPIED = ['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'README.md', 'CHANGELOG.md'];
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

/** A copy of what a contributor works on, with the packages of this one. */
function withCopy(use: (folder: string, run: (script: string, ...words: string[]) => string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-copy-'));
  const run = (script: string, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };
  try {
    for (const name of [...COPIED, ...FOLDERS, 'test/vitest.config.ts'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true, preserveTimestamps: true });
    linkPackages(folder);
    use(folder, run);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Links each package by itself and says what is installed, so that no script installs anything, here or there. */
function linkPackages(folder: string): void {
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((entry) => !entry.startsWith('.')))
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name), 'junction');
  cpSync(join(ROOT, 'node_modules', '.package-lock.json'), join(packages, '.package-lock.json'));
}

describe('npm run new-check', () => {
  it('writes check, test and page, registers them, and leaves nothing stale', { timeout: 120_000 }, () => {
    withCopy((folder, run) => {
      const said = run('scripts/newCheck.mjs', 'repository-tag-keys', 'repository');
      const written = [
        CHECK,
        'test/unit/checks/repository/repositoryTagKeys.test.ts',
        'docs/rules/repository-tag-keys.md',
      ];
      for (const path of written) expect(said).toContain(path);
      const read = (path: string) => readFileSync(join(folder, path), 'utf8');
      expect(read('server/src/checks/registry.ts')).toContain('  repositoryTagKeys,\n');
      expect(read('README.md')).toContain('| [repository-tag-keys](docs/rules/repository-tag-keys.md) | hint |');
      expect(read('docs/rules/repository-tag-keys.md')).toMatch(
        /^# repository-tag-keys\n\n.*Severity: \*\*hint\*\*\.\n/,
      );
      expect(run('scripts/generate.mjs', '--check')).toBe('');
      writeFileSync(join(folder, CHECK), read(CHECK).replace("severity: 'hint'", "severity: 'info'"));
      expect(run('scripts/generate.mjs')).toBe('written: README.md\nwritten: docs/rules/repository-tag-keys.md\n');
    });
  });

  it.runIf(isLong())('a check that speaks of nearly every block fails one test file', { timeout: 900_000 }, () => {
    withCopy((folder, run) => {
      run('scripts/newCheck.mjs', 'repository-tag-keys', 'repository');
      writeFileSync(join(folder, CHECK), WIDESPREAD);
      run('scripts/generate.mjs');
      const report = join(folder, 'report.json');
      const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
      const words = [
        'run',
        '--config',
        'test/vitest.config.ts',
        'test/unit/checks',
        'test/unit/service',
        '--reporter=json',
      ];
      spawnSync(process.execPath, [vitest, ...words, `--outputFile.json=${report}`], { cwd: folder });
      const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
      const failed: string[] = testResults
        .filter(({ status }: { readonly status: string }) => status === 'failed')
        .map(({ name }: { readonly name: string }) => name.replaceAll('\\', '/').split('/test/unit/')[1] ?? '');
      // Its own test, page and recording are what the author writes next.
      const others = failed.filter((name) => !/repositoryTagKeys|registry|everyCheck/.test(name));
      expect(others).toEqual(['checks/corpus.test.ts']);
    });
  });
});

const WIDESPREAD = `import { headerOf } from '../../ecr/header.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RepositoryCheck } from '../check.ts';

export const repositoryTagKeys: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-tag-keys',
  title: 'A repository has no tags',
  severity: 'hint',
  isWidespread: true,
  *check({ declaration, isRepository, damaged }) {
    if (!isRepository || damaged || attributeOf(declaration.block, 'tags') !== undefined) return;
    yield { place: headerOf(declaration), message: 'The repository has no tags.' };
  },
};
`;
