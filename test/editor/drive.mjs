// Runs on the Node of the npm VS Code: opens the editor in a browser, lets its extension host run a suite, and leaves
// the suite's report in a file. With `product`, a folder, that product and the tests in it run in the page.
import { existsSync, readFileSync } from 'node:fs';
import { openPage } from './browser.mjs';
import { ensureEditor } from './install.mjs';
import { pageAddress, startVSCode } from './server.mjs';
import { developOnTheWeb, serveFolder } from './web.mjs';

/** Milliseconds from one test's end to the next, and to the first from the start of the editor. */
const PATIENCE = 300_000;

const { suite, extensions, folder, developmentPath, testsPath, product, isRestricted, report } = JSON.parse(
  process.argv[2],
);
const parts = ensureEditor();
const environment = { TERRAFORM_ECR_SUITE: suite, TERRAFORM_ECR_REPORT: report };
// The folder stays untrusted when nobody answers the question, which is not asked here.
const settings = isRestricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
const server = await startVSCode(parts, { extensions, environment, settings, keepTrust: isRestricted === true });
// A driver that takes too long is ended from outside.
process.once('SIGTERM', () => server.stop().then(() => process.exit(1)));
const served = product && (await serveFolder(product));
const said = [];
const { page, close } = await openPage(parts, { viewport: { width: 1280, height: 800 } });
try {
  page.on('console', (message) => said.push(message.text().slice(0, 500)));
  if (served) await developOnTheWeb(page, server.address, { authority: served.authority, testsPath });
  await page.goto(pageAddress(server, served ? { folder } : { folder, developmentPath, testsPath }));
  await ended();
  if (!isWhole(report)) {
    await page.screenshot({ path: `${report}.png` });
    console.error(`The suite left no report; the screen is in ${report}.png.`);
    console.error(`The page's log:\n${said.join('\n').slice(-6000)}`);
    console.error(`The editor's log:\n${server.log().slice(-6000)}`);
    process.exitCode = 1;
  }
} finally {
  served?.stop();
  await close();
  await server.stop();
}

/** Waits until the report is there, or no test has ended for too long. */
async function ended() {
  let seen = '';
  for (let deadline = Date.now() + PATIENCE; !isWhole(report) && Date.now() < deadline; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const progress = existsSync(`${report}.progress`) ? readFileSync(`${report}.progress`, 'utf8') : '';
    if (progress !== seen) deadline = Date.now() + PATIENCE;
    seen = progress;
  }
  if (!isWhole(report)) console.error(`The last tests that ended: ${seen.split('\n').slice(-3).join('; ')}`);
}

function isWhole(path) {
  try {
    return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')) !== null;
  } catch {
    return false;
  }
}
