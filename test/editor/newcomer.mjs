// Runs on the Node of the npm VS Code: goes from an empty folder to a repository, a policy and an import as somebody new
// does, typing badly, and leaves a report in a file. The argument is a request as JSON: { extensions, folder, report }.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';

/** Milliseconds for one thing to appear. */
const PATIENCE = 60_000;
/** Milliseconds after which keys are pressed again whose effect depends on what the server knows by then. */
const AGAIN = 10_000;

const SETTINGS = {
  'files.autoSave': 'off',
  '[terraform]': { 'editor.codeActionsOnSave': { 'source.fixAll.terraform-ecr': 'explicit' } },
};

/** A policy with a mistake that has one fix. */
const WITHOUT_UNIT = `resource "aws_ecr_lifecycle_policy" "old" {
  repository = "old"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 14 }
      action       = { type = "expire" }
    }]
  })
}
`;

const { extensions, folder, report } = JSON.parse(process.argv[2]);
const parts = ensureEditor();
const server = await startVSCode(parts, { extensions, settings: SETTINGS });
const browser = await startBrowser(parts);
const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
const failures = [];
let passed = 0;

const STEPS = {
  'a new file in an empty folder is Terraform, indented by two': async () => {
    await page.goto(pageAddress(server, { folder }));
    const header = page.locator('.explorer-viewlet .pane-header').first();
    await header.waitFor({ timeout: PATIENCE });
    await header.hover();
    await header.locator('a[aria-label="New File..."]').click({ timeout: PATIENCE });
    await page.locator('.explorer-item-edited input').waitFor({ timeout: PATIENCE });
    await page.keyboard.type('main.tf');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'main.tf' }).waitFor({ timeout: PATIENCE });
    await page.locator('.statusbar-item', { hasText: 'Terraform' }).first().waitFor({ timeout: PATIENCE });
    await page.locator('.statusbar-item', { hasText: 'Spaces: 2' }).waitFor({ timeout: PATIENCE });
  },
  'a mistyped type is mended from the menu': async () => {
    await page.locator('.monaco-editor .view-lines').first().click();
    await write('resource "aws_ecr_repostory" "orders" {', 'nme = "team/orders"');
    await page.locator('.squiggly-error').first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Control+Home');
    for (let column = 0; column < 'resource "aws_ecr'.length; column += 1) await page.keyboard.press('ArrowRight');
    await choose('Change it to aws_ecr_repository');
    await line('resource "aws_ecr_repository" "orders" {').waitFor({ timeout: PATIENCE });
  },
  'a mistyped argument is mended from the menu': async () => {
    for (const key of ['Control+Home', 'ArrowDown', 'Home', 'ArrowRight']) await page.keyboard.press(key);
    await choose('Rename it to name');
    await line('name = "team/orders"').waitFor({ timeout: PATIENCE });
    await page.locator('.squiggly-error').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  },
  'the line above the repository says what is missing': async () => {
    await page
      .locator('.codelens-decoration', { hasText: 'No lifecycle policy · add one' })
      .waitFor({ timeout: PATIENCE });
  },
  'a policy from the list is for that repository': async () => {
    await below();
    await accept('ecr-policy-k', /^ecr-policy-keep$/);
    await line('repository = aws_ecr_repository.orders.name').waitFor({ timeout: PATIENCE });
    await page.locator('.codelens-decoration', { hasText: 'Simulate' }).waitFor({ timeout: PATIENCE });
  },
  'an import from the list is for it, with its name': async () => {
    await below();
    await accept('ecr-imp', /^ecr-import$/);
    await line('to = aws_ecr_repository.orders').waitFor({ timeout: PATIENCE });
    await line('id = "team/orders"').waitFor({ timeout: PATIENCE });
  },
  'a keyword writes its block, and a function shows its parameters': async () => {
    await below();
    await accept('loca', /^locals$/);
    await line('locals {').waitFor({ timeout: PATIENCE });
    await page.keyboard.type('parts = split(', { delay: 30 });
    await page.locator('.parameter-hints-widget.visible', { hasText: 'separator' }).waitFor({ timeout: PATIENCE });
  },
  'names and attributes of the module are listed after a dot': async () => {
    await page.keyboard.type('"/", ', { delay: 30 });
    await accept('aws_ecr_repository.', /^orders$/);
    await accept('.repository_u', /^repository_url$/);
    await line('parts = split("/", aws_ecr_repository.orders.repository_url)').waitFor({ timeout: PATIENCE });
    await page.locator('.squiggly-error').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  },
  'Insert Snippet finds what nobody typed, and writes it': async () => {
    await below();
    await command('Snippets: Insert Snippet');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: '(ecr-scanning)' }).first();
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: '(ecr-' })
      .first()
      .waitFor({ timeout: PATIENCE });
    await page.keyboard.type('ecr-scanning');
    await row.click({ timeout: PATIENCE });
    await line('resource "aws_ecr_registry_scanning_configuration" "registry" {').waitFor({ timeout: PATIENCE });
    await page.locator('.squiggly-error').first().waitFor({ state: 'hidden', timeout: PATIENCE });
  },
  'what was written is saved as it is': async () => {
    const file = join(folder, 'main.tf');
    await pressUntil(['Escape', 'Control+s'], () => readFileSync(file, 'utf8').includes('aws_ecr_registry_scanning'));
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^resource "aws_ecr_repository" "orders" \{\n {2}name = "team\/orders"\n\}\n/);
    assert.match(text, /\nimport \{\n {2}to = aws_ecr_repository\.orders\n {2}id = "team\/orders"\n\}\n/);
  },
  'saving mends what has one fix, when the settings ask for it': async () => {
    const file = join(folder, 'old.tf');
    writeFileSync(file, WITHOUT_UNIT);
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'old.tf' });
    await row.dblclick({ timeout: PATIENCE });
    await page.locator('.tab.active', { hasText: 'old.tf' }).waitFor({ timeout: PATIENCE });
    await page.locator('.squiggly-error').first().waitFor({ timeout: PATIENCE });
    await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
    const isMended = () => /countUnit\s*=\s*"days"/.test(readFileSync(file, 'utf8'));
    await pressUntil(['Control+End', 'Enter', 'Control+s'], isMended);
  },
};

