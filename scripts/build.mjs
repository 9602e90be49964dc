import { createHash } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { engineTexts } from './engineTexts.mjs';
import { insertableSnippets } from './insertableSnippets.mjs';
import { ruleIds, settingsSchema } from './settingsSchema.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Embeds the rules' pages in the command line's single file. */
const rulePages = {
  name: 'rule-pages',
  setup(bundle) {
    bundle.onResolve({ filter: /^rule-pages$/ }, ({ path }) => ({ path, namespace: 'rule-pages' }));
    bundle.onLoad({ filter: /.*/, namespace: 'rule-pages' }, async () => {
      const folder = join(root, 'docs', 'rules');
      const pages = await Promise.all(
        (await ruleIds()).map(async (id) => [id, await readFile(join(folder, `${id}.md`), 'utf8')]),
      );
      return { contents: JSON.stringify(Object.fromEntries(pages)), loader: 'json' };
    });
  },
};

/** The simulator's view as texts, with the digests that allow only these in a page. */
const simulatorView = {
  name: 'simulator-view',
  setup(bundle) {
    bundle.onResolve({ filter: /^simulator-view$/ }, ({ path }) => ({ path, namespace: 'simulator-view' }));
    bundle.onLoad({ filter: /.*/, namespace: 'simulator-view' }, async () => {
      const [style, script] = await Promise.all(VIEW_FILES.map((name) => readFile(join(root, 'dist', name), 'utf8')));
      const digest = (text) => createHash('sha256').update(text).digest('base64');
      const view = { style, script, styleDigest: digest(style), scriptDigest: digest(script) };
      return { contents: JSON.stringify(view), loader: 'json' };
    });
  },
};

const VIEW_FILES = ['simulator.css', 'simulator.js'];

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  // The UMD build of jsonc-parser that platform node would select does not survive bundling.
  mainFields: ['module', 'main'],
};

const forNode = { ...common, platform: 'node', target: 'node20', plugins: [rulePages, simulatorView] };

/** The browser bundles: a Node builtin in one fails the build. */
const forBrowser = { ...common, platform: 'browser', target: 'es2022', conditions: ['browser'] };

/**
 * A bundle imports code that other entry points use as well from the bundle next to it, so that shared code ships once.
 */
function sharedBundle(source, bundle) {
  return {
    name: 'shared-bundle',
    setup(build) {
      build.onResolve({ filter: /\/browser\.ts$/ }, ({ path }) =>
        path === source ? { path: bundle, external: true } : undefined,
      );
    },
  };
}

/** A worker has no module to export to. */
const WORKER_BANNER = { js: 'var module=typeof module==="undefined"?{exports:{}}:module;' };

/** Builds everything that ships into dist/. */
export async function buildAll() {
  const commandLine = join('dist', 'terraform-ecr.cjs');
  await buildSimulatorView();
  await Promise.all([
    build({ ...forBrowser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client.js', external: ['vscode'] }),
    build({
      ...forNode,
      entryPoints: ['client/src/node.ts'],
      outfile: 'dist/desktop.js',
      external: ['vscode'],
      plugins: [sharedBundle('./browser.ts', './client.js')],
    }),
    build({
      ...forBrowser,
      entryPoints: ['server/src/browser.ts'],
      outfile: 'dist/server.js',
      banner: WORKER_BANNER,
    }),
    build({
      ...forNode,
      entryPoints: ['server/src/node.ts'],
      outfile: 'dist/serverProcess.js',
      plugins: [sharedBundle('./browser.ts', './server.js')],
    }),
    build({
      ...forNode,
      entryPoints: ['server/src/cli.ts'],
      plugins: [engineTexts(forNode)],
      outfile: commandLine,
      banner: { js: '#!/usr/bin/env node' },
    }),
    build({ ...forNode, entryPoints: ['server/src/mcp.ts'], outfile: 'dist/terraform-ecr-mcp.cjs' }),
  ]);
  await chmod(join(root, commandLine), 0o755);
  await writeFile(join(root, 'dist', 'settings.schema.json'), JSON.stringify(await settingsSchema()));
  await writeFile(join(root, 'dist', 'snippets.json'), JSON.stringify(await insertableSnippets()));
}

/** The simulator's view: as files for the editor, embedded for the command line's page. */
async function buildSimulatorView() {
  const browser = { ...forBrowser, format: 'iife' };
  await Promise.all([
    build({ ...browser, entryPoints: ['client/src/simulator/view/main.ts'], outfile: 'dist/simulator.js' }),
    build({ ...browser, entryPoints: ['client/src/simulator/view/style.css'], outfile: 'dist/simulator.css' }),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
