import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cacheFolder, ensureEditor } from '../test/editor/install.mjs';
import { packFolder, packProduct } from './package.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const editor = join(root, 'test', 'editor');

/** The newest VS Code that the desktop tests ask for; a failed download is not tried again for this long. */
const DOWNLOAD_PATIENCE = 120_000;
const DOWNLOAD_MEMORY = 24 * 60 * 60 * 1000;

const SUITES = [
  { suite: 'alone', companions: [] },
  { suite: 'beside', companions: [join(editor, 'companion')] },
];

/**
 * Runs the editor suites in a real VS Code with the product installed from its VSIX. Answers a report for each:
 * `{ passed, failures }`.
 */
export async function runEditorTests() {
  const product = await packProduct();
  const testsPath = await buildSuite();
  const desktop = await findDesktop();
  const reports = [];
  for (const { suite, companions } of SUITES) {
    const extensions = [product];
    for (const companion of companions) extensions.push(await packCompanion(companion));
    reports.push(await runSuite({ suite, extensions, testsPath, desktop }));
  }
  if (desktop === null) reports.push(useSimulator(product));
  return reports;
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

async function runSuite({ suite, extensions, testsPath, desktop }) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-workspace-'));
  const report = join(root, 'dist', 'editor-tests', `${suite}.json`);
  rmSync(report, { force: true });
  const request = { suite, extensions, folder, developmentPath: join(editor, 'host'), testsPath, report };
  try {
    if (desktop === null) driveBrowserEditor(request);
    else await driveDesktop(desktop, request);
    return { suite, ...JSON.parse(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Uses the simulator's view with pointer and keys, which only a browser's editor lets a program do. */
function useSimulator(product) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-simulator-'));
  const report = join(root, 'dist', 'editor-tests', 'simulator.json');
  rmSync(report, { force: true });
  try {
    driveBrowserEditor({ suite: 'simulator', extensions: [product], folder, report }, 'simulator.mjs');
    return { suite: 'simulator', ...JSON.parse(readFileSync(report, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function driveBrowserEditor(request, driver = 'drive.mjs') {
  const { node } = ensureEditor();
  spawnSync(node, [join(editor, driver), JSON.stringify(request)], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (!existsSync(request.report)) throw new Error(`the suite '${request.suite}' ended without a report`);
}

async function driveDesktop(vscodeExecutablePath, { suite, extensions, folder, developmentPath, testsPath, report }) {
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
      launchArgs: [folder, ...own, '--disable-workspace-trust', '--skip-welcome'],
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
    return await Promise.race([downloadAndUnzipVSCode({ cachePath: join(cacheFolder(), 'desktop') }), limit]);
  } catch (error) {
    console.error(`VS Code could not be downloaded (${error.message}); the one from npm is used`);
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(memory, '');
    return null;
  }
}
