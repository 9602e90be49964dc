// Runs on the Node of the npm VS Code: tests the simulator's view in a real browser, in German, in narrow panels, with an
// accessibility checker and with invalid files. The argument is a request as JSON: { report }.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { IMAGES } from './simulatorView.mjs';
import { PATIENCE, runSteps } from './steps.mjs';
import { GERMAN, giveImages, openView, POLICY_MESSAGE, send, wordsOfEveryState } from './viewPage.mjs';

const { report } = JSON.parse(process.argv[2]);
const AXE = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const { page, close } = await openPage(ensureEditor(), { viewport: { width: 900, height: 900 } });

/** Words that are alike in both languages, or come from the user's own code. */
const SAME = /^(?:images?|tags?|digest|pushes(?: \d+)?|index|aws_\S+|rules?|v\d?\*?|sha-\S*|latest|name)$/i;

const STEPS = {
  'no English is left in the German view': async () => {
    await openView(page);
    const english = await wordsOfEveryState(page);
    await openView(page, { words: GERMAN, tag: 'de' });
    const german = await wordsOfEveryState(page);
    for (const [state, words] of german) {
      const before = new Set(english.get(state));
      const left = words.filter((text) => before.has(text) && /[a-z]{3}/i.test(text) && !isData(text));
      assert.deepEqual([state, left], [state, []]);
      const spoken = words.filter((text) => /\b(?:the|of|and|is|are|with|to|it|when|day|days|ago)\b/.test(text));
      assert.deepEqual([state, spoken], [state, []]);
      assert.ok(words.length > 40, `${state} has ${words.length} texts`);
    }
  },
  'it has no fault that an accessibility checker finds, in any theme and state': async () => {
    for (const theme of ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light']) {
      await openView(page, { theme });
      await themed(theme);
      await accessible(`${theme}, made-up images`);
      await page.locator('.pushes summary').click();
      await giveImages(page, 'images.json', IMAGES);
      await page.locator('.source-words', { hasText: '6 images of images.json' }).waitFor();
      await page.locator('.frame').focus();
      await page.locator('.frame').press('ArrowDown');
      await accessible(`${theme}, a chosen image and pushes`);
      await giveImages(page, 'wrong.json', '[{}]');
      await page.locator('.source .problem li').first().waitFor();
      await send(page, { type: 'policy', subject: POLICY_MESSAGE.subject, policy: { kind: 'none', reason: 'No.' } });
      await accessible(`${theme}, problems`);
    }
  },
  'it fits a panel of 300 pixels': async () => {
    for (const width of [300, 420, 600, 760]) {
      await page.setViewportSize({ width, height: 900 });
      await openView(page);
      await page.locator('.pushes summary').click();
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body, main *')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > window.innerWidth + 0.5 && !element.closest('.said, .unseen'),
          )
          .map((element) => `${element.tagName}.${element.className}`),
      );
      assert.deepEqual([width, wide], [width, []]);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.deepEqual([width, scrolls], [width, false]);
    }
    await page.setViewportSize({ width: 900, height: 900 });
  },
  'everything that can be pressed is reached with the keyboard, in the order of the page': async () => {
    await openView(page);
    await page.locator('.pushes summary').click();
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll('button, input, select, summary, [tabindex="0"]')];
      return all.filter((element) => element.checkVisibility()).length;
    });
    const reached = new Set();
    for (let step = 0; step < wanted + 5; step += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        element.dataset.reached = 'yes';
        return element.outerHTML.slice(0, 120);
      });
      if (name !== null) reached.add(name);
    }
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary, [tabindex="0"]')]
        .filter((element) => element.checkVisibility() && element.dataset.reached === undefined)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(missed, []);
    assert.ok(reached.size >= 15, `${reached.size} reached`);
  },
  'the pushes that a reader fills in lead somewhere': async () => {
    await openView(page);
    await page.locator('.pushes summary').click();
    const first = page.locator('.push-rows .bar').first();
    await first.locator('input').nth(0).fill('10');
    await first.locator('input').nth(1).fill('sha-*');
    while ((await page.locator('.push-rows .bar').count()) > 1)
      await page.locator('.push-rows .bar button').last().click();
    await says('.steady', 'The policy settles at 150 images after 15 days.');
    await says('.months tbody', '150 images150 images150 images150 images');
    await first.locator('input').nth(1).fill('other-*');
    await says('.steady', /^The number of images grows without limit\. After [\d,]+ days the repository is full/);
    await says('.months tbody', '300 images910 images1,820 images3,650 images');
    await first.locator('input').nth(0).fill('many');
    assert.equal(await first.locator('input').nth(0).getAttribute('aria-invalid'), 'true');
  },
  'made-up images have sizes, which the first look shows': async () => {
    await openView(page);
    await says('.total', /\d+ MB freed\.$/);
  },
  'the command has the name of the repository': async () => {
    await openView(page);
    await says('.help code', 'aws ecr describe-images --repository-name team/app --output json > images.json');
    await says('.help', /in your region and with your profile/);
    await says('.help', /Hold Shift while you drop it/);
  },
  'files that are none of it are refused with a reason, and the view lives on': async () => {
    await openView(page);
    const files = {
      'nothing.json': '',
      'text.json': 'hello',
      'number.json': '5',
      'null.json': 'null',
      'shape.json': '{"imageDetails":{"a":1}}',
      'records.json': '[1,null,"x",[],{}]',
      'deep.json': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'cut.json': IMAGES.slice(0, -40),
      'types.json': JSON.stringify([{ imageDigest: 'a', imageTags: 'v1', imagePushedAt: {}, imageSizeInBytes: 'big' }]),
      'binary.json': '\u0000\u0001\u0002',
    };
    for (const [name, text] of Object.entries(files)) {
      await giveImages(page, name, text);
      await says('.source .problem li >> nth=0', new RegExp(`^${name}: `));
      assert.ok((await page.locator('.row').count()) > 1, name);
    }
  },
  'names with markup are shown as they are': async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><b>x</b>&lt;\u202e{0}${1}';
    await openView(page);
    const policy = { ...POLICY_MESSAGE.policy, address: hostile, repository: null };
    await send(page, { ...POLICY_MESSAGE, policy });
    await giveImages(page, hostile, JSON.stringify([{ imageDigest: hostile, imageTags: [hostile, 'v9'] }]));
    await says('.source-words', /^1 image of <img src=x/);
    await page.locator('.frame').focus();
    await page.locator('.frame').press('ArrowDown');
    await page.locator('.note').waitFor();
    const made = await page.evaluate(() => [
      document.querySelectorAll('main img, main b b').length,
      window.hacked ?? null,
    ]);
    assert.deepEqual(made, [0, null]);
    const text = await page.locator('main').textContent();
    assert.ok(text.includes('<img src=x onerror="window.hacked=1">'));
    assert.ok(!text.includes('\u202e'), 'a mark that turns the text round is shown as such');
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(scrolls, false);
  },
  'a hundred thousand images with long names leave it usable': async () => {
    await openView(page);
    const text = hundredThousand();
    await giveImages(page, 'huge.json', text);
    await says('.source-words', '100,000 images of huge.json');
    await page.locator('input[type=search]').fill('tag-99999');
    await says('section[aria-label=Table] .dim', /^1 of 100,000 images$/);
    await page.locator('input[type=range]').fill('30');
    await says('.total', /^By /);
    assert.ok((await page.locator('.row').count()) < 100, 'only the rows in sight exist');
  },
};

