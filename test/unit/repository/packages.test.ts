import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

const { packages } = readJson<LockFile>('package-lock.json');

/** True when the lock file has a package where Node would look for it from another package's folder. */
function isLocked(name: string, from: string): boolean {
  if (packages[join(from, 'node_modules', name).replaceAll('\\', '/')] !== undefined) return true;
  if (from === '') return false;
  const parent = from.lastIndexOf('node_modules/');
  return isLocked(name, from.slice(0, Math.max(parent - 1, 0)));
}

describe('package-lock.json', () => {
  it('names the optional packages of every platform, so that npm ci works on each', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(name, path))
        .map((name) => `${path} wants ${name}`),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(packages).filter((path) => path.includes('win32')).length).toBeGreaterThan(5);
  });

  it('records no download addresses, so that any registry serves it', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('is one that npm ci takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-packages-'));
    try {
      for (const name of ['package.json', 'package-lock.json', '.npmrc'])
        copyFileSync(join(ROOT, name), join(folder, name));
      const words = ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'];
      const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
      const { status, stderr } = spawnSync('npm', words, options);
      expect(stderr.split('\n').filter((line) => line.includes('npm error'))).toEqual([]);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('package.json', () => {
  const manifest = readJson<{
    readonly dependencies?: object;
    readonly devDependencies: Readonly<Record<string, string>>;
  }>('package.json');

  it('has no dependencies at run time: everything is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('pins every package exactly', () => {
    expect(Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
  });
});
