import { writeFileSync } from 'node:fs';

/**
 * Runs the steps of a driver in a page and writes its report: `{ passed, failures }`. Each step continues from the one
 * before, so the first failure is the last step that runs, unless the steps are `apart`. `end` stops what was started;
 * it is also called when the driver is ended from outside, because it takes too long.
 */
export async function runSteps({ steps, page, report, end, apart = false }) {
  const failures = [];
  let passed = 0;
  let current = 'the start';
  const leave = () => writeFileSync(report, JSON.stringify({ passed, failures }));
  process.once('SIGTERM', async () => {
    await page.screenshot({ path: `${report}.png`, timeout: 5000 }).catch(() => undefined);
    failures.push({ title: current, error: `The suite took too long here. The screen is in ${report}.png` });
    leave();
    await end();
    process.exit(1);
  });
  for (const [title, run] of Object.entries(steps)) {
    if (failures.length > 0 && !apart) break;
    current = title;
    try {
      await run();
      passed += 1;
    } catch (error) {
      const screen = `${report}.${failures.length}.png`;
      await page.screenshot({ path: screen }).catch(() => undefined);
      failures.push({ title, error: `${error.stack ?? error}\nThe screen is in ${screen}` });
    }
  }
  leave();
  await end();
}

/** Milliseconds for one thing to appear, on a slow and busy machine too. */
export const PATIENCE = 120_000;

/** Milliseconds after which something done too early, which the editor dropped, is done again. */
const AGAIN = 5000;

/** Does something until it has its effect: `hasEffect(limit)` rejects when there is none within that many milliseconds. */
export async function repeat(act, hasEffect) {
  const deadline = Date.now() + PATIENCE;
  for (let limit = AGAIN; ; limit *= 1.5) {
    try {
      await act();
      return await hasEffect(limit);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The list that commands, dialogs and questions open; hidden rows of an earlier one stay in the page. */
const OPEN_LIST = '.quick-input-widget:visible';

/** A row of the open list. */
export function rowOf(page, text) {
  return page.locator(`${OPEN_LIST} .quick-input-list .monaco-list-row`, { hasText: text }).first();
}

/** Closes the open list, if there is one. */
export async function closeList(page) {
  if (await page.locator(OPEN_LIST).isVisible()) await page.keyboard.press('Escape');
}

/** Runs a command of the palette, which may take the focus too late for what is typed. */
export async function runCommand(page, title) {
  const type = async () => {
    await closeList(page);
    await page.keyboard.press('F1');
    await page.waitForSelector(OPEN_LIST);
    await page.keyboard.type(title);
  };
  await repeat(type, (timeout) => rowOf(page, title).click({ timeout }));
}

/** Puts the cursor of the first text editor at a line and column, both from 1. */
export async function goTo(page, line, column) {
  const go = async () => {
    await closeList(page);
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+G');
    await page.waitForSelector(OPEN_LIST);
    await page.keyboard.type(`${line}:${column}`);
    await page.keyboard.press('Enter');
  };
  const place = page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, Col ${column}$`) });
  await repeat(go, async (timeout) => {
    await page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout });
    await place.waitFor({ timeout });
  });
}