await runSteps({ steps: STEPS, page, report, end: close, apart: true });

function isData(text) {
  if (/^(?:made-up:|any-|other-tag-|sha256:)/.test(text)) return true;
  const words = text.split(/[\s,.:;()✕/]+/).filter((word) => /[a-z]{3}/i.test(word));
  return words.every(
    (word) => SAME.test(word) || /^(?:sha256|made-up|images|wrong|json|team|app|describe-images)/.test(word),
  );
}

/** The colors of the editor's own themes, where the view asks for them. */
async function themed(theme) {
  const isDark = /dark|contrast$/.test(theme);
  const colours = {
    '--vscode-foreground': isDark ? '#cccccc' : '#3b3b3b',
    '--vscode-descriptionForeground': isDark ? '#9d9d9d' : '#3b3b3b',
    '--vscode-editor-background': theme.includes('contrast')
      ? isDark
        ? '#000000'
        : '#ffffff'
      : isDark
        ? '#1f1f1f'
        : '#ffffff',
    '--vscode-button-background': theme.includes('contrast')
      ? isDark
        ? '#000000'
        : '#0f4a85'
      : isDark
        ? '#0078d4'
        : '#005fb8',
    '--vscode-button-foreground': '#ffffff',
    '--vscode-button-secondaryBackground': isDark ? '#313131' : '#e5e5e5',
    '--vscode-button-secondaryForeground': isDark ? '#cccccc' : '#3b3b3b',
    '--vscode-input-background': isDark ? '#313131' : '#ffffff',
    '--vscode-input-foreground': isDark ? '#cccccc' : '#3b3b3b',
    '--vscode-errorForeground': isDark ? '#f85149' : '#b01011',
    '--vscode-contrastBorder': isDark ? '#6fc3df' : '#0f4a85',
  };
  await page.evaluate((values) => {
    for (const [name, value] of Object.entries(values)) document.documentElement.style.setProperty(name, value);
  }, colours);
}

/** Asks the accessibility checker for everything that it finds. */
async function accessible(state) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const said = found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
  );
  assert.deepEqual([state, said], [state, []]);
  assert.ok(found.passes.length > 10);
}

async function says(selector, expected) {
  const part = page.locator(selector);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const text = await part.textContent({ timeout: PATIENCE });
    if (typeof expected === 'string' ? text === expected : expected.test(text)) return;
    if (Date.now() > deadline) assert.fail(`${selector} says '${text}', not ${expected}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function hundredThousand() {
  const records = [];
  for (let index = 0; index < 100_000; index += 1)
    records.push({
      imageDigest: `sha256:${index.toString(16).padStart(64, '0')}`,
      imageTags: [`tag-${index}-${'x'.repeat(80)}`],
      imageSizeInBytes: index * 1000,
      imagePushedAt: new Date(Date.now() - index * 60_000).toISOString(),
    });
  return JSON.stringify({ imageDetails: records });
}