try {
  // Each step continues from the one before, so the first failure is the last step that runs.
  for (const [title, run] of Object.entries(STEPS)) if (failures.length === 0) await step(title, run);
} finally {
  writeFileSync(report, JSON.stringify({ passed, failures }));
  await browser.close().catch(() => undefined);
  await server.stop();
}

async function step(title, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    await page.screenshot({ path: `${report}.png` }).catch(() => undefined);
    failures.push({ title, error: `${error.stack ?? error}\nThe screen is in ${report}.png` });
  }
}

/** Types lines; no list is left open that would take the next Enter. */
async function write(...lines) {
  for (const [index, text] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(text, { delay: 30 });
    await page.keyboard.press('Escape');
  }
}

/** Begins a paragraph at the end of the file. */
async function below() {
  for (const key of ['Escape', 'Escape', 'Control+End', 'Enter', 'Enter']) await page.keyboard.press(key);
}

/** Types and accepts a row of the list that pops up; opens the list again until it has the row. */
async function accept(typed, label) {
  await page.keyboard.type(typed, { delay: 30 });
  const row = page
    .locator('.suggest-widget.visible .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: label }) });
  await pressUntil(['Escape', 'Control+Space'], () => row.isVisible(), true);
  await row.click({ timeout: PATIENCE });
}

/** Chooses from the menu at the cursor; opens it again until it has the row. */
async function choose(title) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  await pressUntil(['Escape', 'Control+.'], () => row.isVisible());
  await row.click({ timeout: PATIENCE });
}

/** Runs a command of the palette. */
async function command(title) {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await pressUntil(['Escape', 'F1'], () => box.isVisible());
  await box.fill(`>${title}`);
  await row.click({ timeout: PATIENCE });
}

/** A visible line of the editor with this text. */
function line(text) {
  const spaced = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return page.locator('.monaco-editor .view-line', { hasText: new RegExp(spaced) }).first();
}

/** Presses keys until something is so, again when it takes long; `isAwaited` waits once before the first key. */
async function pressUntil(keys, isSo, isAwaited = false) {
  const deadline = Date.now() + PATIENCE;
  for (let waits = isAwaited; Date.now() < deadline; waits = false) {
    if (!waits) for (const key of keys) await page.keyboard.press(key);
    for (const until = Date.now() + AGAIN; Date.now() < until; ) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  assert.fail(`${keys.join(', ')} did not help`);
}
