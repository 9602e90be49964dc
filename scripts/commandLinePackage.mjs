// The command line as people install it: a folder without dependencies, as an npm package and as an archive.
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from './repositoryAddress.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The bundles, the pages that they refer to, and the schemas of their outputs. */
const FILES = ['dist/terraform-ecr.cjs', 'dist/terraform-ecr-mcp.cjs', 'docs/rules', 'LICENSE'];

const EXECUTABLE = 'dist/terraform-ecr.cjs';

/**
 * Writes the package into a folder, which is emptied first; requires the bundles of `npm run build`. Returns its
 * manifest.
 */
export async function assemble(folder) {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { name, version, license, engines, keywords, repository, bin } = manifest;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const path of FILES) await cp(join(root, path), join(folder, path), { recursive: true });
  await chmod(join(folder, EXECUTABLE), 0o755);
  for (const schema of await readdir(join(root, 'schemas', 'output')))
    await cp(join(root, 'schemas', 'output', schema), join(folder, 'schemas', schema));
  await cp(join(root, 'dist', 'settings.schema.json'), join(folder, 'schemas', 'settings.schema.json'));
  await writeFile(join(folder, 'README.md'), await pageFor(repositoryOf(manifest)));
  const { description } = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  const own = { name, version, description, license, keywords, engines: { node: engines.node }, bin };
  const written = { ...own, ...(repository === undefined ? {} : { repository }), files: ['dist', 'docs', 'schemas'] };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
  return written;
}

/** Packs the folder as npm does, into another folder; returns the archive's path. */
export function packForNpm(folder, into) {
  const words = ['pack', '--ignore-scripts', '--pack-destination', into, '--json'];
  const { status, stdout, stderr } = run('npm', words, folder);
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return join(into, JSON.parse(stdout)[0].filename);
}

/** Packs the folder as an archive with a single folder named after the product; returns the archive's path. */
export async function packArchive(folder, into, { name, version }) {
  const stage = join(into, `${name}-stage`);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  await cp(folder, join(stage, name), { recursive: true });
  const archive = join(into, `${name}-${version}.tar.gz`);
  const { status, stderr } = run('tar', ['-czf', `${name}.tar.gz`, name], stage);
  if (status !== 0) throw new Error(`tar failed: ${stderr}`);
  await rename(join(stage, `${name}.tar.gz`), archive);
  await rm(stage, { recursive: true });
  return archive;
}

function run(program, words, cwd) {
  return spawnSync(program, words, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}

/** The page about the command line; its links lead to the repository, and are plain words while that has no address. */
async function pageFor(repository) {
  const { packagedPage } = await import('./packagedPage.mjs');
  const page = await readFile(join(root, 'docs', 'command-line.md'), 'utf8');
  return packagedPage(page, { repository, base: 'docs/', packed: new Set() });
}
