// Runs on the Node of the npm VS Code: takes the README's pictures of the product as users have it. Arguments: the
// VSIX, the folder to open, the folder for the pictures, and the pictures' names when not all are wanted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { appears, assertMonospaced, goTo, inEditor, PATIENCE, placeOf, SETTINGS, settles } from './pictureEditor.mjs';
import { pageAddress } from './server.mjs';
import { busyRepository, POLICY, viewIn } from './simulatorView.mjs';

const [product, folder, target, ...only] = process.argv.slice(2);

/** Pictures that everybody downloads with the extension have fewer colors, and are smaller as WebP. */
const PACKED = ['problems', 'quickfix', 'completion', 'add-policy'];

const WIDTH = 900;

const HOVER = '.monaco-hover:visible .hover-row';
const MENU = '.action-widget:visible';

/**
 * The subject of a picture: a file, the text after whose beginning the cursor is placed, the keys to press there and
 * what they must show; `isWrong` when a problem must be underlined first.
 */
const PICTURES = [
  {
    name: 'problems',
    file: 'unit/orders.tf',
    at: 'sinceImagePushed',
    keys: ['Control+K', 'Control+I'],
    shown: HOVER,
    isWrong: true,
    height: 580,
  },
  {
    name: 'quickfix',
    file: 'unit/orders.tf',
    at: 'sinceImagePushed',
    keys: ['Control+.'],
    shown: MENU,
    isWrong: true,
    height: 560,
  },
  {
    name: 'completion',
    file: 'values/orders.tf',
    at: '"\n          countNumber',
    keys: ['Control+Space'],
    shown: '.suggest-widget.visible .monaco-list-row',
    details: '.suggest-details-container .suggest-details .docs',
    height: 640,
  },
  {
    name: 'add-policy',
    file: 'bare/orders.tf',
    at: 'aws_ecr_repository',
    keys: ['Control+.'],
    shown: MENU,
    isWrong: true,
    height: 230,
  },
  {
    name: 'policy-hover',
    file: 'rules/orders.tf',
    at: 'policy = jsonencode',
    keys: ['Control+K', 'Control+I'],
    shown: HOVER,
    height: 530,
  },
  {
    name: 'heredoc',
    file: 'heredoc/orders.tf',
    at: 'imageCountMoreThen',
    keys: ['Control+K', 'Control+I'],
    shown: HOVER,
    isWrong: true,
    height: 700,
  },
  {
    name: 'refactorings',
    file: 'rules/orders.tf',
    at: 'policy = jsonencode',
    keys: ['Control+Shift+R'],
    shown: MENU,
    height: 640,
  },
  ...[
    { name: 'in-text-dark', theme: 'Default Dark Modern' },
    { name: 'in-text-light', theme: 'Default Light Modern' },
    { name: 'in-text-contrast', theme: 'Default High Contrast' },
  ].map((picture) => ({
    ...picture,
    file: 'rules/orders.tf',
    at: 'resource "aws_ecr_lifecycle_policy"',
    keys: [],
    shown: '.view-line:has-text("newest images kept")',
    details: '.codelens-decoration a:has-text("Simulate")',
    height: 900,
  })),
];

/** Settings that keep images, and a resource that runs one. */
const GUARANTEE_FILES = {
  '.terraform-ecr.json': JSON.stringify({
    keep: [
      { tags: ['v*'], newest: 1, reason: 'rollback window' },
      { tags: ['sha-*'], days: 3 },
    ],
  }),
  'service.tf': `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:v1.217"
}
`,
};

/** The simulator's view in the themes with special colors. */
const SIMULATOR_PICTURES = [
  { name: 'simulator-dark', theme: 'Default Dark Modern' },
  { name: 'simulator-light', theme: 'Default Light Modern' },
  { name: 'simulator-contrast', theme: 'Default High Contrast' },
];

