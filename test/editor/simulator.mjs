// Runs on the Node of the npm VS Code: uses the simulator's view in a real editor as a person does, and leaves a report
// in a file. The argument is a request as JSON: { extensions, folder, report }.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { IMAGES, POLICY, viewIn } from './simulatorView.mjs';
import { goTo, PATIENCE, repeat, rowOf, runCommand, runSteps } from './steps.mjs';

const AXE = join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js');

const { extensions, folder, report } = JSON.parse(process.argv[2]);
const parts = ensureEditor();
const file = join(folder, 'main.tf');
writeFileSync(file, POLICY);
writeFileSync(join(folder, 'chosen.json'), IMAGES);
writeFileSync(join(folder, 'repositories.json'), outputOf('team/api'));
writeFileSync(join(folder, 'chosen.json.gz'), gzipSync(IMAGES));
const hasGit = commit();
const server = await startVSCode(parts, { extensions });
const { page, close } = await openPage(parts, {
  viewport: { width: 1500, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
});
let view;

const STEPS = {
  'the line above a policy opens the view beside it': async () => {
    await page.goto(pageAddress(server, { folder, openFiles: [file] }));
    await page.locator('.codelens-decoration a', { hasText: 'Simulate · 4 rules' }).click();
    view = await viewIn(page, PATIENCE);
    await says('h1', 'aws_ecr_lifecycle_policy.app');
    await says('.source-words', /made up from the policy/);
  },
  'files that are chosen in the dialog fill it': async () => {
    await choose('chosen.json');
    await says('.source-words', '6 images of chosen.json');
    await says('.total', /^With the next run: 2 images expire, 4 stay/);
    await choose('chosen.json.gz');
    await says('.source-words', '6 images of chosen.json.gz');
  },
  'a dropped file fills it': async () => {
    await view.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'images.json'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    }, IMAGES);
    await says('.source-words', '6 images of images.json');
    await says('.total', /^With the next run: 2 images expire, 4 stay/);
    await says('.change-words', 'Nothing changes against the text when this view opened.');
  },
  'a file that is dragged from the Explorer with Shift fills it': dragFromExplorer,
  'a file that is dragged from elsewhere is refused with the reason': async () => {
    await drop('text/uri-list', 'file:///etc/passwd');
    await says('.source .problem', /^passwd: Only files of the opened folders are read here\./);
    await drop('text/plain', 'hello');
    await says('.source .problem', 'What was dropped: It is neither a file nor JSON.');
    await says('.source-words', '6 images of chosen.json');
  },
  'an edit changes the picture and says what it changes': async () => {
    const before = POLICY.slice(0, POLICY.indexOf('14', POLICY.indexOf('countNumber = 14'))).split('\n');
    await goTo(page, before.length, before.at(-1).length + 1);
    await page.keyboard.press('Delete');
    await says('.total', /^With the next run: 3 images expire, 3 stay/);
    await says('.change-words', 'Against the text when this view opened 1 image would newly expire.');
    assert.equal(await view.locator('.row.changed').count(), 1);
  },
  'a text that cannot be simulated leaves the last picture and says why': async () => {
    await page.keyboard.type('x');
    await says('.problem[role=alert] >> nth=0', /cannot be simulated.*The last rules that could be read are shown\./);
    await page.keyboard.press('Backspace');
    await view.locator('.problem[role=alert] >> nth=0').waitFor({ state: 'hidden' });
  },
  'the cursor in a rule marks its lane, and the lane leads to the rule': async () => {
    await says('.lanes li.current b', 'Rule 2');
    await view.locator('.lanes button', { hasText: 'Rule 4' }).click();
    await says('.lanes li.current b', 'Rule 4');
    await page.locator('.monaco-editor.focused').waitFor();
    await says('section[aria-label=Table] button', 'Only rule 4 ✕');
    await view.locator('section[aria-label=Table] button').click();
  },
  'the slider moves time, with the keyboard too': async () => {
    const slider = view.locator('input[type=range]');
    await slider.focus();
    await slider.press('End');
    await says('.time output', /^in 365 days, /);
    await says('.total', /if nothing is pushed or pulled: 4 images expired, 2 left/);
    await slider.press('Home');
    await says('.time output', 'today');
  },
  'the picture can be read with the keyboard': async () => {
    const frame = view.locator('.frame');
    await frame.focus();
    await frame.press('ArrowDown');
    await says('.said', /^v1\. expire\. Rule 1 keeps the newest image/);
    await frame.press('ArrowRight');
    await says('.said', /^v2\. keep/);
    await says('.note b', 'v2');
    await frame.press('Escape');
  },
  'the pushes that a reader fills in lead somewhere': async () => {
    await view.locator('.pushes summary').click();
    const first = view.locator('.push-rows .bar').first();
    await first.locator('input').nth(0).fill('10');
    await first.locator('input').nth(1).fill('sha-*');
    await says('.pushes li >> nth=0', '10 a day tagged sha-*: rule 2, 50 images.');
    await view.locator('.pushes summary').click();
  },
  'an accessibility checker finds nothing in the theme of the editor': async () => {
    await view.evaluate(readFileSync(AXE, 'utf8'));
    const found = await view.evaluate(() => window.axe.run(document.body, { resultTypes: ['violations'] }));
    const said = found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
    assert.deepEqual(said, []);
  },
  'the tab has the name of the policy': async () => {
    assert.equal(await page.locator('.tab', { hasText: 'Simulation of aws_ecr_lifecycle_policy.app' }).count(), 1);
  },
  'the table is sorted, searched and walked through': async () => {
    await view.locator('[role=columnheader] button', { hasText: 'Size' }).click();
    assert.equal(await view.locator('[aria-sort=ascending]').textContent(), 'Size');
    await view.locator('input[type=search]').fill('sha-');
    await says('section[aria-label=Table] .dim', '2 of 6 images');
    const scroller = view.locator('.scroller');
    await scroller.focus();
    await scroller.press('ArrowDown');
    await scroller.press('End');
    await says('.row[aria-selected=true] [role=gridcell]:nth-child(2)', 'sha-old');
    await view.locator('input[type=search]').fill('');
  },
  'it compares with the last commit': async () => {
    if (!hasGit) return;
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor .view-lines').first().click();
    await untilSaved(/countNumber = 4$/m);
    await view.locator('select').selectOption('saved');
    await says('.change-words', 'Nothing changes against the saved text.');
    await view.locator('select').selectOption('opened');
    await says('.change-words', 'Against the text when this view opened 1 image would newly expire.');
    await view.locator('select').selectOption('committed');
    await says('.change-words', 'Against the committed text 1 image would newly expire.');
  },
  'it is as it was after it was hidden': async () => {
    await view.locator('input[type=range]').fill('30');
    await page.locator('.tab', { hasText: 'Simulation' }).click();
    await repeat(
      () => page.keyboard.press('Control+N'),
      (timeout) => page.locator('.tab', { hasText: 'Untitled' }).first().waitFor({ timeout }),
    );
    await page.locator('.tab', { hasText: 'Simulation' }).click();
    view = await viewIn(page, PATIENCE);
    await says('.source-words', '6 images of chosen.json');
    await says('.time output', /^in 30 days/);
  },
  'repositories that exist are imported through the dialog': async () => {
    await page.locator('.tab', { hasText: 'main.tf' }).click();
    await runCommand(page, 'Import Existing Repositories');
    await rowOf(page, 'Choose files').click();
    await rowOf(page, 'repositories.json').click();
    await page
      .locator('.view-line', { hasText: /to\s=\saws_ecr_repository.team_api/ })
      .first()
      .waitFor();
    await rowOf(page, 'Insert into main.tf').click();
    // After the policy, whose brace is the last character of its line.
    await untilSaved(/\n}\n\n# Imports 1 repository[\s\S]*id = "team\/api"/);
  },
  'repositories that exist are imported from the clipboard': async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), outputOf('team/web'));
    await runCommand(page, 'Import Existing Repositories');
    await rowOf(page, 'Use the clipboard').click();
    await rowOf(page, 'Insert into main.tf').click();
    await untilSaved(/id = "team\/web"/);
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

