// Builds the command line and packs it for npm and as an archive of one folder, in dist/.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages, root } from './steps.mjs';

installPackages();
const { buildAll } = await import('./build.mjs');
const { assemble, packArchive, packForNpm } = await import('./commandLinePackage.mjs');
await buildAll();
const folder = join(root, 'dist', 'npm');
const manifest = await assemble(folder);
const packed = [packForNpm(folder, join(root, 'dist')), await packArchive(folder, join(root, 'dist'), manifest)];
for (const path of packed) console.log(`${path}: ${Math.round((await stat(path)).size / 1024)} KB`);
