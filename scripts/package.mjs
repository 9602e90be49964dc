// Builds the extension and packs it into a VSIX; installs its requirements first. `--pre-release` selects that channel.
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { missingFromManifest } from './repositoryAddress.mjs';
import { installPackages, root } from './steps.mjs';

installPackages();
const { packProduct } = await import('./vsix.mjs');
const path = await packProduct({ preRelease: process.argv.includes('--pre-release') });
console.log(`${path}: ${Math.round((await stat(path)).size / 1024)} KB`);
const missing = missingFromManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
if (missing !== null) console.log(missing);
