// Runs on the Node that the npm VS Code brings: opens the editor in a browser, lets its extension host run a suite,
// and leaves the suite's report in a file.
import { existsSync, readFileSync } from 'node:fs';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';

/** Milliseconds for one suite in a started editor. */
const PATIENCE = 240_000;

const { suite, extensions, folder, developmentPath, testsPath, report } = JSON.parse(process.argv[2]);
const parts = ensureEditor();
const environment = { TERRAFORM_ECR_SUITE: suite, TERRAFORM_ECR_REPORT: report };
const server = await startVSCode(parts, { extensions, environment });
const browser = await startBrowser(parts);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pageAddress(server, { folder, developmentPath, testsPath }));
  const deadline = Date.now() + PATIENCE;
  while (!isWhole(report) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
  if (!isWhole(report)) {
    await page.screenshot({ path: `${report}.png` });
    console.error(
      `The suite left no report; the screen is in ${report}.png. The editor's log:\n${server.log().slice(-6000)}`,
    );
    process.exitCode = 1;
  }
} finally {
  await browser.close().catch(() => undefined);
  await server.stop();
}

function isWhole(path) {
  try {
    return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')) !== null;
  } catch {
    return false;
  }
}
