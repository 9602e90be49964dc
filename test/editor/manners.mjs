// Runs on the Node of the npm VS Code: checks what a person sees together with another Terraform extension, in the
// editor's own colors and lists, and writes a report to a file. The argument: { extensions, folder, report }.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { goTo, repeat, runCommand, runSteps } from './steps.mjs';

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
const { page, close } = await openPage(parts, { viewport: { width: 1500, height: 900 } });

const STEPS = {
  'the other extension colours the text': async () => {
    await page.goto(pageAddress(server, { folder, openFiles: [file] }));
    await page.locator('.monaco-editor .view-line', { hasText: 'aws_ecr_lifecycle_policy' }).first().waitFor();
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
    await goTo(page, 3, 3);
    const labels = await listed('force_delete');
    assert.deepEqual(labels, [...new Set(labels)]);
    assert.equal(labels.filter((label) => label === 'image_tag_mutability').length, 1);
  },
  'the list of values has each value once': async () => {
    await goTo(page, 14, TEXT.split('\n')[13].indexOf('imageCountMoreThan') + 1);
    const labels = await listed('sinceImagePushed');
    assert.deepEqual(labels, [...new Set(labels)]);
  },
  'the lists are there each time': async () => {
    for (let time = 0; time < 5; time += 1) {
      await goTo(page, 3, 3);
      await listed('force_delete');
    }
  },
  'no snippet pops up where it cannot stand': async () => {
    for (const typed of ['path', 'for', 'policy', 'c', 'reso']) {
      await goTo(page, 3, 3);
      await page.keyboard.type(typed, { delay: 40 });
      await page.waitForTimeout(1000);
      const labels = await openLabels();
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
    const isShown = rows.filter({ hasText: /^ecr-repo$/ });
    const open = async () => {
      if (!(await isShown.isVisible())) await page.keyboard.press('Control+Space');
    };
    await repeat(open, (timeout) => isShown.waitFor({ timeout }));
    const labels = await rows.allTextContents();
    assert.deepEqual(
      labels.filter((label) => !label.startsWith('ecr-')),
      [],
    );
    assert.ok(labels.length > 5, labels.join(', '));
    await page.keyboard.type('-policy-t', { delay: 40 });
    await rows.filter({ hasText: /^ecr-policy-tags$/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '"app_2"' }).first().waitFor();
  },
};

await runSteps({
  steps: STEPS,
  page,
  report,
  end: async () => {
    await close();
    await server.stop();
  },
});

/** Makes the editor show the scopes of a place. */
async function inspect(line, column) {
  await page.keyboard.press('Escape');
  await goTo(page, line, column);
  if (await page.locator('.token-inspect-widget').isVisible()) return;
  await runCommand(page, 'Developer: Inspect Editor Tokens and Scopes');
  await page.locator('.token-inspect-widget').waitFor();
}

async function inspected(scope) {
  await page.locator('.token-inspect-widget', { hasText: scope }).waitFor();
}

/** The labels of the open list of completion. */
function openLabels() {
  return page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
}

/** Opens the list at the cursor, waits for a label in it and returns all of its labels. */
async function listed(label) {
  const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
  await repeat(
    () => page.keyboard.press('Control+Space'),
    (timeout) => row.waitFor({ timeout }),
  );
  const labels = await openLabels();
  await page.keyboard.press('Escape');
  return labels;
}
