// Runs on the Node of the npm VS Code: takes the README's pictures of the product as users have it. Arguments: the
// VSIX, the folder to open, the folder for the pictures, and the pictures' names when not all are wanted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { busyRepository, POLICY, viewIn } from './simulatorView.mjs';

const [product, folder, target, ...only] = process.argv.slice(2);

const FONT = 'DejaVu Sans Mono';

const SETTINGS = {
  'files.autoSave': 'off',
  'breadcrumbs.enabled': false,
  'editor.fontFamily': `'${FONT}'`,
  'editor.fontSize': 14,
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.editor.showTabs': 'single',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

/** Pictures that everybody downloads with the extension have fewer colours. */
const PACKED = ['problems', 'quickfix', 'completion', 'add-policy'];

const WIDTH = 900;

/** Milliseconds for one thing to appear. */
const PATIENCE = 120_000;

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

/** The simulator's view in the themes with special colours. */
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
const parts = ensureEditor();
for (const picture of PICTURES.filter(isWanted)) await take(picture);
for (const picture of [...SIMULATOR_PICTURES, ...GUARANTEE_PICTURES].filter(isWanted)) await takeSimulator(picture);

/** The view with images of a busy repository, after an edit that is not saved, in the middle of the coming fortnight. */
async function takeSimulator({ name, theme, files = {} }) {
  const file = join(folder, name, 'orders.tf');
  mkdirSync(join(folder, name));
  writeFileSync(file, POLICY);
  for (const [other, text] of Object.entries(files)) writeFileSync(join(folder, name, other), text);
  const settings = { ...SETTINGS, 'workbench.colorTheme': theme, 'editor.fontSize': 12 };
  await inEditor({ width: 1400, height: 760 }, settings, async (page, server) => {
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
  await inEditor({ width: WIDTH, height }, settings, async (page, server) => {
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

/** Runs something with the page of a started editor. */
async function inEditor(viewport, settings, run) {
  const server = await startVSCode(parts, { extensions: [product], settings });
  const browser = await startBrowser(parts);
  try {
    await run(await browser.newPage({ viewport, deviceScaleFactor: 1 }), server);
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

async function save(page, name) {
  const path = join(target, `${name}.png`);
  await page.screenshot({ path });
  shrink(path, PACKED.includes(name) ? 16 : 64);
  console.log(`${name}.png: ${Math.round(statSync(path).size / 1024)} KB`);
}

/** Line and column as the editor's "go to line" takes them. */
function placeOf(text, found) {
  const offset = text.indexOf(found);
  if (offset < 0) throw new Error(`'${found}' is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

async function assertMonospaced(page) {
  const isEven = await page.evaluate((font) => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = `14px '${font}'`;
    return context.measureText('iiii').width === context.measureText('MMMM').width;
  }, FONT);
  if (!isEven) throw new Error(`the font '${FONT}' is not installed (Debian: apt-get install fonts-dejavu-core)`);
}

async function goTo(page, place) {
  await page.click('.monaco-editor .view-lines');
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget:visible', { timeout: PATIENCE });
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: PATIENCE });
}

/** Presses the keys again until their result stays, because the server may still be starting. */
async function appears(page, keys, shown, areKept = false) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    for (const key of keys) await page.keyboard.press(key);
    const found = await page.waitForSelector(shown, { timeout: 4000 }).catch(() => null);
    const text = (await found?.textContent()) ?? '';
    if (found !== null && !/No suggestions|Loading|No code actions/.test(text)) break;
    if (Date.now() > deadline) throw new Error(`${shown} did not appear`);
    if (!areKept) await page.keyboard.press('Escape');
  }
}

/** The details next to a list appear a moment later: waits until the page has stopped growing. */
async function settles(page) {
  let last = '';
  for (let still = 0; still < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await page.evaluate(
      () => document.body.textContent.length + String(document.querySelectorAll('*').length),
    );
    still = now === last ? still + 1 : 0;
    last = now;
  }
}

/** A screen has few colours, so a palette of them reduces the file to a third. */
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
