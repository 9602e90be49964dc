// Builds the extension and packs it into a VSIX; installs what that needs first.
import { stat } from 'node:fs/promises';
import { installPackages } from './steps.mjs';

installPackages();
const { packProduct } = await import('./vsix.mjs');
const path = await packProduct();
console.log(`${path}: ${Math.round((await stat(path)).size / 1024)} KB`);