/** What the view shows of guarantees: bands over the images that they keep, whole and broken, and rings around those that run. */
const GUARANTEE_PICTURES = [
  { name: 'guarantees-dark', theme: 'Default Dark Modern' },
  { name: 'guarantees-light', theme: 'Default Light Modern' },
  { name: 'guarantees-contrast', theme: 'Default High Contrast' },
].map((picture) => ({ ...picture, files: GUARANTEE_FILES }));

const isWanted = ({ name }) => only.length === 0 || only.includes(name);
for (const picture of PICTURES.filter(isWanted)) await take(picture);
for (const picture of [...SIMULATOR_PICTURES, ...GUARANTEE_PICTURES].filter(isWanted)) await takeSimulator(picture);

/** The view with images of a busy repository, after an edit that is not saved, in the middle of the coming fortnight. */
async function takeSimulator({ name, theme, files = {} }) {
  const file = join(folder, name, 'orders.tf');
  mkdirSync(join(folder, name));
  writeFileSync(file, POLICY);
  for (const [other, text] of Object.entries(files)) writeFileSync(join(folder, name, other), text);
  const settings = { ...SETTINGS, 'workbench.colorTheme': theme, 'editor.fontSize': 12 };
  await inEditor({ product, viewport: { width: 1400, height: 760 }, settings }, async (page, server) => {
    await page.goto(pageAddress(server, { folder: join(folder, name), openFiles: [file] }));
    await page.waitForSelector('.monaco-editor .view-line', { timeout: PATIENCE });
    await page.keyboard.press('Control+B');
    await page.locator('.codelens-decoration a').first().click({ timeout: PATIENCE });
    const view = await viewIn(page, PATIENCE);
    await view.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, busyRepository());
    await view.locator('.source-words', { hasText: 'pasted text' }).waitFor({ timeout: PATIENCE });
    await goTo(page, placeOf(POLICY, '14'));
    await page.keyboard.press('Delete');
    await view.locator('.has-changes').waitFor({ timeout: PATIENCE });
    await settles(page);
    await save(page, name);
  });
}

async function take({ name, file, at, keys, shown, details, theme, isWrong = false, height }) {
  const settings = { ...SETTINGS, 'workbench.colorTheme': theme ?? SETTINGS['workbench.colorTheme'] };
  await inEditor({ product, viewport: { width: WIDTH, height }, settings }, async (page, server) => {
    await page.goto(pageAddress(server, { folder, openFiles: [join(folder, file)] }));
    await page.waitForSelector('.monaco-editor .view-line', { timeout: PATIENCE });
    await assertMonospaced(page);
    await page.keyboard.press('Control+B');
    if (isWrong) await page.waitForSelector('.squiggly-error, .squiggly-info', { timeout: PATIENCE });
    await goTo(page, placeOf(readFileSync(join(folder, file), 'utf8'), at));
    await appears(page, keys, shown);
    if (details) await appears(page, keys.length > 0 ? ['Control+Space'] : [], details, true);
    await settles(page);
    await save(page, name);
  });
}

async function save(page, name) {
  const path = join(target, `${name}.png`);
  await page.screenshot({ path });
  shrink(path, PACKED.includes(name) ? 16 : 64);
  const saved = PACKED.includes(name) ? await asWebp(page, path) : path;
  console.log(`${basename(saved)}: ${Math.round(statSync(saved).size / 1024)} KB`);
}

/** Replaces a picture by the same one in WebP, without loss and a sixth smaller; returns its path. */
async function asWebp(page, path) {
  const encoded = await page.evaluate(async (png) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${png}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 1).split(',')[1];
  }, readFileSync(path).toString('base64'));
  const saved = path.replace(/png$/, 'webp');
  writeFileSync(saved, Buffer.from(encoded, 'base64'));
  rmSync(path);
  return saved;
}

/** A screen has few colors, so a palette of them reduces the file to a third. */
function shrink(path, colours) {
  const { error } = spawnSync('pngquant', [
    '--force',
    '--ext',
    '.png',
    '--strip',
    '--speed',
    '1',
    '--nofs',
    String(colours),
    path,
  ]);
  if (error) console.error('pngquant is not installed: the picture stays as large as it is');
}
