// Runs on the Node of the npm VS Code: types a mistake, fixes it, simulates the policy and edits it, and writes each
// step into an animation. Arguments: the VSIX, the folder to open, the folder for the animation.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { animatedGif } from './animatedGif.mjs';
import { appears, assertMonospaced, goTo, inEditor, PATIENCE, placeOf, SETTINGS, settles } from './pictureEditor.mjs';
import { pageAddress } from './server.mjs';
import { busyRepository, viewIn } from './simulatorView.mjs';

const [product, folder, target] = process.argv.slice(2);

/** The Marketplace shows pages of about this width. */
const VIEWPORT = { width: 1120, height: 640 };

/** What is typed is typed as it stands: no completion, no brackets or quotes by themselves. */
const TYPING = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'keep',
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.inlayHints.enabled': 'off',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.smoothScrolling': false,
  'editor.suggestOnTriggerCharacters': false,
  'workbench.reduceMotion': 'on',
};

const [FAST, STEP, READ, LONG] = [60, 700, 2200, 3600];

const frames = [];
const file = join(folder, 'animation', 'orders.tf');

await inEditor({ product, viewport: VIEWPORT, settings: { ...SETTINGS, ...TYPING } }, async (page, server) => {
  const shoot = async (milliseconds) => frames.push({ png: await page.screenshot(), milliseconds });
  const type = async (text) => {
    for (const letter of text) {
      await page.keyboard.press(letter === '\n' ? 'Enter' : letter === ' ' ? 'Space' : letter);
      await shoot(FAST);
    }
  };
  await page.goto(pageAddress(server, { folder: join(folder, 'animation'), openFiles: [file] }));
  await page.waitForSelector('.monaco-editor .view-line', { timeout: PATIENCE });
  await assertMonospaced(page);
  await page.keyboard.press('Control+B');
  await page.waitForSelector('.codelens-decoration a', { timeout: PATIENCE });
  await typeMistake(page, shoot, type);
  await fixMistake(page, shoot);
  await simulate(page, shoot, type);
});

const path = join(target, 'animation.gif');
const bytes = animatedGif(frames);
writeFileSync(path, bytes);
console.log(`animation.gif: ${frames.length} frames, ${Math.round(bytes.length / 1024)} KB`);

/** Types a rule that counts days without their unit, and shows what is wrong with it. */
async function typeMistake(page, shoot, type) {
  await goTo(page, placeOf(readFileSync(file, 'utf8'), '"any"'));
  await page.keyboard.press('End');
  await settles(page);
  await shoot(STEP);
  await type('\ncountType   = "sinceImagePushed"\ncountNumber = 30');
  await page.waitForSelector('.squiggly-error', { timeout: PATIENCE });
  await settles(page);
  await shoot(STEP);
  await page.keyboard.press('ArrowUp');
  await appears(page, ['Control+K', 'Control+I'], '.monaco-hover:visible .hover-row');
  await settles(page);
  await shoot(LONG);
  await page.keyboard.press('Escape');
}

/** Takes the first fix. */
async function fixMistake(page, shoot) {
  await appears(page, ['Control+.'], '.action-widget:visible');
  await settles(page);
  await shoot(READ);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.squiggly-error', { state: 'detached', timeout: PATIENCE });
  // The simulator compares an edit with the file as it was saved.
  await page.keyboard.press('Control+S');
  await until(() => readFileSync(file, 'utf8').includes('countUnit'), 'the file was not saved');
  await settles(page);
  await shoot(READ);
}

/** Opens the simulator with images of half a year, and edits the number of days. */
async function simulate(page, shoot, type) {
  await page.locator('.codelens-decoration a', { hasText: 'Simulate' }).first().click({ timeout: PATIENCE });
  const view = await viewIn(page, PATIENCE);
  await settles(page);
  await shoot(STEP);
  await view.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, busyRepository());
  await view.locator('.source-words', { hasText: 'pasted text' }).waitFor({ timeout: PATIENCE });
  await settles(page);
  await shoot(LONG);
  await page.locator('.monaco-editor .view-line', { hasText: 'countNumber' }).click({ timeout: PATIENCE });
  await page.keyboard.press('End');
  for (const _ of '30') await page.keyboard.press('Backspace');
  await shoot(FAST);
  await type('90');
  await view.locator('.has-changes').waitFor({ timeout: PATIENCE });
  await settles(page);
  await shoot(LONG);
}

async function until(isSo, otherwise) {
  for (const deadline = Date.now() + PATIENCE; !isSo(); ) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
