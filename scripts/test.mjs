// Runs the named suites, or all, and counts the results. What fails and may depend on how busy the machine is runs once
// more at the end, alone. `--long` runs the unit suite's random searches completely instead of their share.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { costOfThisProcess } from './cost.mjs';
import { isSuccess, runFailedAgain, summaryOf } from './secondRun.mjs';
import { installPackages, root } from './steps.mjs';

const reports = join(root, 'dist', 'test-reports');

/** Suites that vitest runs, in a process each. */
const VITEST_SUITES = ['unit', 'grammar', 'wire'];
const ALL_SUITES = [...VITEST_SUITES, 'editor'];

/** The suites that judge the built product: the wire suite starts the bundles, the editor installs the extension. */
const NEEDS_BUILD = ['wire', 'editor'];

const words = process.argv.slice(2);
const isLong = words.includes('--long');
const named = words.filter((word) => word !== '--long');
const unknown = named.filter((name) => !ALL_SUITES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no suite '${unknown.join("', '")}'. The suites are ${ALL_SUITES.join(', ')}.`);
  process.exit(2);
}
const suites = named.length > 0 ? named : ALL_SUITES;
const outcomes = [];

try {
  installPackages();
  const isBuilt = suites.some((suite) => NEEDS_BUILD.includes(suite));
  if (isBuilt) await build();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  // The editor mostly waits for a browser, so it runs in parallel with the suites that compute.
  const product = isBuilt ? pack() : Promise.resolve(undefined);
  await Promise.all([runVitestSuites(product), suites.includes('editor') ? runEditor(product) : undefined]);
} catch (error) {
  outcomes.push(failed('preparation', 'installing and building', error));
}
const settled = await runFailedAgain(outcomes);
for (const line of summaryOf(settled, costOfThisProcess())) console.log(line);
process.exitCode = isSuccess(settled) ? 0 : 1;

function failed(suite, title, error) {
  return { suite, passed: 0, failures: [{ title, error: error.stack ?? String(error) }] };
}

async function build() {
  console.error('Building');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}

/** Packs the build once for all suites that judge the package; resolves to its path. */
async function pack() {
  const { packBuilt } = await import('./vsix.mjs');
  const path = join(root, 'dist', 'terraform-ecr.vsix');
  await packBuilt(path);
  return path;
}

async function runVitestSuites(product) {
  const { runVitestSuite } = await import('./vitestSuite.mjs');
  const common = { config: 'test/vitest.config.ts', reports };
  const long = isLong ? { TERRAFORM_ECR_LONG_TESTS: '1' } : {};
  for (const suite of VITEST_SUITES.filter((name) => suites.includes(name))) {
    console.error(`Running the ${suite} tests`);
    const processes = suite === 'wire';
    const env = processes ? { ...long, TERRAFORM_ECR_VSIX: await product, ...codeCache() } : long;
    outcomes.push(await runVitestSuite({ ...common, suite, path: `test/${suite}/`, processes, env }));
  }
}

/** The environment in which processes compile the command line once for all. */
function codeCache() {
  const folder = join(reports, 'code-cache');
  mkdirSync(folder);
  const preload = JSON.stringify(join(root, 'test', 'wire', 'codeCache.cjs'));
  const options = `${process.env.NODE_OPTIONS ?? ''} --require ${preload}`;
  return { TERRAFORM_ECR_CODE_CACHE: folder, NODE_OPTIONS: options.trim() };
}

async function runEditor(product) {
  try {
    const { editorSuites } = await import('./editorTests.mjs');
    for (const { suite, run } of await editorSuites(await product)) {
      const outcome = async () => ({ ...(await run()), suite: `editor, ${suite}` });
      outcomes.push({ ...(await outcome()), again: outcome });
    }
  } catch (error) {
    outcomes.push(failed('editor', 'preparing the editor', error));
  }
}
