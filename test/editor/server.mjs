import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds for the server's start. */
const START_PATIENCE = 180_000;

/** Quiet defaults, so that nothing but the product moves on the screen. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts the npm VS Code with its data in a separate folder. Returns its address and a function that ends it.
 * `extensions` are VSIX files to install first; `environment` is passed to the extension host.
 */
export async function startVSCode(parts, { extensions = [], environment = {}, settings = {}, keepTrust = false } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'terraform-ecr-editor-'));
  const user = join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const { 'security.workspace.trust.enabled': trust, ...common } = SETTINGS;
  const chosen = keepTrust ? common : { ...common, 'security.workspace.trust.enabled': trust };
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...chosen, ...settings }));
  if (extensions.length > 0) install(parts, data, extensions);
  const port = await freePort();
  const words = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  words.push('--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off');
  words.push('--server-data-dir', data, ...(keepTrust ? [] : ['--disable-workspace-trust']));
  const server = spawn(parts.node, [parts.server, ...words], {
    env: { ...process.env, ...environment },
    detached: true,
  });
  const log = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => log.push(String(chunk)));
  await answers(port, server, log);
  return {
    port,
    address: `http://127.0.0.1:${port}/`,
    log: () => log.join(''),
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      endGroup(server);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** The page's address: a folder, and the settings of the workbench in it. */
export function pageAddress({ address, port }, { folder, developmentPath, testsPath, openFiles = [] }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (developmentPath) payload.push(['extensionDevelopmentPath', remote(developmentPath)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  for (const file of openFiles) payload.push(['openFile', remote(file)]);
  return `${address}?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function install(parts, data, extensions) {
  const wanted = extensions.flatMap((extension) => ['--install-extension', extension]);
  const words = [parts.server, ...wanted, '--server-data-dir', data, '--accept-server-license-terms'];
  const { status, stdout, stderr } = spawnSync(parts.node, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${extensions.join(' and ')} could not be installed:\n${stdout}\n${stderr}`);
}

/** The server starts hosts of its own; ending the group ends them too. */
function endGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(port, server, log) {
  const deadline = Date.now() + START_PATIENCE;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    const isUp = await fetch(`http://127.0.0.1:${port}/version`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`VS Code's server did not start:\n${log.join('')}`);
}
