import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cacheFolder, ensureEditor } from '../test/editor/install.mjs';
import { writeSite } from './site/writeSite.mjs';
import { copyProduct, packFolder, packProduct } from './vsix.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const editor = join(root, 'test', 'editor');

/** The newest VS Code that the desktop tests use; a failed download is not tried again for this long. */
const DOWNLOAD_PATIENCE = 120_000;
const DOWNLOAD_MEMORY = 24 * 60 * 60 * 1000;

const SUITES = [
  { suite: 'alone', companions: [] },
  { suite: 'beside', companions: [join(editor, 'companion')] },
  { suite: 'restricted', companions: [], isRestricted: true },
  { suite: 'actions', companions: [], files: { 'main.tf': wrongUnit() } },
];

/**
 * Runs all editor suites, or those with these names, in a real VS Code with the product installed from its VSIX.
 * Returns a report for each: `{ suite, passed, failures }`.
 */
export async function runEditorTests(names = []) {
  const isWanted = (suite) => names.length === 0 || names.includes(suite);
  const product = await packProduct();
  const testsPath = await buildSuite();
  const desktop = await findDesktop();
  const reports = [];
  for (const { suite, companions, isRestricted, files } of SUITES.filter(({ suite }) => isWanted(suite))) {
    const extensions = [product];
    for (const companion of companions) extensions.push(await packCompanion(companion));
    reports.push(await runSuite({ suite, extensions, testsPath, isRestricted, desktop, files }));
  }
  // Only a browser's editor lets a program use pointer and keys, and read the screen.
  if (desktop === null) {
    for (const suite of ['simulator', 'palette'].filter(isWanted)) reports.push(await useEditor(suite, [product]));
  }
  if (desktop === null && isWanted('manners')) {
    reports.push(await useEditor('manners', [product, await packCompanion(join(editor, 'companion'))]));
  }
  if (desktop === null && isWanted('web')) reports.push(await runWebSuite());
  if (isWanted('view')) reports.push(await readView());
  if (desktop === null && isWanted('site')) reports.push(await readSite());
  return reports;
}

/** Uses the simulator's view in the browser, in a page of its own. */
async function readView() {
  const report = join(root, 'dist', 'editor-tests', 'view.json');
  rmSync(report, { force: true });
  await driveBrowserEditor({ suite: 'view', report }, 'view.mjs');
  return { suite: 'view', ...JSON.parse(readFileSync(report, 'utf8')) };
}

/** Opens the site in the browser. */
async function readSite() {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-site-'));
  const report = join(folder, 'report.json');
  try {
    await writeSite(root, join(folder, 'site'));
    await driveBrowserEditor({ suite: 'site', folder: join(folder, 'site'), report }, 'site.mjs');
    return { suite: 'site', ...JSON.parse(readFileSync(report, 'utf8')) };
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
    await driveBrowserEditor({ suite: 'web', extensions: [], folder, product, testsPath: WEB_TESTS, report });
    return { suite: 'web', ...JSON.parse(readFileSync(report, 'utf8')) };
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
  rmSync(report, { force: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const request = { suite, extensions, folder, developmentPath: join(editor, 'host'), testsPath, isRestricted, report };
  try {
    if (desktop === null) await driveBrowserEditor(request);
    else await driveDesktop(desktop, request);
    return { suite, ...JSON.parse(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets a driver use the editor as a person does, with pointer and keys. */
async function useEditor(suite, extensions) {
  const folder = mkdtempSync(join(tmpdir(), `terraform-ecr-${suite}-`));
  const report = join(root, 'dist', 'editor-tests', `${suite}.json`);
  rmSync(report, { force: true });
  try {
    await driveBrowserEditor({ suite, extensions, folder, report }, `${suite}.mjs`);
    return { suite, ...JSON.parse(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function driveBrowserEditor(request, driver = 'drive.mjs') {
  const { node } = ensureEditor();
  console.error(`Running the editor suite '${request.suite}'`);
  const child = spawn(node, [join(editor, driver), JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'exit');
  if (!existsSync(request.report)) throw new Error(`the suite '${request.suite}' ended without a report`);
}

async function driveDesktop(
  vscodeExecutablePath,
  { suite, extensions, folder, developmentPath, testsPath, isRestricted, report },
) {
  const data = mkdtempSync(join(tmpdir(), 'terraform-ecr-desktop-'));
  const own = ['--extensions-dir', join(data, 'extensions'), '--user-data-dir', join(data, 'user')];
  const [cli, ...words] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  for (const extension of extensions) {
    const { status, stderr } = spawnSync(cli, [...words, ...own, '--install-extension', extension], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${extension} could not be installed: ${stderr}`);
  }
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: developmentPath,
      extensionTestsPath: testsPath,
      launchArgs: [folder, ...own, ...(isRestricted ? [] : ['--disable-workspace-trust']), '--skip-welcome'],
      extensionTestsEnv: { TERRAFORM_ECR_SUITE: suite, TERRAFORM_ECR_REPORT: report },
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The desktop VS Code: a given one, else a downloaded one where there is a display, else null. */
export async function findDesktop() {
  const { VSCODE_PATH: given } = process.env;
  if (given) {
    if (!existsSync(given)) throw new Error(`VSCODE_PATH names ${given}, which does not exist`);
    return given;
  }
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return null;
  const memory = join(cacheFolder(), 'desktop-download-failed');
  if (existsSync(memory) && Date.now() - statSync(memory).mtimeMs < DOWNLOAD_MEMORY) return null;
  const limit = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('it took too long')), DOWNLOAD_PATIENCE).unref();
  });
  try {
    return await Promise.race([
      downloadAndUnzipVSCode({ version: process.env.VSCODE_VERSION, cachePath: join(cacheFolder(), 'desktop') }),
      limit,
    ]);
  } catch (error) {
    console.error(`VS Code could not be downloaded (${error.message}); the one from npm is used`);
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(memory, '');
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const report of await runEditorTests(process.argv.slice(2))) {
    console.log(JSON.stringify(report, null, 1));
    if (report.failures.length > 0) process.exitCode = 1;
  }
}
