import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

/** The path of the extension at its address: the editor rejects an empty one. */
const PRODUCT = '/product';

/** Serves a folder as the web's gallery serves extensions: from a different address than the editor's. */
export async function serveFolder(folder) {
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const content = await readFile(join(folder, path.slice(PRODUCT.length))).catch(() => null);
    response.writeHead(content === null ? 404 : 200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': TYPES[extname(path)] ?? 'text/plain',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { authority: `localhost:${server.address().port}`, stop: () => server.close() };
}

/**
 * Makes the page develop an extension that is served at an address, and run tests inside it: both in a worker, as on
 * the web. The page's own rules would load nothing from there.
 */
export async function developOnTheWeb(page, address, { authority, testsPath }) {
  const at = (path) => ({ scheme: 'http', authority, path });
  const developmentOptions = { extensions: [at(PRODUCT)], extensionTestsPath: at(`${PRODUCT}/${testsPath}`) };
  await page.route(`${address}?*`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    const body = (await response.text()).replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_whole, start, settings) => `${start}${withOptions(settings, developmentOptions)}"`,
    );
    await route.fulfill({ status: response.status(), headers, body });
  });
}

/** The page's configuration, which is an attribute. */
function withOptions(settings, developmentOptions) {
  const configuration = JSON.parse(settings.replaceAll('&quot;', '"'));
  return JSON.stringify({ ...configuration, developmentOptions }).replaceAll('"', '&quot;');
}
