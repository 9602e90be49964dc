import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles } from '@vscode/vsce';
import { buildAll } from './build.mjs';
import { packagedPage } from './packagedPage.mjs';
import { repositoryOf } from './repositoryAddress.mjs';
import { shrinkZip } from './smallZip.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Packs an extension's folder; everything that runs is bundled already. */
export async function packFolder(folder, packagePath, { preRelease = false } = {}) {
  await mkdir(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    preRelease,
    allowMissingRepository: true,
    skipLicense: true,
    rewriteRelativeLinks: false,
    // The manifest's own build step is npm's; packing must not start it again.
    allowUnusedFilesPattern: true,
  });
}

/** Builds the product and packs it, for the pre-release channel if requested; returns the path of the VSIX. */
export async function packProduct(options) {
  await buildAll();
  const packagePath = join(root, 'dist', 'terraform-ecr.vsix');
  await packBuilt(packagePath, options);
  return packagePath;
}

/** Packs the build, with a page in which every link works. */
export async function packBuilt(packagePath, options) {
  const stage = `${packagePath}-stage`;
  await rm(stage, { recursive: true, force: true });
  const names = await copyProduct(stage);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const repository = repositoryOf(manifest);
  // Packing gives these two other names, and the editor shows each in a tab of its own.
  const packed = new Set(names.filter((name) => name !== 'README.md' && name !== 'CHANGELOG.md'));
  for (const name of names.filter((one) => one === 'README.md' || /^docs\/.*\.md$/.test(one))) {
    const base = name.slice(0, name.lastIndexOf('/') + 1);
    const page = packagedPage(await readFile(join(root, name), 'utf8'), { repository, base, packed });
    await writeFile(join(stage, name), page);
  }
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const content = JSON.parse(await readFile(join(root, name), 'utf8'));
    await writeFile(join(stage, name), JSON.stringify(name === 'package.json' ? withoutTools(content) : content));
  }
  await packFolder(stage, packagePath, options);
  await shrinkZip(packagePath);
  await rm(stage, { recursive: true });
}

/** The manifest without what is only needed for building. */
function withoutTools({ scripts: _scripts, devDependencies: _devDependencies, ...manifest }) {
  return manifest;
}

/** Copies the contents of the built product's VSIX into a folder; returns the names of the files. */
export async function copyProduct(folder) {
  const names = await listFiles({ cwd: root, packageManager: 0 });
  for (const name of names) await cp(join(root, name), join(folder, name));
  return names;
}
