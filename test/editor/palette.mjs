// Runs on the Node of the npm VS Code: runs commands of the palette in a real editor as a person does, and leaves a
// report in a file. The argument is a request as JSON: { extensions, folder, report }.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { closeList, PATIENCE, repeat, rowOf, runCommand, runSteps } from './steps.mjs';

/** What the plan replaces, with everything that is deleted with it, below a line that is not a block. */
const CODE = `# The repository of the plan

resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
      action       = { type = "expire" }
    }]
  })
}
`;

/** A repository as the AWS CLI prints it. */
const EXISTING = {
  repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/dropped',
  registryId: '123456789012',
  repositoryName: 'team/dropped',
  imageTagMutability: 'IMMUTABLE',
};

/** Images of the plan's repository. */
const IMAGES = ['a', 'b', 'c'].map((letter) => ({
  repositoryName: 'team/app',
  imageDigest: `sha256:${letter.repeat(64)}`,
  imageTags: [`v${letter}`],
  imagePushedAt: new Date(Date.now() - 10 * 24 * 60 * 60 * 1000).toISOString(),
}));

const NEW_FILES = ['modules/ecr/main.tf', 'modules/ecr/variables.tf', 'modules/ecr/outputs.tf', 'ecr.tf'];

const { extensions, folder, report } = JSON.parse(process.argv[2]);
const plans = join(dirname(fileURLToPath(import.meta.url)), '..', 'corpus', 'plans');
const parts = ensureEditor();
writeFileSync(join(folder, 'main.tf'), CODE);
copyFileSync(join(plans, 'encrypted-otherwise.json'), join(folder, 'replaced.json'));
const edited = readFileSync(join(plans, 'policy-edited.json'), 'utf8');
writeFileSync(join(folder, 'edited.json'), Buffer.from(`\uFEFF${edited}`, 'utf16le'));
writeFileSync(join(folder, 'repositories.json'), JSON.stringify({ repositories: [EXISTING] }));
writeFileSync(join(folder, 'state.json'), '{"version":4,"serial":1,"lineage":"a","resources":[]}');
writeFileSync(join(folder, 'images.json'), JSON.stringify({ imageDetails: IMAGES }));
const server = await startVSCode(parts, { extensions });
const { page, close } = await openPage(parts, { viewport: { width: 1500, height: 900 } });

