// Runs on the Node of the npm VS Code: reads the site in a browser, at a phone's and a desktop's width, light and dark,
// by keyboard.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';

const { folder, report } = JSON.parse(process.argv[2]);

const PAGES = ['index.html', 'rules/index.html', 'rules/rule-any-not-last.html', 'editor.html', 'changelog.html'];
const WIDTHS = [390, 1280];

const failures = [];
let passed = 0;

const { page, close } = await openPage(ensureEditor());
const open = (path) => page.goto(pathToFileURL(join(folder, path)).href);

async function test(title, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failures.push({ title, error: String(error?.stack ?? error) });
  }
}

for (const width of WIDTHS) {
  await page.setViewportSize({ width, height: 800 });
  for (const path of PAGES) {
    await test(`${path} is no wider than ${width} pixels`, async () => {
      await open(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `it is ${wide} pixels wide`);
    });
  }
}

const brightness = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);

for (const colorScheme of ['light', 'dark']) {
  await test(`text can be read in ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme });
    await open('rules/rule-any-not-last.html');
    const [ground, text] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    const isDark = brightness(ground) < brightness(text);
    assert.equal(isDark, colorScheme === 'dark', `${text} on ${ground}`);
    assert.ok(Math.abs(brightness(ground) - brightness(text)) > 400, `${text} on ${ground}`);
  });
}

await test('the error that AWS answered leads to its rule, by keyboard alone', async () => {
  await open('index.html');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
  await page.focus('#search');
  await page.keyboard.insertText('Rule for tagStatus=ANY must have the lowest priority per storage class');
  assert.equal(await page.textContent('#found li:first-child a'), 'rule-any-not-last');
  await page.keyboard.press('Enter');
  await page.waitForURL(/rules\/rule-any-not-last\.html$/);
  await page.focus('#search');
  await page.keyboard.insertText('countUnit');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#found li').count(), 0);
});

await test('pictures load', async () => {
  await open('tour.html');
  await page.setViewportSize({ width: 1280, height: 20_000 });
  await page.waitForLoadState('networkidle');
  const broken = await page.evaluate(() =>
    [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src),
  );
  assert.deepEqual(broken, []);
});

writeFileSync(report, JSON.stringify({ passed, failures }));
await close();
