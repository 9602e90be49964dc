import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const ENTRIES = [
  'client/src/browser.ts',
  'client/src/node.ts',
  'client/src/simulator/view/main.ts',
  'server/src/browser.ts',
  'server/src/node.ts',
  'server/src/cli.ts',
  'server/src/command/engine.ts',
  'server/src/mcp.ts',
  'server/src/command/engine.ts',
];

/** The packages in a bundle, according to the bundler. */
async function bundledPackages(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    platform: 'node',
    mainFields: ['module', 'main'],
    conditions: ['browser'],
    external: ['vscode', 'rule-pages', 'simulator-view', 'engine-texts'],
    logLevel: 'error',
  });
  const names = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

it('docs/dependencies.md has one line for each bundled package and no other', async () => {
  const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');
  const listed = [...page.matchAll(/^\| ([a-z@][\w./@-]*) +\|/gm)].map(([, name = '']) => name);
  expect(listed.filter((name) => name !== 'package').sort()).toEqual(await bundledPackages());
});
