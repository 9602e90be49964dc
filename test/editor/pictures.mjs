// Runs on the Node that the npm VS Code brings: takes the README's pictures of the product as users have it.
// Arguments: the VSIX, the folder to open, the folder for the pictures, and the pictures' names when not all are wanted.
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';

const [product, folder, target] = process.argv.slice(2);

const SETTINGS = {
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'off',
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.showTabs': 'single',
};

/** Milliseconds for one thing to appear. */
const PATIENCE = 30_000;

/** What is pictured: a file, a place in it, the keys to press there, and what must be on the screen then. */
const ONLY = process.argv.slice(5);

const PICTURES = [
  {
    name: 'problems',
    file: 'classic-mistakes.tf',
    place: '43:27',
    keys: ['Control+K', 'Control+I'],
    shown: '.monaco-hover:visible .markdown-hover',
  },
  {
    name: 'quickfix',
    file: 'classic-mistakes.tf',
    place: '43:27',
    keys: ['Control+.'],
    shown: '.action-widget:visible',
  },
  {
    name: 'completion',
    file: 'completion.tf',
    place: '15:26',
    keys: ['Control+Space'],
    shown: '.suggest-widget.visible .monaco-list-row',
    then: 'Control+Space',
  },
  { name: 'add-policy', file: 'payments/main.tf', place: '1:12', keys: ['Control+.'], shown: '.action-widget:visible' },
  {
    name: 'policy-hover',
    file: 'policies.tf',
    place: '7:6',
    keys: ['Control+K', 'Control+I'],
    shown: '.monaco-hover:visible .markdown-hover',
  },
  { name: 'heredoc', file: 'heredoc.tf', place: '1:1', keys: [], shown: '.view-line' },
];

const parts = ensureEditor();
for (const picture of PICTURES) if (ONLY.length === 0 || ONLY.includes(picture.name)) await take(picture);

async function take({ name, file, place, keys, shown, then }) {
  const server = await startVSCode(parts, { extensions: [product], settings: SETTINGS });
  const browser = await startBrowser(parts);
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 620 }, deviceScaleFactor: 1 });
    await page.goto(pageAddress(server, { folder, openFiles: [join(folder, file)] }));
    await page.waitForSelector('.monaco-editor .view-line', { timeout: PATIENCE });
    await page.waitForFunction(() => document.querySelector('.statusbar')?.textContent?.includes('Terraform'), null, {
      timeout: PATIENCE,
    });
    await page.keyboard.press('Control+B');
    if (name !== 'completion' && name !== 'heredoc' && name !== 'policy-hover') {
      await page.waitForSelector('.squiggly-error, .squiggly-info', { timeout: PATIENCE });
    }
    await goTo(page, place);
    await appears(page, keys, shown);
    if (then) await page.keyboard.press(then);
    await settles(page);
    await page.screenshot({ path: join(target, `${name}.png`) });
    console.log(`${name}.png`);
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

async function goTo(page, place) {
  await page.click('.monaco-editor .view-lines');
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget:visible', { timeout: PATIENCE });
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: PATIENCE });
}

/** Presses the keys again until what they open stays: the server may still be starting. */
async function appears(page, keys, shown) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    for (const key of keys) await page.keyboard.press(key);
    const found = await page.waitForSelector(shown, { timeout: 4000 }).catch(() => null);
    const text = (await found?.textContent()) ?? '';
    if (found !== null && !/No suggestions|Loading|No code actions/.test(text)) break;
    if (Date.now() > deadline) throw new Error(`${shown} did not appear`);
    await page.keyboard.press('Escape');
  }
}

/** The details beside a list come a moment after it: waits until the page has stopped growing. */
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
