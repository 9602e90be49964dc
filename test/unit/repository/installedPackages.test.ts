import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const STEPS = pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'scripts', 'steps.mjs')).href;
const { isInstalled }: { isInstalled(folder: string): boolean } = await import(STEPS);

interface Package {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}
type Packages = Readonly<Record<string, Package>>;

const A = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const B = { 'node_modules/a/node_modules/b': { version: '2.0.0', integrity: 'sha512-b' } };
const OTHER_PLATFORM = { 'node_modules/c-win32': { version: '3.0.0', integrity: 'sha512-c', optional: true } };
const OWN = { '': { version: '0.1.0' } };

/** Asks about a folder with these two lock files, the installed one as text if it is damaged. */
function asked(wanted: Packages, found: Packages | string | null): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-packages-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    if (found !== null) {
      const text = typeof found === 'string' ? found : JSON.stringify({ packages: found });
      writeFileSync(join(folder, 'node_modules', '.package-lock.json'), text);
      // As after a change of branch: the installed file looks older than the wanted one.
      utimesSync(join(folder, 'node_modules', '.package-lock.json'), 0, 0);
    }
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { ...OWN, ...wanted } }));
    return isInstalled(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('packages', () => {
  const cases: readonly [string, Packages, Packages | string | null, boolean][] = [
    ['all there, in an older file', { ...A, ...B }, { ...A, ...B }, true],
    ['all but one for another platform', { ...A, ...OTHER_PLATFORM }, A, true],
    ['with one for this platform', { ...A, ...OTHER_PLATFORM }, { ...A, ...OTHER_PLATFORM }, true],
    ['never installed', A, null, false],
    ['one lacking', { ...A, ...B }, A, false],
    ['one of another version', A, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, false],
    ['one of other contents', A, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } }, false],
    ['one too many', A, { ...A, ...B }, false],
    ['none installed', A, {}, false],
    ['an interrupted installation', A, '{ "packages": {', false],
  ];

  it.each(cases)('%s', (_, wanted, found, expected) => {
    expect(asked(wanted, found)).toBe(expected);
  });
});
