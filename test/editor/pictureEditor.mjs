// The editor as pictures show it: quiet settings, one browser page, and waiting by condition.
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { startVSCode } from './server.mjs';

const FONT = 'DejaVu Sans Mono';

export const SETTINGS = {
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

/** Milliseconds for one thing to appear. */
export const PATIENCE = 120_000;

/** Runs something with the page of a started editor. */
export async function inEditor({ product, viewport, settings }, run) {
  const parts = ensureEditor();
  const server = await startVSCode(parts, { extensions: [product], settings });
  const browser = await startBrowser(parts);
  try {
    await run(await browser.newPage({ viewport, deviceScaleFactor: 1 }), server);
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

/** Line and column as the editor's "go to line" takes them. */
export function placeOf(text, found) {
  const offset = text.indexOf(found);
  if (offset < 0) throw new Error(`'${found}' is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

export async function assertMonospaced(page) {
  const isEven = await page.evaluate((font) => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = `14px '${font}'`;
    return context.measureText('iiii').width === context.measureText('MMMM').width;
  }, FONT);
  if (!isEven) throw new Error(`the font '${FONT}' is not installed (Debian: apt-get install fonts-dejavu-core)`);
}

export async function goTo(page, place) {
  await page.click('.monaco-editor .view-lines');
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget:visible', { timeout: PATIENCE });
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: PATIENCE });
}

/** Presses the keys again until their result stays, because the server may still be starting. */
export async function appears(page, keys, shown, areKept = false) {
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
export async function settles(page) {
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
