import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { cacheFolder } from '../test/editor/install.mjs';

/** The newest VS Code that the desktop tests use; a failed download is not tried again for this long. */
const DOWNLOAD_PATIENCE = 120_000;
const DOWNLOAD_MEMORY = 24 * 60 * 60 * 1000;

/** Runs a suite in a desktop VS Code with these extensions installed and nothing else. */
export async function driveDesktop(
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
