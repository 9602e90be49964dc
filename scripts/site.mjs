// Writes the documentation as static pages into dist/site: npm run site, or npm run site -- FOLDER.
import { join, resolve } from 'node:path';
import { installPackages, root } from './steps.mjs';

installPackages();
const { writeSite } = await import('./site/writeSite.mjs');
const folder = resolve(process.argv[2] ?? join(root, 'dist', 'site'));
const pages = await writeSite(root, folder);
console.log(`${folder}: ${pages.length} pages`);
