import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** System browsers, preferred to the packed one. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Starts a headless browser for one page, because the packed one ends when a second page's context closes. */
export async function startBrowser(parts) {
  const require = createRequire(join(parts.folder, 'package.json'));
  const { chromium: playwright } = require('playwright-core');
  const system = SYSTEM.find((path) => existsSync(path));
  if (system !== undefined)
    return playwright.launch({ executablePath: system, args: [...QUIET, '--no-sandbox', '--disable-gpu'] });
  // Makes the package unpack the few system libraries that it needs as well.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: packed } = await import(require.resolve('@sparticuz/chromium'));
  return playwright.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...QUIET],
    headless: true,
  });
}