/** Drags a file of the Explorer into the view as a person does; the editor passes it on only while Shift is held. */
async function dragFromExplorer() {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'chosen.json' }).first();
  const showExplorer = async () => {
    if (!(await row.isVisible())) await page.keyboard.press('Control+Shift+E');
  };
  await repeat(showExplorer, (timeout) => row.waitFor({ timeout }));
  const drag = async () => {
    const [from, to] = [await row.boundingBox(), await view.locator('h1').boundingBox()];
    await page.mouse.move(from.x + 40, from.y + from.height / 2);
    await page.mouse.down();
    await page.keyboard.down('Shift');
    for (const part of [0.2, 0.6, 0.9, 1]) {
      await page.mouse.move(from.x + 40 + part * (to.x - from.x), from.y + part * (to.y + 10 - from.y), { steps: 4 });
    }
    await page.mouse.up();
    await page.keyboard.up('Shift');
  };
  await repeat(drag, (limit) => says('.source-words', '6 images of chosen.json', limit));
}

/** Drops data of a kind on the view. */
async function drop(kind, text) {
  await view.evaluate(
    ([type, data]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData(type, data);
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    [kind, text],
  );
}

/** The output of `aws ecr describe-repositories` for one repository. */
function outputOf(repositoryName) {
  return JSON.stringify({ repositories: [{ repositoryName }] });
}

/** Saves the focused text until its file is as expected. */
async function untilSaved(expected) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    // What is saved too early is saved again.
    await page.keyboard.press('Control+S');
    const text = readFileSync(file, 'utf8');
    if (expected.test(text)) return;
    if (Date.now() > deadline) assert.fail(`not within ${PATIENCE} ms: ${expected} in\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Waits until a part of the view has this text. */
async function says(selector, expected, limit = PATIENCE) {
  const part = view.locator(selector);
  const deadline = Date.now() + limit;
  for (;;) {
    const text = await part.textContent({ timeout: limit });
    if (typeof expected === 'string' ? text === expected : expected.test(text)) return;
    if (Date.now() > deadline) assert.fail(`${selector} says '${text}', not ${expected}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Chooses a file of the folder in the dialog that the view's button opens. */
async function choose(name) {
  await view.locator('button', { hasText: 'Choose images' }).click();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  // The dialog writes its own path until it lists the folder, so a path typed earlier could be lost.
  await rows
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
  await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
}

/** Makes the folder a git repository whose last commit contains the policy; false without git. */
function commit() {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return [
    ['init', '-q'],
    ['add', '-A'],
    [...identity, 'commit', '-qm', 'policy'],
  ].every((words) => spawnSync('git', words, { cwd: folder }).status === 0);
}
