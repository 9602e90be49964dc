import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles } from '@vscode/vsce';
import { buildAll } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Packs an extension's folder; everything that runs is bundled already. */
export async function packFolder(folder, packagePath) {
  await mkdir(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    rewriteRelativeLinks: false,
    // The manifest's own build step is npm's; packing must not start it again.
    allowUnusedFilesPattern: true,
  });
}

/** Builds the product and packs it; answers the path of the VSIX. */
export async function packProduct() {
  await buildAll();
  const packagePath = join(root, 'dist', 'terraform-ecr.vsix');
  await packFolder(root, packagePath);
  return packagePath;
}

/** Copies the contents of the VSIX of the built product into a folder. */
export async function copyProduct(folder) {
  for (const name of await listFiles({ cwd: root, packageManager: 0 })) await cp(join(root, name), join(folder, name));
}
