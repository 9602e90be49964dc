// Runs on the Node of the npm VS Code: checks what a person sees together with another Terraform extension, in the
// editor's own colours and lists, and writes a report to a file. The argument: { extensions, folder, report }.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';

/** Milliseconds for one thing to appear. */
const PATIENCE = 30_000;

/**
 * The time in milliseconds within which a list must appear in a file of 2,000 lines: the median of several tries on a
 * busy machine.
 */
const LIST_PATIENCE = 1000;

const TEXT = `resource "aws_ecr_repository" "app" {
  name = "app"
  
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name

  policy = <<-EOF
  {
    "rules": [
      {
        "rulePriority": 1,
        "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5 },
        "action": { "type": "expire" }
      }
    ]
  }
  EOF
}
`;

/** The number of blocks that give the file 2,000 lines. */
const COPIES = Math.floor(2000 / TEXT.split('\n').length);

const { extensions, folder, report } = JSON.parse(process.argv[2]);
const file = join(folder, 'main.tf');
writeFileSync(
  file,
  TEXT + Array.from({ length: COPIES }, (_, index) => TEXT.replaceAll('app', `app${index}`)).join(''),
);
const parts = ensureEditor();
const server = await startVSCode(parts, { extensions });
const browser = await startBrowser(parts);
const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
const failures = [];
let passed = 0;

const STEPS = {
  'the other extension colours the text': async () => {
    await page.goto(pageAddress(server, { folder, openFiles: [file] }));
    await page
      .locator('.monaco-editor .view-line', { hasText: 'aws_ecr_lifecycle_policy' })
      .first()
      .waitFor({ timeout: PATIENCE });
    await inspect(1, 3);
    await inspected('source.hcl.terraform');
    await inspected('entity.name.type.companion.hcl');
  },
  'the words of a policy are coloured inside of that': async () => {
    await inspect(9, 5);
    await inspected('source.hcl.terraform');
    await inspect(14, 60);
    await inspected('meta.heredoc.policy.terraform-ecr');
    await page.keyboard.press('Escape');
  },
  'the list of arguments has each name once': async () => {
    await goTo(3, 3);
    const labels = await listed('force_delete');
    assert.deepEqual(labels, [...new Set(labels)]);
    assert.equal(labels.filter((label) => label === 'image_tag_mutability').length, 1);
  },
  'the list of values has each value once': async () => {
    await goTo(14, TEXT.split('\n')[13].indexOf('imageCountMoreThan') + 1);
    const labels = await listed('sinceImagePushed');
    assert.deepEqual(labels, [...new Set(labels)]);
  },
  'the lists are there at once': async () => {
    const times = [];
    for (let time = 0; time < 5; time += 1) {
      await goTo(3, 3);
      const start = Date.now();
      await listed('force_delete');
      times.push(Date.now() - start);
    }
    const middle = times.sort((one, other) => one - other)[2];
    assert.ok(middle < LIST_PATIENCE, `the list took ${middle} ms (${times.join(', ')})`);
  },
  'no snippet pops up where it cannot stand': async () => {
    for (const typed of ['path', 'for', 'policy', 'c', 'reso']) {
      await goTo(3, 3);
      await page.keyboard.type(typed, { delay: 40 });
      await page.waitForTimeout(1000);
      const labels = await page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
      assert.deepEqual([typed, labels.filter((label) => label.startsWith('ecr-'))], [typed, []]);
      await page.keyboard.press('Escape');
      for (const _ of typed) await page.keyboard.press('Backspace');
    }
  },
  'every snippet of a block is listed at top level, and the chosen one is written': async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ecr', { delay: 40 });
    const rows = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.filter({ hasText: /^ecr-repo$/ }).waitFor({ timeout: PATIENCE });
    const labels = await rows.allTextContents();
    assert.deepEqual(
      labels.filter((label) => !label.startsWith('ecr-')),
      [],
    );
    assert.ok(labels.length > 5, labels.join(', '));
    await page.keyboard.type('-policy-t', { delay: 40 });
    await rows.filter({ hasText: /^ecr-policy-tags$/ }).waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '"app_2"' }).first().waitFor({ timeout: PATIENCE });
  },
};

try {
  for (const [title, step] of Object.entries(STEPS)) {
    try {
      await step();
      passed += 1;
    } catch (error) {
      failures.push({ title, error: error.stack ?? String(error) });
      await page.screenshot({ path: `${report}.png` }).catch(() => undefined);
      break;
    }
  }
} finally {
  writeFileSync(report, JSON.stringify({ passed, failures }));
  await browser.close().catch(() => undefined);
  await server.stop();
}

/** Puts the cursor at a line and column, both from 1. */
async function goTo(line, column) {
  await page.keyboard.press('Escape');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget:visible', { timeout: PATIENCE });
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: PATIENCE });
}

/** Makes the editor show the scopes of a place. */
async function inspect(line, column) {
  await goTo(line, column);
  if (await page.locator('.token-inspect-widget').isVisible()) return;
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget:visible', { timeout: PATIENCE });
  await page.keyboard.type('Developer: Inspect Editor Tokens and Scopes');
  await page.keyboard.press('Enter');
  await page.locator('.token-inspect-widget').waitFor({ timeout: PATIENCE });
}

async function inspected(scope) {
  await page.locator('.token-inspect-widget', { hasText: scope }).waitFor({ timeout: PATIENCE });
}

/** Opens the list at the cursor, waits for a label in it and returns all of its labels. */
async function listed(label) {
  await page.keyboard.press('Control+Space');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: label }).first().waitFor({ timeout: PATIENCE });
  const labels = await page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
  await page.keyboard.press('Escape');
  return labels;
}
