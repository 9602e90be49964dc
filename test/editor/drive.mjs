// Runs on the Node of the npm VS Code: opens the editor in a browser, lets its extension host run a suite, and leaves
// the suite's report in a file. With `product`, a folder, that product and the tests in it run in the page.
import { existsSync, readFileSync } from 'node:fs';
import { startBrowser } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { developOnTheWeb, serveFolder } from './web.mjs';

/** Milliseconds for one suite in a started editor. */
const PATIENCE = 240_000;

const { suite, extensions, folder, developmentPath, testsPath, product, isRestricted, report } = JSON.parse(
  process.argv[2],
);
const parts = ensureEditor();
const environment = { TERRAFORM_ECR_SUITE: suite, TERRAFORM_ECR_REPORT: report };
// The folder stays untrusted when nobody answers the question, which is not asked here.
const settings = isRestricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
const server = await startVSCode(parts, { extensions, environment, settings, keepTrust: isRestricted === true });
const browser = await startBrowser(parts);
const served = product && (await serveFolder(product));
const said = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('console', (message) => said.push(message.text().slice(0, 500)));
  if (served) await developOnTheWeb(page, server.address, { authority: served.authority, testsPath });
  await page.goto(pageAddress(server, served ? { folder } : { folder, developmentPath, testsPath }));
  const deadline = Date.now() + PATIENCE;
  while (!isWhole(report) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
  if (!isWhole(report)) {
    await page.screenshot({ path: `${report}.png` });
    console.error(`The suite left no report; the screen is in ${report}.png.`);
    console.error(`The page's log:\n${said.join('\n').slice(-6000)}`);
    console.error(`The editor's log:\n${server.log().slice(-6000)}`);
    process.exitCode = 1;
  }
} finally {
  served?.stop();
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
