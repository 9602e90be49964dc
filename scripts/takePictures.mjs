import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureEditor } from '../test/editor/install.mjs';
import { root } from './steps.mjs';
import { packProduct } from './vsix.mjs';

/** The packed browser knows its own fonts only; this lets it see the system's as well. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(tmpdir(), 'fonts')]
  .map((folder) => `  <dir>${folder}</dir>\n`)
  .join('')}  <cachedir>${join(tmpdir(), 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Runs a program of test/editor that writes pictures of the packed product into docs/images, with a folder of these
 * files to open in the editor.
 */
export async function takePictures(program, files, words) {
  const product = await packProduct();
  const folder = mkdtempSync(join(tmpdir(), 'orders-'));
  const target = join(root, 'docs', 'images');
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  const path = join(root, 'test', 'editor', program);
  const { status } = spawnSync(ensureEditor().node, [path, product, folder, target, ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
