import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Hands over a copy of these files and folders of the project, with the packages of this one, and removes it. */
export function withCopy(names: readonly string[], use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-copy-'));
  try {
    for (const name of names)
      cpSync(join(ROOT, name), join(folder, name), { recursive: true, preserveTimestamps: true });
    linkPackages(folder);
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Links each package individually and records what is installed, so that no script installs anything, here or there.
 */
function linkPackages(folder: string): void {
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((entry) => !entry.startsWith('.')))
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name), 'junction');
  cpSync(join(ROOT, 'node_modules', '.package-lock.json'), join(packages, '.package-lock.json'));
}
