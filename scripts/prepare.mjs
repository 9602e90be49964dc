// Runs when npm packs a clone, as a hook manager does. A global installation from a repository leaves out the packages
// for building it (npm/cli issue 8440), so they are installed here when missing.
import { installPackages } from './steps.mjs';

const isInstalled = await import('esbuild').then(
  () => true,
  () => false,
);
if (!isInstalled) installPackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
