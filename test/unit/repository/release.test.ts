import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const SCRIPT = resolve('scripts/release.mjs');

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n\n## [0.1.0] - 2026-01-01\n\n### Fixed\n\n- Old.\n';

let folder = '';
const git = (...words: string[]) => spawnSync('git', words, { cwd: folder, encoding: 'utf8' }).stdout.trim();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-release-'));
  writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
  writeFileSync(join(folder, 'package.json'), '{"name":"x","version":"0.1.0"}\n');
  writeFileSync(
    join(folder, 'package-lock.json'),
    '{"name":"x","version":"0.1.0","packages":{"":{"version":"0.1.0"}}}\n',
  );
  git('init', '-q');
  git('config', 'user.name', 'test');
  git('config', 'user.email', 'test@example.com');
  git('add', '-A');
  git('commit', '-qm', 'start');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('npm run release', () => {
  it('writes version and changelog, commits and tags', () => {
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, '0.2.0'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('v0.2.0 is committed') });
    expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
    expect(read('CHANGELOG.md')).toMatch(
      /^# Changelog\n\n## \[Unreleased\]\n\n### Added\n\n### Changed\n\n### Fixed\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Something\.\n\n## \[0\.1\.0\]/,
    );
    expect(git('tag')).toBe('v0.2.0');
    expect(git('status', '--porcelain')).toBe('');
  });

  it.each(['', '0.1.0', '0.0.9', 'v0.2.0', '0.2', '0.2.0-beta', '0.2.0; true'])('refuses the version %j', (version) => {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, version], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(git('log', '--oneline').split('\n')).toHaveLength(1);
    expect(read('CHANGELOG.md')).toBe(CHANGELOG);
  });

  it.each([
    [
      'changes that are not committed',
      () => writeFileSync(join(folder, 'package.json'), '{"name":"y","version":"0.1.0"}'),
    ],
    [
      'a changelog without news',
      () => {
        writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG.replace('- Something.\n', ''));
        git('commit', '-qam', 'none');
      },
    ],
  ])('refuses %s', (_, change) => {
    change();
    expect(spawnSync(process.execPath, [SCRIPT, '0.2.0'], { cwd: folder }).status).toBe(2);
    expect(git('tag')).toBe('');
  });
});

describe('the workflows', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const workflows = ['release', 'test'].map((name) => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')));
  const steps = workflows.flatMap(({ jobs }) =>
    Object.values<{ steps: { run?: string }[] }>(jobs).flatMap((job) => job.steps),
  );

  it('run scripts that are there', () => {
    const scripts = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((name) => !(String(name) in manifest.scripts))).toEqual([]);
  });

  it('give nobody more than they need, and run nothing that an event says', () => {
    for (const { permissions } of workflows) expect(permissions).toEqual({ contents: 'read' });
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  it('test the oldest editor that the manifest admits', () => {
    const [release] = workflows;
    expect(`^${release.jobs.test.strategy.matrix.editor[0]}`).toBe(manifest.engines.vscode);
  });
});
