// Shows the product at work: the problems of a folder, then a real VS Code on it with the extension.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackages, root } from './steps.mjs';

const words = process.argv.slice(2);
const wantsEditor = !words.includes('--no-editor');
const [given, ...others] = words.filter((word) => word !== '--no-editor');
const folder = resolve(given ?? join(root, 'examples'));
if (others.length > 0 || given?.startsWith('-'))
  fail(`npm start takes one folder and --no-editor, not '${words.join(' ')}'`);
if (!existsSync(folder)) fail(`${folder} does not exist`);

installPackages();
const { packProduct } = await import('./vsix.mjs');
const { buildAll } = await import('./build.mjs');
await buildAll();
spawnSync(process.execPath, [join(root, 'dist', 'terraform-ecr.cjs'), 'check', folder], { stdio: 'inherit' });
if (wantsEditor) await openEditor(await packProduct());

async function openEditor(product) {
  const { findDesktop } = await import('./desktopEditor.mjs');
  const desktop = await findDesktop();
  if (desktop !== null) {
    openDesktop(desktop);
    return;
  }
  const { ensureEditor } = await import('../test/editor/install.mjs');
  const { pageAddress, startVSCode } = await import('../test/editor/server.mjs');
  const server = await startVSCode(ensureEditor(), { extensions: [product] });
  const openFiles = ['classic-mistakes.tf'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  const address = pageAddress(server, { folder, openFiles });
  console.log(`\nVS Code with Terraform ECR is at\n\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop().then(() => process.exit(0)));
}

function openDesktop(executable) {
  const own = mkdtempSync(join(tmpdir(), 'terraform-ecr-start-'));
  const options = [`--extensionDevelopmentPath=${root}`, '--user-data-dir', own, '--skip-welcome'];
  spawn(executable, [folder, ...options], { detached: true, stdio: 'ignore' }).unref();
  console.log(`\nVS Code opens on ${folder} with Terraform ECR.`);
}

/** Opens the user's browser if the system can; the printed address works everywhere else. */
function openInBrowser(address) {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [address], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
