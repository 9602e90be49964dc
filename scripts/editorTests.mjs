import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensureEditor } from '../test/editor/install.mjs';
import { endOf } from './cost.mjs';
import { driveDesktop, findDesktop } from './desktopEditor.mjs';
import { writeSite } from './site/writeSite.mjs';
import { copyProduct, packFolder, packProduct } from './vsix.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const editor = join(root, 'test', 'editor');

/** Milliseconds for one suite, the start of the editor included; a suite that takes longer hangs. */
const SUITE_PATIENCE = 15 * 60 * 1000;

const SUITES = [
  { suite: 'alone' },
  { suite: 'beside', withCompanion: true },
  { suite: 'restricted', isRestricted: true },
  { suite: 'actions', files: { 'main.tf': wrongUnit() } },
];

/**
 * All editor suites, or those with these names, ready to run in a real VS Code with the product installed from this VSIX:
 * `{ suite, run }` each. `run` starts a new editor each time, and resolves to `{ suite, passed, failures }`, even when
 * the editor ends without a report.
 */
export async function editorSuites(product, names = []) {
  const companion = await packCompanion(join(editor, 'companion'));
  const testsPath = await buildSuite();
  const desktop = await findDesktop();
  const inEditor = SUITES.map(({ suite, withCompanion, isRestricted, files }) => {
    const extensions = withCompanion ? [product, companion] : [product];
    return { suite, run: () => runSuite({ suite, extensions, testsPath, isRestricted, desktop, files }) };
  });
  // Only a browser's editor lets a program use pointer and keys, and read the screen.
  const inBrowser = [
    { suite: 'simulator', run: () => useEditor('simulator', [product]) },
    { suite: 'palette', run: () => useEditor('palette', [product]) },
    { suite: 'newcomer', run: () => useEditor('newcomer', [product]) },
    { suite: 'manners', run: () => useEditor('manners', [product, companion]) },
    { suite: 'web', run: runWebSuite },
    { suite: 'site', run: readSite },
  ];
  const all = [...inEditor, ...(desktop === null ? inBrowser : []), { suite: 'view', run: readView }];
  const wanted = all.filter(({ suite }) => names.length === 0 || names.includes(suite));
  return wanted.map(({ suite, run }) => ({ suite, run: () => reportOf(suite, run) }));
}

/** The report of a run; one failure when it ends without one. */
async function reportOf(suite, run) {
  try {
    return await run();
  } catch (error) {
    return { suite, passed: 0, failures: [{ title: `the suite '${suite}'`, error: error.stack ?? String(error) }] };
  }
}

/** Uses the simulator's view in the browser, in a page of its own. */
async function readView() {
  const report = join(root, 'dist', 'editor-tests', 'view.json');
  return driveBrowserEditor({ suite: 'view', report }, 'view.mjs');
}

/** Opens the site in the browser. */
async function readSite() {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-site-'));
  const report = join(folder, 'report.json');
  try {
    await writeSite(root, join(folder, 'site'));
    return await driveBrowserEditor({ suite: 'site', folder: join(folder, 'site'), report }, 'site.mjs');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const WEB_TESTS = 'web-tests.js';

/** Files in the folder before the web suite starts. */
const WEB_FILES = {
  'there/.gitignore': 'ignored/\n',
  'there/deep/main.tf': wrongPolicy('deep'),
  'there/ignored/main.tf': wrongPolicy('ignored'),
};

function wrongUnit() {
  return wrongPolicy('early').replace('"imageCountMoreThan", countNumber = 0', '"sinceImagePushed", countNumber = 3');
}

function wrongPolicy(name) {
  const rule = `{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 0 }, action = { type = "expire" } }`;
  return `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy     = jsonencode({ rules = [${rule}] })\n}\n`;
}

/**
 * Runs the product in a browser's worker, as on the web, from its packed folder, because such a host installs no VSIX.
 */
async function runWebSuite() {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-web-'));
  const product = mkdtempSync(join(tmpdir(), 'terraform-ecr-product-'));
  const report = join(folder, 'report.json');
  try {
    for (const [name, text] of Object.entries(WEB_FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await copyProduct(product);
    await buildWebSuite(product);
    return await driveBrowserEditor({ suite: 'web', extensions: [], folder, product, testsPath: WEB_TESTS, report });
  } finally {
    for (const made of [folder, product]) rmSync(made, { recursive: true, force: true });
  }
}

/** The editor runs tests in the extension host of the folder that contains them. */
async function buildWebSuite(product) {
  await build({
    entryPoints: [join(editor, 'suite', 'web.ts')],
    outfile: join(product, WEB_TESTS),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    // The bundle's own exports are not mocha's, but mocha would use them.
    define: { exports: 'undefined' },
    logLevel: 'warning',
  });
}

async function buildSuite() {
  const outfile = join(root, 'dist', 'editor-tests', 'index.cjs');
  const entryPoints = [join(editor, 'suite', 'index.ts')];
  const external = ['vscode', 'mocha'];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external,
    logLevel: 'warning',
  });
  return outfile;
}

async function packCompanion(folder) {
  const path = join(root, 'dist', 'editor-tests', 'companion.vsix');
  await packFolder(folder, path);
  return path;
}

async function runSuite({ suite, extensions, testsPath, isRestricted = false, desktop, files = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-workspace-'));
  const report = join(root, 'dist', 'editor-tests', `${suite}.json`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const request = { suite, extensions, folder, developmentPath: join(editor, 'host'), testsPath, isRestricted, report };
  try {
    if (desktop === null) return await driveBrowserEditor(request);
    rmSync(report, { force: true });
    await driveDesktop(desktop, request);
    return reportIn(request);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets a driver use the editor as a person does, with pointer and keys. */
async function useEditor(suite, extensions) {
  const folder = mkdtempSync(join(tmpdir(), `terraform-ecr-${suite}-`));
  const report = join(root, 'dist', 'editor-tests', `${suite}.json`);
  try {
    return await driveBrowserEditor({ suite, extensions, folder, report }, `${suite}.mjs`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a driver with a request and resolves to the suite's report, its cost included. */
async function driveBrowserEditor(request, driver = 'drive.mjs') {
  const { node } = ensureEditor();
  rmSync(request.report, { force: true });
  console.error(`Running the editor suite '${request.suite}'`);
  const child = spawn(node, [join(editor, driver), JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const limit = setTimeout(() => child.kill(), SUITE_PATIENCE);
  const { cost } = await endOf(child);
  clearTimeout(limit);
  return { ...reportIn(request), cost };
}

function reportIn({ suite, report }) {
  if (!existsSync(report)) throw new Error(`the suite '${suite}' ended without a report`);
  return { suite, ...JSON.parse(readFileSync(report, 'utf8')) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { run } of await editorSuites(await packProduct(), process.argv.slice(2))) {
    const report = await run();
    console.log(JSON.stringify(report, null, 1));
    if (report.failures.length > 0) process.exitCode = 1;
  }
}