const STEPS = {
  'a plan that is chosen in the dialog is reviewed': async () => {
    await page.goto(pageAddress(server, { folder, openFiles: [join(folder, 'main.tf')] }));
    await page.locator('.codelens-decoration a', { hasText: 'Simulate' }).waitFor();
    await review('replaced.json');
    const view = await reviewOf('repository-replaced');
    await page.locator('.tab', { hasText: 'Review of replaced.json' }).waitFor();
    const text = await view.locator('body').textContent();
    assert.match(text, /aws_ecr_repository\.app/);
    assert.match(text, /The repository team\/app is replaced by a new, empty one: all its images are lost\./);
    assert.match(text, /encryption_type changes from "AES256" to "KMS"/);
    assert.equal(await view.locator('[data-finding]').count(), 1);
  },
  'an address leads to its block': async () => {
    const view = await reviewOf('repository-replaced');
    await view.locator('[data-finding="0"]').click();
    await page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
    await page.locator('.statusbar-item', { hasText: /Ln [3-6], / }).waitFor();
    // The review stays open next to the code.
    await page.locator('.tab', { hasText: 'Review of replaced.json' }).waitFor();
  },
  'a changed policy is shown in the picture, from a plan in UTF-16': async () => {
    await review('edited.json');
    const view = await reviewOf('policy-changed');
    await view.getByText(/Images can be deleted that could not before/).waitFor();
    await view.locator('.frame').waitFor();
    await view.locator('.lanes', { hasText: 'Rule 1' }).waitFor();
  },
  'images that are chosen are counted': async () => {
    const view = await reviewOf('policy-changed');
    await view.locator('[data-images]').click();
    await dialogRow('images.json').click();
    await reviewOf('Of the images given: 3 newly deleted');
  },
  'what is no plan is refused, and the message says what makes one': async () => {
    await review('state.json');
    await notified(/state\.json is a state[\s\S]*terraform show -json tfplan > plan\.json/);
    assert.equal(await page.locator('.tab', { hasText: 'Review of state.json' }).count(), 0);
  },
  'the dialog can be left without a review': async () => {
    const before = await page.locator('.tab').count();
    await runCommand(page, 'Review a Plan');
    await dialogRow('replaced.json').waitFor();
    await repeat(
      () => closeList(page),
      (timeout) => page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout }),
    );
    assert.equal(await page.locator('.tab').count(), before);
  },
  'AWS CLI output that is dropped on the repositories becomes code': async () => {
    await page.locator('.tab', { hasText: 'main.tf' }).first().click();
    await runCommand(page, 'Focus on ECR Repositories View');
    const view = page.locator('.split-view-view', { has: page.locator('.pane-header', { hasText: /ECR/ }) }).last();
    const explorer = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'repositories.json' }).first();
    const drag = async () => {
      await closeList(page);
      await explorer.dragTo(view.locator('.monaco-list-row').first());
    };
    await repeat(drag, (timeout) => rowOf(page, 'Insert into main.tf').click({ timeout }));
    await page
      .locator('.view-line', { hasText: /resource.*"team_dropped"/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
  },
  'a new module is not written over a file, nor is a part of it': async () => {
    const taken = join(folder, 'ecr.tf');
    writeFileSync(taken, '# mine\n');
    await runCommand(page, 'New ECR Module');
    await notified(/^ecr\.tf already exists\. Nothing was written\.$/);
    assert.equal(readFileSync(taken, 'utf8'), '# mine\n');
    assert.equal(existsSync(join(folder, 'modules')), false);
    rmSync(taken);
  },
  'a new module is written whole, and its call is shown without a problem': async () => {
    await runCommand(page, 'New ECR Module');
    await page.locator('.tab.active', { hasText: 'ecr.tf' }).waitFor();
    await page.locator('.view-line', { hasText: /source\s=\s"\.\/modules\/ecr"/ }).waitFor();
    for (const name of NEW_FILES) assert.notEqual(readFileSync(join(folder, name), 'utf8'), '', name);
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0);
  },
  'a second new module leaves the first as it was': async () => {
    const contents = () => NEW_FILES.map((name) => readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, NEW_FILES[0]), '# changed\n');
    const before = contents();
    await runCommand(page, 'New ECR Module');
    await notified(/^modules\/ecr\/main\.tf already exists\. Nothing was written\.$/);
    assert.deepEqual(contents(), before);
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

/** Reviews a plan of the folder, which is chosen in the dialog. */
async function review(name) {
  // Otherwise the review of an earlier step has the keyboard focus.
  await page.locator('.tab', { hasText: 'main.tf' }).first().click();
  await runCommand(page, 'Review a Plan');
  await dialogRow(name).click();
}

/** A file in the open dialog. */
function dialogRow(name) {
  return page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

/** Waits until a notification behind the bell has this text, and clears the list. */
async function notified(expected) {
  // Under the test driver the editor shows no notification by itself.
  await page.locator('.statusbar-item[id="status.notifications"]').click();
  const message = page.locator('.notifications-center .notification-list-item-message').first();
  const deadline = Date.now() + PATIENCE;
  for (let text = null; text === null || !expected.test(text.trim()); ) {
    if (Date.now() > deadline) assert.fail(`the message is '${text}', not ${expected}`);
    text = await message.textContent();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.locator('.notifications-center .codicon-notifications-clear-all').click();
  await message.waitFor({ state: 'hidden' });
}

/** The visible frame of a review that has a finding with this text, such as its kind. */
async function reviewOf(text) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    for (const frame of page.frames()) {
      const finding = frame.locator('section.finding', { hasText: text }).first();
      if (await finding.isVisible().catch(() => false)) return frame;
    }
    if (Date.now() > deadline) throw new Error(`no review with ${text} appeared`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
