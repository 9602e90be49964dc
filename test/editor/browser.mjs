import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveInto } from './moveInto.mjs';
import { PATIENCE } from './steps.mjs';

/** System browsers, preferred to the packed one. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/**
 * Opens a page of a headless browser in which each thing may take as long as the steps say. One page has a browser of
 * its own, because the packed one ends when a second page's context closes.
 */
export async function openPage(parts, options = {}) {
  const browser = await startBrowser(parts);
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE);
  return { page, close: () => browser.close().catch(() => undefined) };
}

/** Starts a headless browser. */
export async function startBrowser(parts) {
  const require = createRequire(join(parts.folder, 'package.json'));
  const { chromium: playwright } = require('playwright-core');
  const system = SYSTEM.find((path) => existsSync(path));
  if (system !== undefined)
    return playwright.launch({ executablePath: system, args: [...QUIET, '--no-sandbox', '--disable-gpu'] });
  // Makes the package unpack the few system libraries that it needs as well.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: packed } = await import(require.resolve('@sparticuz/chromium'));
  // Its emulation of a graphics processor takes more time than everything else that the editor does.
  packed.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await unpacked(packed),
    args: [...packed.args.filter((word) => word !== '--ignore-gpu-blocklist'), ...QUIET, '--disable-gpu'],
    headless: true,
  });
}

/**
 * The path of the packed browser, which is unpacked on first use, with its fonts and libraries, for all programs of the
 * machine. Another program may do so at the same time, so each unpacks into a folder of its own.
 */
async function unpacked(packed) {
  const shared = tmpdir();
  const path = join(shared, 'chromium');
  if (existsSync(path)) return path;
  const own = mkdtempSync(join(shared, 'terraform-ecr-browser-'));
  const { TMPDIR: before } = process.env;
  process.env.TMPDIR = own;
  try {
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  moveInto(own, shared, 'chromium');
  return path;
}
