// Runs when npm packs a clone, as a hook manager makes it do. A global installation from a repository leaves out the
// packages that build it (npm/cli issue 8440), so they are installed here when they are missing.
import { installPackages } from './steps.mjs';

const isInstalled = await import('esbuild').then(
  () => true,
  () => false,
);
if (!isInstalled) installPackages();
const { buildAll } = await import('./build.mjs');
await buildAll();
